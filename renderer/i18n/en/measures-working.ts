import type { SameKeys } from '../catalogue.ts';
import type { jaMeasuresWorking } from '../ja/measures-working.ts';

export const enMeasuresWorking: SameKeys<typeof jaMeasuresWorking> = {
  used: 'Row the value is made from',
  notUsed: 'Row the value is not made from',
  more: 'and {{n}} more',
  moreSome: 'and {{n}} more, {{used}} of them used',
  moreNone: 'and {{n}} more, not used',
  noRows: 'No row in the window',
  unit: { day: '{{n}} days', week: '{{n}} weeks', month: '{{n}} months', quarter: '{{n}} quarters' },
  empty: ' (0 for {{units}} without a row)',
  sum: 'sum of {{rows}} rows = {{value}}{{empty}}',
  mean: 'total {{total}} ÷ {{units}} = {{value}}{{empty}}',
  min: 'smallest of {{units}} = {{value}}{{empty}}',
  max: 'largest of {{units}} = {{value}}{{empty}}',
  activeDays: 'above 0 among {{units}} = {{value}}{{empty}}',
  latest: 'value of {{day}} = {{value}}',
  daysBetween: '{{to}} − {{from}} = {{value}} days',
  change: '{{now}} ÷ {{before}} before − 1 = {{value}}',
  slope: 'straight line through {{points}} points, per 30 days = {{value}}{{empty}}',
  nps: '({{promoters}} of 9–10 − {{detractors}} of 0–6) ÷ {{answers}} answers × 100 = {{value}}',
  users: '{{rows}} rows, each person counted once = {{value}}',
  features: '{{rows}} rows, each feature counted once = {{value}}',
  part: '{{name}} {{value}}',
  ratio: '{{numerator}} ÷ {{denominator}} = {{value}}',
  formula: '{{formula}} = {{value}}',
  zScore: '({{now}} now − mean {{mean}}) ÷ SD {{deviation}} = {{value}} (from {{months}} earlier months)',
  peerPercentile:
    '({{below}} below + {{equal}} equal ÷ 2) ÷ {{peers}} accounts × 100 = {{value}} (own value {{own}})',
  recordCount: 'rows of the last {{days}} days = {{value}}',
  recordSum: 'sum of {{rows}} records = {{value}}',
};
