import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../shared/csv/calendar.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { isoDay } from '../../helpers/saas-panel.ts';
import { csv, importsUnderTest, planOf, usagePlan } from '../imports-service/imports-under-test.ts';

const imports = importsUnderTest();
const firstDay = isoDay('2024-01-01');
const ACCOUNTS = 24;

const measure = (id: string, aggregation: Measure['aggregation']): Measure => ({
  ...{ id, name: id, aggregation, direction: 'higher', actionable: false },
});
const measures = [
  measure('seats', { type: 'attribute', attribute: 'seats' }),
  measure('use', { type: 'sum', metric: 'logins', lookback: 30, shift: 0, noRow: 'byKind' }),
  measure('each', { type: 'ratio', numerator: 'use', denominator: 'seats' }),
  measure('peers', { type: 'peerPercentile', measure: 'use', attribute: 'plan' }),
];
const group = (id: string, ids: readonly string[]): Scorecard['groups'][number] => ({
  ...{ id, name: id, weight: 50, combine: 'mean' },
  measures: ids.map((measureId) => ({
    ...{ measureId, weight: 1, missing: { type: 'exclude' } },
    scale: { type: 'linear', worst: 0, best: 40 },
  })),
});
const scorecard: Scorecard = {
  ...{ id: 's', name: 's', purpose: { goal: '', healthyCustomer: '' } },
  groups: [group('g', ['seats', 'use', 'each', 'peers'])],
  variants: [
    {
      ...{ id: 'v', name: 'v', borrowK: 20, groups: [group('vg', ['seats'])] },
      conditions: [{ type: 'attribute', attribute: 'plan', operator: 'isOneOf', values: ['pro'] }],
    },
  ],
  ...{ minimumCoverage: 0, gradingScheme: 'traffic', bands: presetBands('traffic', 'en') },
};
const settings: BacktestSettings = {
  schedule: { type: 'monthly', firstDay: firstDay + 59, lastDay: firstDay + 300 },
  ...{ gapDays: 0, horizonDays: 60, minimumTenureDays: 0, outcomeDate: 'effective' },
  ...{ knownThrough: firstDay + 300, testFrom: 'auto', capacityPerAsOf: 2, seed: 1 },
  segment: {
    name: 'some',
    conditions: [{ type: 'attribute', attribute: 'plan', operator: 'isNotOneOf', values: ['trial'] }],
  },
};
const beforeRenewal: BacktestSettings = {
  ...settings,
  schedule: { type: 'renewal', daysBefore: 30, firstDay: firstDay + 31, lastDay: firstDay + 300 },
};

const accountsPlan = planOf('accounts', [
  ['id', 'accountId'],
  ['start', 'startOn'],
  ['end', 'endOn'],
  ['renews', 'renewalOn'],
  ['plan', 'attribute'],
  ['seats', 'attribute'],
]);
interface Told {
  readonly plan: string;
  readonly seats: number | null;
  readonly renewal: number;
}
const told: fc.Arbitrary<Told[]> = fc.array(
  fc.record({
    plan: fc.constantFrom('pro', 'free', 'trial', ''),
    seats: fc.option(fc.integer({ min: 1, max: 40 })),
    renewal: fc.integer({ min: 90, max: 300 }),
  }),
  { minLength: ACCOUNTS, maxLength: ACCOUNTS },
);

/** Every other account leaves in its own month. */
const endOf = (account: number) => (account % 2 === 1 ? formatDay(firstDay + 80 + account * 9) : '');

const tell = (all: readonly Told[]) =>
  imports.commit(
    csv(
      'id,start,end,renews,plan,seats',
      ...all.map(
        ({ plan, seats, renewal }, a) =>
          `a${a},2023-06-01,${endOf(a)},${formatDay(firstDay + renewal)},${plan},${seats ?? ''}`,
      ),
    ),
    accountsPlan,
  );

async function prepare(): Promise<void> {
  await imports.newWorkspace();
  await imports.running().get('design.commit', {
    ...{ nameKey: 'step.test', parameters: {}, screen: 'scorecard' },
    changes: [
      ...measures.map((body) => ({ kind: 'measure' as const, id: body.id, body })),
      { kind: 'scorecard', id: 's', body: scorecard },
    ],
  });
  const logins = Array.from({ length: ACCOUNTS * 10 }, (_, i) => {
    const [account, month] = [i % ACCOUNTS, Math.floor(i / ACCOUNTS)];
    return `a${account},${formatDay(firstDay + month * 30)},${(account * 7 + month * 3) % 40}`;
  });
  await imports.commit(csv('id,date,logins', ...logins), usagePlan());
}

let runs = 0;
async function figuresOf(asked: BacktestSettings) {
  const run = { scorecardId: 's', settings: asked, taskId: `run ${++runs}` };
  return (await imports.running().get('backtests.run', run)).figures;
}

async function listOf(asOf: number) {
  const { rows } = await imports.running().get('lists.page', {
    ...{ scorecardId: 's', asOf, conditions: [], search: '', attributes: ['plan', 'seats'] },
    ...{ sort: { key: 'accountId', attribute: '', descending: false }, offset: 0, limit: 100 },
  });
  return rows;
}

describe('attributes without dates that a later import changes', () => {
  it('change no figure of the past, until the first import is undone', { timeout: 60_000 }, async () => {
    let [changedToday, changedByUndo] = [0, 0];
    const tomorrow = Math.floor(Date.now() / 86_400_000) + 1;
    await fc.assert(
      fc.asyncProperty(told, told, async (first, later) => {
        await prepare();
        const { batch } = await tell(first);
        const pastList = () => listOf(firstDay + 200);
        const [figures, renewals, list] = [
          await figuresOf(settings),
          await figuresOf(beforeRenewal),
          await pastList(),
        ];
        const today = await listOf(tomorrow);
        await tell(later);
        expect(await figuresOf(settings)).toEqual(figures);
        expect(await figuresOf(beforeRenewal)).toEqual(renewals);
        expect(await pastList()).toEqual(list);
        const now = await listOf(tomorrow);
        const texts = (row: (typeof now)[number]) => row.attributes.join();
        const stayed = later.flatMap(({ plan, seats }, a) =>
          a % 2 === 0 ? { id: `a${a}`, told: `${plan},${seats ?? ''}` } : [],
        );
        expect(new Map(now.map((row) => [row.accountId, texts(row)]))).toEqual(
          new Map(stayed.map((account) => [account.id, account.told])),
        );
        if (JSON.stringify(now) !== JSON.stringify(today)) changedToday++;
        await imports.running().get('imports.setUndone', { number: batch!.number, undone: true });
        if (JSON.stringify(await figuresOf(settings)) !== JSON.stringify(figures)) changedByUndo++;
      }),
      { numRuns: 4, endOnFailure: true },
    );
    expect([changedToday, changedByUndo]).toEqual([4, 4]);
  });
});
