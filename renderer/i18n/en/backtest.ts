import type { SameKeys } from '../catalogue.ts';
import type { jaBacktest } from '../ja/backtest.ts';

export const enBacktest: SameKeys<typeof jaBacktest> = {
  title: 'Back-test',
  why: 'Replay the score over past dates and see whether it found churn early.',
};
