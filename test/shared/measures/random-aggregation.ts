import fc from 'fast-check';
import type { Aggregation } from '../../../shared/schemas/measure.ts';

const window = {
  lookback: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 60 })),
  shift: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10 })),
};
const noRow = fc.constantFrom('byKind' as const, 'zero' as const, 'missing' as const);
const staleAfterDays: fc.Arbitrary<number | null> = fc.option(fc.integer({ min: 1, max: 60 }));
const metric = fc.constantFrom('m0', 'm1');
const onlyBugs = [{ column: 'kind', operator: 'equals' as const, value: 'bug' }];

/** None, one or two filters, with every operator; the twin walks them one by one. */
const anyFilters = fc.array(
  fc.oneof(
    fc.record({
      column: fc.constant('kind'),
      operator: fc.constantFrom('equals' as const, 'notEquals' as const),
      value: fc.constantFrom('bug', 'question', ''),
    }),
    fc.record({
      column: fc.constant('kind'),
      operator: fc.constant('contains' as const),
      value: fc.constantFrom('u', 'bug', 'st', 'Bug'),
    }),
    fc.record({
      column: fc.constant('rating'),
      operator: fc.constantFrom('atLeast' as const, 'atMost' as const),
      value: fc.constant('7'),
    }),
  ),
  { maxLength: 2 },
);
const ratingFilter = fc.constantFrom(
  [],
  onlyBugs,
  [{ column: 'rating', operator: 'atLeast' as const, value: '7' }],
  [{ column: 'rating', operator: 'atMost' as const, value: '７' }],
);
const rated = {
  source: fc.constant('tickets'),
  column: fc.constant('rating'),
  filters: fc.oneof(ratingFilter, anyFilters),
};
const eventWindow = {
  eventSource: fc.constant('app'),
  period: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
  ...window,
  events: fc.constantFrom<string[][]>([], ['login'], ['export', 'share', 'gone']),
};
const lookbackDays = fc.integer({ min: 1, max: 100 });

/** Any aggregation of one metric or record source. */
export const aggregations: Readonly<Record<string, fc.Arbitrary<Aggregation>>> = {
  latest: fc.record({
    type: fc.constant('latest' as const),
    metric,
    staleAfterDays,
  }),
  sum: fc.record({ type: fc.constant('sum' as const), metric, ...window, noRow }),
  mean: fc.record({ type: fc.constant('mean' as const), metric, ...window, noRow }),
  min: fc.record({ type: fc.constant('min' as const), metric, ...window, noRow }),
  max: fc.record({ type: fc.constant('max' as const), metric, ...window, noRow }),
  activeDays: fc.record({ type: fc.constant('activeDays' as const), metric, ...window }),
  daysSinceLast: fc.record({ type: fc.constant('daysSinceLast' as const), metric }),
  change: fc.record({ type: fc.constant('change' as const), metric, ...window, noRow }),
  tenure: fc.constant({ type: 'tenure' as const }),
  recordCount: fc.record({
    type: fc.constant('recordCount' as const),
    source: fc.constant('tickets'),
    lookbackDays: fc.integer({ min: 1, max: 100 }),
    filters: anyFilters,
    openOnly: fc.boolean(),
  }),
  daysSinceRecord: fc.record({
    type: fc.constant('daysSinceRecord' as const),
    source: fc.constant('tickets'),
    filters: anyFilters,
  }),
  slope: fc.record({ type: fc.constant('slope' as const), metric, ...window, noRow }),
  nps: fc.record({ type: fc.constant('nps' as const), metric, ...window }),
  recordNps: fc.record({ type: fc.constant('recordNps' as const), ...rated, lookbackDays }),
  recordSum: fc.record({ type: fc.constant('recordSum' as const), ...rated, lookbackDays }),
  attribute: fc.constant({ type: 'attribute' as const, attribute: 'tier' }),
  distinctUsers: fc.record({ type: fc.constant('distinctUsers' as const), ...eventWindow }),
  distinctFeatures: fc.record({ type: fc.constant('distinctFeatures' as const), ...eventWindow }),
  latestRecord: fc.record({ type: fc.constant('latestRecord' as const), ...rated, staleAfterDays }),
};
