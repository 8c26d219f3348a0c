import type { SameKeys } from '../catalogue.ts';
import type { jaBacktestCharts } from '../ja/backtest-charts.ts';

/** The linked charts: what lights up in all of them. */
export const enBacktestCharts: SameKeys<typeof jaBacktestCharts> = {
  linked: {
    title: 'Linked charts',
    hint: 'Point at a mark or a number and the same accounts light up in every chart; a click opens the list.',
    waiting: '{{title}}…',
    shown: 'Lit: {{title}} ({{accounts}}, {{rows}})',
  },
  advanced: {
    title: 'Figures for analysts (Gini, KS, Brier, PSI, IV)',
    label: 'Table of figures for analysts',
    gini: 'Gini',
    allPairsAuc: 'AUC across dates',
    psi: '{{psi}} (chance reaches {{limit}}, {{swaps}} swaps)',
    values: 'Information value by measure',
    floor: 'Noise floor',
    running: 'Working out the information values',
    designOnly: 'From the design window: {{churners}}, {{rows}} (optimistic).',
  },
  story: {
    why: 'The score of each account over the 12 months to its end: bars in the colour of the band, dashed the score below which alarm begins, the thick line below a red run that lasted to the end.',
    fallen: 'The lines below name the two measures that took most from the score.',
    churned: 'Churned accounts',
    kept: 'Red, but kept',
    of: '{{shown}} of {{all}}',
    none: 'No such account.',
    more: 'Show {{rest}} more',
    spark: '{{name}}: 12 months of scores ({{scores}} points in time)',
    stayed: 'stayed',
    redBefore: 'Red {{value}} days before',
    redAtLeast: 'Red at least {{value}} days before',
    neverRed: 'Never red',
    redEarlier: 'Red earlier, not at the end',
    lastRed: 'Last red {{day}}',
    nothingFell: 'The score did not fall',
    fell: '{{name}} −{{points}} points',
  },
  advice: {
    title: 'Thresholds to consider, and how stable they are',
    running: 'Choosing the thresholds anew 200 times',
    capacity: {
      weekly: 'Capacity (per week)',
      monthly: 'Capacity (per month)',
      quarterly: 'Capacity (per quarter)',
      typed: 'Capacity (per date)',
      renewal: 'Capacity (per month)',
    },
    byCapacity: 'By capacity',
    byCost: 'By cost',
    use: 'Use',
    useThis: 'Use the threshold chosen {{name}}',
    noRows: 'the design window has no scored rows.',
    tooFew: 'the design window has {{churners}} churned accounts, fewer than 10.',
    learnt:
      'Chosen on the design window ({{dates}} as-of dates, {{accounts}}, {{churners}}); the interval holds 95 % of {{resamples}} choices on resampled accounts.',
    learntAll:
      'Chosen on all dates ({{dates}} as-of dates, {{accounts}}, {{churners}}, optimistic); the interval holds 95 % of {{resamples}} choices on resampled accounts.',
  },
};
