import { readFileSync } from 'node:fs';
import { dayFromYmd, periodEnd } from '../../shared/csv/calendar.ts';
import {
  buildLives,
  buildRecordSource,
  buildSeries,
  emptyDataset,
} from '../../shared/measures/build-dataset.ts';
import { type Dataset, NO_DAY } from '../../shared/measures/dataset.ts';
import type { Measure } from '../../shared/schemas/measure.ts';
import type { Scorecard } from '../../shared/schemas/scorecard.ts';
import { presetBands } from '../../shared/scoring/grading-schemes.ts';

/** Rows of a fixture without quotes, header left out. */
export function readFixture(path: string): string[][] {
  const text = readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
}

/** Day of an ISO date; throws on anything else, so that a wrong column shows. */
export function isoDay(text: string | undefined): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? '');
  if (match === null) throw new Error(`not an ISO date: ${text}`);
  return dayFromYmd(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** saas-panel as a Dataset, read without the app's import: an independent twin of it. */
export function readSaasPanel(through = NO_DAY): Dataset {
  const subscriptions = readFixture('saas-panel/subscriptions.csv');
  const index = new Map(subscriptions.map((row, i) => [row[0] ?? '', i]));
  const accountOf = (row: string[]) => index.get(row[0] ?? '') ?? -1;
  const usage = readFixture('saas-panel/usage_metrics.csv')
    .map((row) => ({ account: accountOf(row), day: periodEnd(isoDay(row[1]), 'month'), row }))
    .filter((row) => row.day <= through)
    .sort((a, b) => a.account - b.account || a.day - b.day);
  const tickets = readFixture('saas-panel/support_tickets.csv')
    .map((row) => ({ account: accountOf(row), day: isoDay(row[1]), row }))
    .filter((row) => row.day <= through)
    .sort((a, b) => a.account - b.account || a.day - b.day);
  const series = (name: string, column: number) =>
    buildSeries(
      {
        name,
        kind: 'flow',
        grain: 'month',
        lagDays: 0,
        account: Int32Array.from(usage, (u) => u.account),
        day: Int32Array.from(usage, (u) => u.day),
        value: Float64Array.from(usage, (u) => Number(u.row[column])),
      },
      subscriptions.length,
    );
  return {
    ...emptyDataset(subscriptions.map((row) => row[0] ?? '')),
    lives: buildLives({
      lives: subscriptions.map((row, account) => ({
        account,
        startDay: isoDay(row[3]),
        noticeDay: null,
        endDay: row[4] === '' ? null : isoDay(row[4]),
        assumedStart: false,
      })),
      churns: [],
      reactivations: [],
      firstSeen: new Int32Array(subscriptions.length).fill(NO_DAY),
    }),
    metrics: new Map([
      ['sessions', series('sessions', 2)],
      ['minutes_used', series('minutes_used', 3)],
    ]),
    records: new Map([
      [
        'support_tickets',
        buildRecordSource(
          {
            name: 'support_tickets',
            account: Int32Array.from(tickets, (t) => t.account),
            day: Int32Array.from(tickets, (t) => t.day),
            closedDay: new Int32Array(tickets.length).fill(NO_DAY),
            hasClosedDay: false,
            columns: new Map([['resolved', tickets.map((t) => t.row[3] ?? '')]]),
          },
          subscriptions.length,
        ),
      ],
    ]),
  };
}

const lastMonth = { lookback: 1, shift: 0, noRow: 'byKind' } as const;

function measure(id: string, aggregation: Measure['aggregation']): [string, Measure] {
  return [id, { id, name: id, aggregation, direction: 'higher', actionable: false }];
}

/** The measures of the reference tables, by the reference's names. */
export const saasMeasures = new Map<string, Measure>([
  measure('sessions_latest_complete', { type: 'latest', metric: 'sessions', staleAfterDays: null }),
  measure('sessions_last_month', { type: 'sum', metric: 'sessions', ...lastMonth, noRow: 'missing' }),
  measure('sessions_last_month_0', { type: 'sum', metric: 'sessions', ...lastMonth }),
  measure('minutes_last_month_0', { type: 'sum', metric: 'minutes_used', ...lastMonth }),
  measure('sessions_3_months_before', {
    type: 'mean',
    metric: 'sessions',
    lookback: 3,
    shift: 1,
    noRow: 'missing',
  }),
  measure('trend_ratio', {
    type: 'ratio',
    numerator: 'sessions_last_month_0',
    denominator: 'sessions_3_months_before',
  }),
  measure('tickets_90d', {
    type: 'recordCount',
    source: 'support_tickets',
    lookbackDays: 90,
    filters: [],
    openOnly: false,
  }),
  measure('unresolved_90d', {
    type: 'recordCount',
    source: 'support_tickets',
    lookbackDays: 90,
    filters: [{ column: 'resolved', operator: 'equals', value: 'False' }],
    openOnly: false,
  }),
  measure('tenure_days', { type: 'tenure' }),
]);

/** The scorecard of the reference: three measures, each its own group, 60/20/20, bands at 40 and 70. */
export const saasScorecard: Scorecard = {
  id: 'saas',
  name: 'saas-panel reference',
  purpose: { goal: '', healthyCustomer: '' },
  groups: [
    group('usage', 60, 'sessions_last_month_0', 0, 20),
    group('support', 20, 'unresolved_90d', 3, 0),
    group('tenure', 20, 'tenure_days', 0, 365),
  ],
  minimumCoverage: 0.5,
  gradingScheme: 'traffic',
  bands: presetBands('traffic', 'en'),
};

function group(id: string, weight: number, measureId: string, worst: number, best: number) {
  return {
    id,
    name: id,
    weight,
    combine: 'mean' as const,
    measures: [
      {
        measureId,
        weight: 100,
        scale: { type: 'linear' as const, worst, best },
        missing: { type: 'exclude' as const },
      },
    ],
  };
}
