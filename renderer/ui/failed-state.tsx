import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/ipc/result.ts';

export interface FailedStateProps {
  readonly error: AppError;
  readonly onRetry?: () => void;
}

/** What failed and what the person can do, with a way to try again. */
export function FailedState({ error, onRetry }: FailedStateProps) {
  const { t } = useTranslation(['common', 'errors']);
  return (
    <Alert color="red" variant="light" title={t('state.failed')} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t(`errors:${error.code}`, { ...error.detail })}</Text>
        {onRetry !== undefined && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
