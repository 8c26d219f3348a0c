import type { SameKeys } from '../catalogue.ts';
import type { jaBacktestSet } from '../ja/backtest-set.ts';

export const enBacktestSet: SameKeys<typeof jaBacktestSet> = {
  baseline: {
    title: 'Baselines',
    why: 'A score is worth having only if it beats the plain rules anyone can use today.',
    rule: 'Baseline',
    status: 'Part in the verdict',
    name: {
      chance: 'chance',
      lastActivity: 'days since last activity',
      usageOnly: 'usage only',
      tenure: 'tenure',
      incumbent: 'the imported score',
      equalWeights: 'equal weights of the same measures',
      largestAmount: 'largest amount first',
    },
    judged: 'Judged',
    decides: 'Decided the verdict',
    ladder: 'Beside the verdict',
    equalAlready: 'Your weights rank all accounts as equal weights do.',
    noData: '"{{name}}" has no data behind it and is not judged.',
    missingForChurners: '"{{name}}" is missing for more than 10 % of the churned accounts and is not judged.',
    constant: '"{{name}}" is the same for all accounts on every as-of date and is not judged.',
    sameRanking:
      '"{{name}}" ranks every account as this score does and is not judged (this score is "{{name}}" alone).',
    tooFew: 'Below 10 churned accounts no difference is shown.',
    notHere: 'This result has no baselines.',
  },
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
