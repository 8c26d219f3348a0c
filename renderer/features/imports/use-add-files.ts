import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import type { AddedFile } from '../../client/carrier.ts';
import { addFile, call } from '../../client/client.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { useImportQueue } from './import-queue.ts';
import { nameOfPaste, pasteLimit } from './pasted-table.ts';
import { isExport, useImportExport } from './use-import-export.ts';

export interface AddFiles {
  readonly add: (files: readonly File[]) => Promise<void>;
  /** The system's dialog; Electron only. */
  readonly pick: () => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
}

/**
 * Puts files at the end of the queue, however they come; an export of this app is imported at once.
 * `replaces` names the batch that the file is to replace.
 */
export function useAddFiles(replaces?: number): AddFiles {
  const { t, i18n } = useTranslation('data');
  const workspaceId = useAppStore((state) => state.workspace?.id ?? '');
  const queue = useImportQueue((state) => state.add);
  const importExport = useImportExport();
  const put = useCallback(
    (added: readonly AddedFile[]) => {
      for (const file of added) if (isExport(file.name)) void importExport(file.token);
      const tables = added.filter((file) => !isExport(file.name));
      if (tables.length > 0) queue(workspaceId, tables, replaces);
    },
    [importExport, queue, replaces, workspaceId],
  );
  const add = useCallback(
    async (files: readonly File[]) => {
      for (const file of files) {
        const added = await addFile(file);
        if (added.ok) put([added.value]);
        else notifyFailure(i18n, added.error);
      }
    },
    [i18n, put],
  );
  const pick = useCallback(async () => {
    const picked = await call('files.pick', { purpose: 'csv' });
    if (picked.ok) put(picked.value.files);
    else notifyFailure(i18n, picked.error);
  }, [i18n, put]);
  const paste = useCallback(
    async (text: string) => {
      const name = nameOfPaste(text, t('add.pastedName'));
      if (text.length > pasteLimit) return notifyFailure(i18n, { code: 'fileTooLarge' });
      const pasted = await call('files.paste', { name, text });
      if (pasted.ok) put([pasted.value]);
      else notifyFailure(i18n, pasted.error);
    },
    [i18n, put, t],
  );
  return { add, pick, paste };
}
