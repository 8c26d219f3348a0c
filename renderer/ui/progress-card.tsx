import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RunningTask } from '../client/app-store.ts';
import { useFormat } from '../format/use-format.ts';

/** Fewer and larger steps than these tell no rate and no time left. */
const FEW_STEPS = 20;

export interface ProgressCardProps {
  readonly task: RunningTask;
  readonly onStop?: () => void;
}

/** A long job in words: what, how far, how fast, how long still, and a way to stop it. */
export function ProgressCard({ task, onStop }: ProgressCardProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const isCounted = task.total > 0;
  const isSteady = task.rate > 0 && task.total >= FEW_STEPS;
  const secondsLeft = Math.ceil((task.total - task.done) / task.rate);
  const parts = [
    isCounted
      ? t('progress.counted', { done: format.number(task.done, 0), total: format.number(task.total, 0) })
      : t('progress.running'),
    ...(isSteady && task.rate >= 1 ? [t('progress.rate', { rate: format.number(task.rate, 0) })] : []),
    ...(isSteady ? [t('progress.left', { seconds: format.number(secondsLeft, 0) })] : []),
  ];
  return (
    <Paper withBorder p="sm" data-testid="progress-card">
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" fw={600}>
            {task.label}
          </Text>
          {onStop !== undefined && (
            <Button size="compact-xs" variant="default" flex="none" onClick={onStop}>
              {t('action.stop')}
            </Button>
          )}
        </Group>
        <Progress
          value={isCounted ? (100 * task.done) / task.total : 100}
          animated={!isCounted}
          aria-label={task.label}
        />
        <Text size="xs" c="dimmed">
          {parts.join(' · ')}
        </Text>
      </Stack>
    </Paper>
  );
}
