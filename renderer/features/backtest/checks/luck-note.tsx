import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTaskQuery } from '../../../client/use-task-query.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useRun } from '../run-context.ts';

const MOST_ROWS_AT_ONCE = 200_000;
/** The same for a design that took suggestions: learning them 200 times over takes longer. */
const MOST_ROWS_LEARNT_AT_ONCE = 10_000;

/** What luck reaches with as many designs, and what the score reaches on the same rows. */
export interface Luck {
  readonly designs: number;
  readonly mean: number;
  readonly percentile95: number;
  readonly reached: number;
}

/** The luck line for the verdict; none for large windows, which leave it to its tab. */
export function useLuck(): { readonly luck: Luck | null; readonly isWaiting: boolean } {
  const { t } = useTranslation('backtest');
  const { output, window } = useRun();
  const isLearnt = (output.scorecard.learnt ?? []).length > 0;
  const most = isLearnt ? MOST_ROWS_LEARNT_AT_ONCE : MOST_ROWS_AT_ONCE;
  const isSmall = window !== null && window.rows > window.unscoredRows && window.rows <= most;
  const query = useTaskQuery('backtests.luck', isSmall ? { runId: output.run.id } : null, {
    label: t('checks.luck.running'),
  });
  const { mean = null, percentile95 = null, reached = null, designs = 0 } = query.value ?? {};
  const isKnown = mean !== null && percentile95 !== null && reached !== null;
  return {
    luck: isKnown ? { designs, mean, percentile95, reached } : null,
    isWaiting: isSmall && query.status === 'loading',
  };
}

/** What luck alone reaches, in one line under the verdict. */
export function LuckNote({ luck }: { readonly luck: Luck | null }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { figures } = useRun().output;
  if (luck === null) return null;
  const isWithin = figures.testFrom === null && luck.reached <= luck.percentile95;
  return (
    <Text size="sm" data-testid="luck-note">
      {isWithin && <b>{t('checks.luck.notPromising')} </b>}
      {t('checks.luck.sentence', {
        count: luck.designs,
        value: format.number(luck.designs, 0),
        mean: format.auc(luck.mean),
        high: format.auc(luck.percentile95),
      })}
    </Text>
  );
}
