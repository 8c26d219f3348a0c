import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../ui/notify.ts';
import { isTable } from './pasted-table.ts';
import type { AddFiles } from './use-add-files.ts';

/** Takes a table or files pasted anywhere on the page, except into a field. */
export function usePaste({ add, paste }: AddFiles): void {
  const { t } = useTranslation('data');
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      if (event.defaultPrevented || takesText(event.target) || event.clipboardData === null) return;
      const files = [...event.clipboardData.files];
      const text = event.clipboardData.getData('text/plain');
      if (isTable(text)) {
        event.preventDefault();
        void paste(text);
      } else if (files.length > 0) {
        event.preventDefault();
        void add(files);
      } else if (text.trim() !== '') notifyDone(t('add.notTable'));
    };
    window.addEventListener('paste', take);
    return () => window.removeEventListener('paste', take);
  }, [add, paste, t]);
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null
  );
}
