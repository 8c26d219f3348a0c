import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { addFile, call } from '../../client/client.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { useImportQueue } from './import-queue.ts';
import { nameOfPaste, pasteLimit } from './pasted-table.ts';

export interface AddFiles {
  readonly add: (files: readonly File[]) => Promise<void>;
  /** The system's dialog; Electron only. */
  readonly pick: () => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
}

/** Puts files at the end of the queue, however they come. */
export function useAddFiles(): AddFiles {
  const { t, i18n } = useTranslation('data');
  const workspaceId = useAppStore((state) => state.workspace?.id ?? '');
  const put = useImportQueue((queue) => queue.add);
  const add = useCallback(
    async (files: readonly File[]) => {
      for (const file of files) {
        const added = await addFile(file);
        if (added.ok) put(workspaceId, [added.value]);
        else notifyFailure(i18n, added.error);
      }
    },
    [i18n, put, workspaceId],
  );
  const pick = useCallback(async () => {
    const picked = await call('files.pick', { purpose: 'csv' });
    if (picked.ok) put(workspaceId, picked.value.files);
    else notifyFailure(i18n, picked.error);
  }, [i18n, put, workspaceId]);
  const paste = useCallback(
    async (text: string) => {
      const name = nameOfPaste(text, t('add.pastedName'));
      if (text.length > pasteLimit) return notifyFailure(i18n, { code: 'fileTooLarge' });
      const pasted = await call('files.paste', { name, text });
      if (pasted.ok) put(workspaceId, [pasted.value]);
      else notifyFailure(i18n, pasted.error);
    },
    [i18n, put, t, workspaceId],
  );
  return { add, pick, paste };
}
