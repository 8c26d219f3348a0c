import type { SameKeys } from '../catalogue.ts';
import type { jaBacktestSet } from '../ja/backtest-set.ts';

export const enBacktestSet: SameKeys<typeof jaBacktestSet> = {
  set: {
    outcome: { churn: 'Churn', contraction: 'Contraction', expansion: 'Expansion', renewal: 'Renewal' },
    voluntaryOnly: 'Only voluntary churn',
    voluntaryHelp:
      'Churn that is said to be involuntary (card failure, bankruptcy) is left out. Where nothing is said it counts as voluntary.',
    voluntaryChurn: 'Voluntary churn',
    fromTop: 'The top band is the one to call.',
    fromBottom: 'The alarm bands are the ones to call.',
    otherChurns: 'An account that churns before counts as "did not" (churn within the gap is left out).',
    noIncumbent: 'none',
    everybody: 'All accounts',
    byAttribute: 'By attribute…',
    attribute: 'Attribute',
    values: 'Values',
    noAttributes: 'There are no attributes yet. Import an accounts file to choose by them.',
    segmentsLeftOut:
      'Segments with conditions on score or band are not offered: they mean nothing on past dates.',
    daysBefore: 'Days before the renewal',
    renewalHelp:
      'Each account is scored so many days before each of its renewals. Accounts of the same month are compared.',
    beforeRenewal: '{{value}} days before renewal',
    ownAuc: 'On the design window this measure alone has an AUC of {{auc}}.',
    lintNone: 'Checked before grading: nothing found.',
    lintSome_one: 'Checked before grading: {{value}} point to look at before you trust the past.',
    lintSome_other: 'Checked before grading: {{value}} points to look at before you trust the past.',
    lintShow: 'Show',
    lintHide: 'Hide',
  },
};
