import { Button, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RunningTask } from '../../client/app-store.ts';
import { useFormat } from '../../format/use-format.ts';
import { buildProgress } from './build-progress.ts';

export interface ImportProgressProps {
  readonly task: RunningTask | null;
  readonly onStop: () => void;
}

/** Rows so far, rows a second, time left, and a way to stop that leaves nothing behind. */
export function ImportProgress({ task, onStop }: ImportProgressProps) {
  const { t } = useTranslation(['data', 'common']);
  const format = useFormat();
  const { percent, rows, rowsPerSecond, secondsLeft, isStoring } = buildProgress(task);
  const parts = [
    percent === null ? t('progress.starting') : t('progress.rows', { rows: format.count(rows, 'row') }),
    rowsPerSecond === null ? null : t('progress.rate', { rows: format.count(rowsPerSecond, 'row') }),
    isStoring ? t('progress.storing') : null,
    secondsLeft === null
      ? null
      : t('progress.left', { count: secondsLeft, value: format.number(secondsLeft, 0) }),
  ].filter((part) => part !== null);
  return (
    <div className="import-progress" data-testid="import-progress">
      <div>
        <Progress value={percent ?? 100} animated={percent === null} aria-label={t('progress.label')} />
        <Text size="xs" mt={4}>
          {parts.join(' · ')}
        </Text>
      </div>
      <Button variant="default" onClick={onStop}>
        {t('progress.stop')}
      </Button>
    </div>
  );
}
