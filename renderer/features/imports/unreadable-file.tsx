import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/ipc/result.ts';
import { FailedState } from '../../ui/failed-state.tsx';

export interface UnreadableFileProps {
  readonly name: string;
  readonly error: AppError;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

const forms = ['spreadsheet', 'pdf', 'archive', 'json', 'markup'] as const;

/** Why a file is no CSV and what to do about it: reading it again would help only where the disk failed. */
export function UnreadableFile({ name, error, onRetry, onRemove }: UnreadableFileProps) {
  const { t } = useTranslation(['data', 'errors']);
  const isLost = error.code !== 'fileNotText' && error.code !== 'fileEmpty';
  const form = forms.find((known) => known === error.detail?.form) ?? 'other';
  return (
    <Stack gap="sm" align="stretch">
      {isLost ? (
        <FailedState error={error} onRetry={onRetry} />
      ) : (
        <Alert color="orange" variant="light" role="alert" title={t('unreadable.title', { name })}>
          <Text size="sm">
            {error.code === 'fileEmpty' ? t('errors:fileEmpty') : t(`unreadable.${form}`)}
          </Text>
        </Alert>
      )}
      <Group>
        <Button variant="default" onClick={onRemove}>
          {t('queue.remove', { name })}
        </Button>
      </Group>
    </Stack>
  );
}
