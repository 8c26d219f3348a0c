import { Button, FileButton } from '@mantine/core';
import { FilePlus2 } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { hostName } from '../../client/client.ts';
import { useCommand } from '../../client/commands.ts';
import type { AddFiles } from './use-add-files.ts';

export interface AddFilesButtonProps {
  readonly files: AddFiles;
  readonly isPrimary: boolean;
}

/** Chooses files: by the system's dialog in Electron, by the browser's elsewhere. */
export function AddFilesButton({ files, isPrimary }: AddFilesButtonProps) {
  const { t } = useTranslation('data');
  const button = useRef<HTMLButtonElement>(null);
  const reset = useRef<() => void>(null);
  useCommand({ id: 'data.addFiles', label: t('add.button'), run: () => button.current?.click() });
  const look = {
    variant: isPrimary ? 'filled' : 'default',
    leftSection: <FilePlus2 size={16} aria-hidden />,
    ref: button,
  };
  if (hostName() === 'electron') {
    return (
      <Button {...look} onClick={() => void files.pick()}>
        {t('add.button')}
      </Button>
    );
  }
  return (
    <FileButton
      multiple
      accept=".csv,.tsv,.txt,.zip,text/csv"
      resetRef={reset}
      onChange={(chosen) => {
        void files.add(chosen);
        // Else choosing the same file again would be no change.
        reset.current?.();
      }}
      inputProps={{ 'aria-label': t('add.button') }}
    >
      {(props) => (
        <Button {...props} {...look}>
          {t('add.button')}
        </Button>
      )}
    </FileButton>
  );
}
