import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import type { AddedFile } from '../../client/carrier.ts';
import { addFile, call } from '../../client/client.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { useImportQueue } from './import-queue.ts';
import { largeFileBytes, useLargeFiles } from './large-files.ts';
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
 * A file above the limit waits until the person says yes to it. `replaces` names the batch that the file is to replace.
 */
export function useAddFiles(replaces?: number): AddFiles {
  const { t, i18n } = useTranslation('data');
  const workspaceId = useAppStore((state) => state.workspace?.id ?? '');
  const queue = useImportQueue((state) => state.add);
  const ask = useLargeFiles((state) => state.ask);
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
      const take = async (file: File, allowLarge: boolean) => {
        const added = await addFile(file, allowLarge);
        if (added.ok) put([allowLarge ? { ...added.value, allowLarge } : added.value]);
        else notifyFailure(i18n, added.error);
      };
      for (const file of files) {
        const { name, size } = file;
        if (size <= largeFileBytes) await take(file, false);
        else ask({ key: `${name} ${size}`, name, sizeBytes: size, accept: () => take(file, true) });
      }
    },
    [ask, i18n, put],
  );
  const pick = useCallback(async () => {
    const picked = await call('files.pick', { purpose: 'csv' });
    if (!picked.ok) return notifyFailure(i18n, picked.error);
    put(picked.value.files.filter(({ sizeBytes }) => sizeBytes <= largeFileBytes));
    for (const file of picked.value.files.filter(({ sizeBytes }) => sizeBytes > largeFileBytes)) {
      ask({ ...file, key: file.token, accept: async () => put([{ ...file, allowLarge: true }]) });
    }
  }, [ask, i18n, put]);
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
