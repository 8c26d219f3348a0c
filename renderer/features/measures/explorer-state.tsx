import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { OutcomeLegend } from '../../ui/outcome-legend.tsx';
import type { ExplorerView } from './use-explorer.ts';

/** What the figures rest on, and what is still on its way, stopped or failed. */
export function ExplorerState({ explorer: { figures, explored } }: { readonly explorer: ExplorerView }) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  if (figures.status === 'failed') return <FailedState error={figures.error} onRetry={figures.reload} />;
  if (figures.status === 'loading') return <LoadingState text={t('loading')} />;
  const { designFirst, designLast, items } = figures.value;
  const [first] = items;
  return (
    <>
      {first !== undefined && first.rows > 0 && (
        <Text size="xs" c="dimmed">
          {designFirst === null
            ? t('explorer.scopeFlagged', {
                accounts: format.count(first.rows, 'account'),
                churners: format.count(first.churners, 'churner'),
              })
            : t('explorer.scope', {
                first: format.day(designFirst),
                last: format.day(designLast),
                rows: format.count(first.rows, 'row'),
                churners: format.count(first.churners, 'churner'),
              })}
        </Text>
      )}
      {first !== undefined && <OutcomeLegend />}
      {(figures.refreshing || explored.refreshing) && explored.value !== undefined && (
        <Text size="xs" c="dimmed" role="status">
          {t('explorer.refreshing')}
        </Text>
      )}
      {explored.status === 'failed' && explored.error.code !== 'cancelled' && (
        <FailedState error={explored.error} onRetry={explored.reload} />
      )}
      {explored.status === 'failed' && explored.error.code === 'cancelled' && (
        <Alert color="gray" p="xs" role="status">
          <Group justify="space-between">
            <Text size="sm">{t('explorer.stopped')}</Text>
            <Button size="compact-sm" variant="default" onClick={explored.reload}>
              {t('explorer.resume')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}
