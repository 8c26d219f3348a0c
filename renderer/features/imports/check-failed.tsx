import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/ipc/result.ts';
import { useFormat } from '../../format/use-format.ts';
import { FailedState } from '../../ui/failed-state.tsx';

export interface CheckFailedProps {
  readonly error: AppError;
  readonly onRetry: () => void;
  readonly onBack: () => void;
}

/** Why the rows could not be checked. Unknown accounts were to stop it: then how many, which, and the way back. */
export function CheckFailed({ error, onRetry, onBack }: CheckFailedProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  if (error.code !== 'unknownAccounts') return <FailedState error={error} onRetry={onRetry} />;
  const count = Number(error.detail?.count ?? 0);
  return (
    <Alert color="orange" role="alert" title={t('unknownStop.title')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {t('unknownStop.text', {
            count,
            value: format.number(count, 0),
            first: String(error.detail?.first ?? ''),
          })}
        </Text>
        <Button size="xs" variant="default" onClick={onBack}>
          {t('unknownStop.back')}
        </Button>
      </Stack>
    </Alert>
  );
}
