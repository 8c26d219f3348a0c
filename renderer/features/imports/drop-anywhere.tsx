import { Portal, Text } from '@mantine/core';
import { FileDown } from 'lucide-react';
import { type DragEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddFiles } from './use-add-files.ts';

/** The whole window takes files while they are dragged over it; at other times there is nothing to see or reach. */
export function DropAnywhere({ files }: { readonly files: AddFiles }) {
  const { t } = useTranslation('data');
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const enter = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) setOver(true);
    };
    document.addEventListener('dragenter', enter);
    return () => document.removeEventListener('dragenter', enter);
  }, []);
  if (!isOver) return null;
  const accept = (event: DragEvent) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void files.add([...event.dataTransfer.files]);
  };
  return (
    <Portal>
      <section
        className="import-drop"
        aria-label={t('add.drop')}
        data-testid="drop-anywhere"
        onDragEnter={accept}
        onDragOver={accept}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileDown size={32} aria-hidden />
        <Text size="lg" fw={600}>
          {t('add.drop')}
        </Text>
        <Text size="sm">{t('add.dropHint')}</Text>
      </section>
    </Portal>
  );
}
