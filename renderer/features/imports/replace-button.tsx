import { Button, FileButton } from '@mantine/core';
import { Replace } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '../../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../../client/app-store.ts';
import { hostName } from '../../client/client.ts';
import { useAddFiles } from './use-add-files.ts';

/** Chooses a newer file to stand in the place of a batch; it goes through the same three stops. */
export function ReplaceButton({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('data');
  const files = useAddFiles(batch.number);
  const readOnly = useAppStore((state) => state.workspace?.readOnly ?? false);
  const label = t('replace.button');
  const look = {
    size: 'compact-xs',
    variant: 'default',
    disabled: readOnly,
    'aria-label': `${label}: ${batch.fileName}`,
    leftSection: <Replace size={12} aria-hidden />,
  };
  if (hostName() === 'electron') {
    return (
      <Button {...look} onClick={() => void files.pick()}>
        {label}
      </Button>
    );
  }
  return (
    <FileButton
      accept=".csv,.tsv,.txt,text/csv"
      onChange={(file) => file !== null && void files.add([file])}
      inputProps={{ 'aria-label': `${label}: ${batch.fileName}` }}
    >
      {(props) => (
        <Button {...props} {...look}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
