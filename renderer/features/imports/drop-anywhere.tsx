import { Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AddFiles } from './use-add-files.ts';

/** The whole window takes files while they are dragged over it. */
export function DropAnywhere({ files }: { readonly files: AddFiles }) {
  const { t } = useTranslation('data');
  return (
    <Dropzone.FullScreen
      active
      onDrop={(dropped) => void files.add(dropped)}
      inputProps={{ 'aria-label': t('add.drop') }}
    >
      <div className="import-drop">
        <FileDown size={32} aria-hidden />
        <Text size="lg" fw={600}>
          {t('add.drop')}
        </Text>
        <Text size="sm">{t('add.dropHint')}</Text>
      </div>
    </Dropzone.FullScreen>
  );
}
