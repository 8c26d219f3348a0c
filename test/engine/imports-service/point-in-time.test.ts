import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../shared/csv/calendar.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { isoDay } from '../../helpers/saas-panel.ts';
import { csv, importsUnderTest, planOf, usagePlan } from './imports-under-test.ts';

const imports = importsUnderTest();
const firstDay = isoDay('2024-01-01');

const aggregations: Measure['aggregation'][] = [
  { type: 'sum', metric: 'logins', lookback: 14, shift: 0, noRow: 'byKind' },
  { type: 'change', metric: 'logins', lookback: 7, shift: 0, noRow: 'byKind' },
  { type: 'daysSinceLast', metric: 'logins' },
  { type: 'recordCount', source: 'tickets', lookbackDays: 30, filters: [], openOnly: false },
  { type: 'tenure' },
];
const measures = aggregations.map(
  (aggregation, i): Measure => ({
    id: `m${i}`,
    name: `m${i}`,
    aggregation,
    direction: 'higher',
    actionable: false,
  }),
);
const scorecard: Scorecard = {
  id: 's',
  name: 's',
  purpose: { goal: '', healthyCustomer: '' },
  groups: measures.map(({ id }) => ({
    id,
    name: id,
    weight: 20,
    combine: 'mean',
    measures: [
      {
        measureId: id,
        weight: 1,
        scale: { type: 'linear', worst: 0, best: 30 },
        missing: { type: 'exclude' },
      },
    ],
  })),
  minimumCoverage: 0.1,
  gradingScheme: 'traffic',
  bands: presetBands('traffic', 'en'),
};

const tickets = planOf('records', [
  ['id', 'accountId'],
  ['on', 'date'],
]);
const row = fc.record({
  account: fc.integer({ min: 0, max: 4 }),
  day: fc.integer({ min: 0, max: 60 }),
  logins: fc.integer({ min: 0, max: 9 }),
});

async function scoresAsOf(asOf: number) {
  const page = await imports.running().get('lists.page', {
    scorecardId: 's',
    asOf,
    conditions: [],
    search: '',
    sort: { key: 'name', attribute: '', descending: false },
    attributes: [],
    offset: 0,
    limit: 100,
  });
  return page.rows.map(({ accountId, score, bandId, coverage }) => ({ accountId, score, bandId, coverage }));
}

async function importRows(rows: readonly { account: number; day: number; logins: number }[]): Promise<void> {
  const lines = rows.map(({ account, day, logins }) => `a${account},${formatDay(firstDay + day)},${logins}`);
  await imports.commit(csv('id,date,logins', ...lines), usagePlan());
  const dated = rows.filter(({ logins }) => logins > 6);
  await imports.commit(
    csv('id,on', ...dated.map(({ account, day }) => `a${account},${formatDay(firstDay + day)}`)),
    tickets,
  );
}

describe('importing all rows after a date', () => {
  it('changes no score as of that date', { timeout: 60_000 }, async () => {
    let scored = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 10, maxLength: 60 }),
        fc.integer({ min: 10, max: 50 }),
        async (rows, cut) => {
          await imports.newWorkspace();
          await imports.running().get('design.commit', {
            nameKey: 'step.test',
            parameters: {},
            screen: 'scorecard',
            changes: [
              ...measures.map((body) => ({ kind: 'measure' as const, id: body.id, body })),
              { kind: 'scorecard', id: scorecard.id, body: scorecard },
            ],
          });
          await importRows(rows.filter(({ day }) => day <= cut));
          const before = await scoresAsOf(firstDay + cut);
          await importRows(rows.filter(({ day }) => day > cut));
          expect(await scoresAsOf(firstDay + cut)).toEqual(before);
          scored += before.filter(({ score }) => score !== null).length;
        },
      ),
      { numRuns: 12 },
    );
    expect(scored).toBeGreaterThan(12);
  });
});
