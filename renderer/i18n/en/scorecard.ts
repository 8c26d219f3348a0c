import type { SameKeys } from '../catalogue.ts';
import type { jaScorecard } from '../ja/scorecard.ts';

export const enScorecard: SameKeys<typeof jaScorecard> = {
  title: 'Scorecard',
  why: 'Give measures points and weights to make a health score.',
};
