import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeInterventions, findTreated } from '../../../shared/backtest/interventions-bounds.ts';
import { judgedRows } from '../../../shared/backtest/lab-input.ts';
import { evaluateWindow } from '../../../shared/backtest/window-figures.ts';
import type { AccountDays } from '../../../shared/measures/dataset.ts';
import { interventionFiguresSchema } from '../../../shared/schemas/lab-figures.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { isRed, lab, randomLab, traffic } from './lab-panel.ts';
import { life } from './random-panel.ts';

const settings = {
  schedule: { type: 'typed' as const, days: [100] },
  gapDays: 10,
  horizonDays: 30,
  knownThrough: 300,
  testFrom: null,
};

describe('a treated row', () => {
  it.each([
    [100, null, 0],
    [101, null, 1],
    [140, null, 1],
    [141, null, 0],
    [119, 120, 1],
    [120, 120, 0],
  ])('with a contact on day %d and an outcome on day %s is %d', (contact, endDay, treated) => {
    const { input } = lab([life({ endDay })], () => 500, settings);
    expect([...findTreated(input.panel, contactsOf([[contact]]), settings)]).toEqual([treated]);
  });
});

describe('intervention figures', () => {
  // six accounts: red churned, calm churned, red kept treated, calm kept treated, red kept, calm kept
  const lives = [120, 120, null, null, null, null].map((endDay, account) => life({ account, endDay }));
  const { input } = lab(lives, (account) => [100, 800, 200, 900, 300, 950][account]!, settings);
  const figures = computeInterventions(input, contactsOf([[], [], [110], [110], [], []]));

  it('show all rows, the untreated, and the bounds of hit and catch rate', () => {
    expect(figures.treated).toEqual({
      rows: 2,
      accounts: 2,
      keptInAlarm: 1,
      keptNotInAlarm: 1,
      positives: 0,
    });
    expect(figures.all).toMatchObject({ rows: 6, positives: 2, alarmRows: 3, alarmPositives: 1 });
    expect(figures.untreated).toMatchObject({ rows: 4, positives: 2, alarmRows: 2, alarmPositives: 1 });
    expect(figures.bounds.hitRate).toEqual({ low: 1 / 3, high: 2 / 3 });
    expect(figures.bounds.catchRate).toEqual({ low: 1 / 3, high: 2 / 3 });
  });

  it('bound the AUC by relabelling the treated from one end of the score', () => {
    // as seen: churned 100, 800 against kept 200, 900, 300, 950
    expect(figures.all.auc!.value).toBeCloseTo(6 / 8, 12);
    // 200 relabelled: churned 100, 200, 800 against 300, 900, 950 → 3 + 3 + 2 of 9; 900: 200, 300, 950 against 100, 800, 900 → 3 + 1 + 1
    expect(figures.bounds.auc!.high).toBeCloseTo(8 / 9, 12);
    expect(figures.bounds.auc!.low).toBeCloseTo(5 / 9, 12);
  });

  it('equal every relabelling by a score cut, counted slowly', () => {
    fc.assert(
      fc.property(randomLab(20), fc.integer({ min: 0, max: 2 ** 20 }), (made, seed) => {
        const random = createRandom(seed);
        const { panel, scores } = made.input;
        const contacts = contactsOf(
          Array.from({ length: panel.accountCount }, () =>
            Array.from({ length: random.integer(4) }, () => 40 + random.integer(400)).sort((a, b) => a - b),
          ),
        );
        const found = computeInterventions(made.input, contacts);
        expect(interventionFiguresSchema.safeParse(found).error).toBeUndefined();
        const rows = [...judgedRows(made.input).row].filter((r) => scores[r]! >= 0);
        const treated = findTreated(panel, contacts, made.input.settings);
        const cuts = [-1, ...rows.map((r) => scores[r]!), 1001];
        const aucs = cuts.flatMap((cut) =>
          [(score: number) => score <= cut, (score: number) => score >= cut].flatMap((inside) => {
            const churned = (r: number) => panel.label[r] === 1 || (treated[r] === 1 && inside(scores[r]!));
            return (
              slowAuc(
                rows,
                churned,
                (r) => scores[r]!,
                (r) => panel.asOf[r]!,
              ) ?? []
            );
          }),
        );
        const expected = aucs.length === 0 ? null : { low: Math.min(...aucs), high: Math.max(...aucs) };
        expect(found.bounds.auc?.low ?? -1).toBeCloseTo(expected?.low ?? -1, 9);
        expect(found.bounds.auc?.high ?? -1).toBeCloseTo(expected?.high ?? -1, 9);
        const all = evaluateWindow(panel, judgedRows(made.input).row, scores, {
          bands: traffic,
          overlap: 1,
          capacityPerAsOf: 1,
        });
        expect(found.all.catchRate).toMatchObject({ count: all.figures.caught, total: all.figures.churners });
        const redKept = rows.filter(
          (r) => treated[r] === 1 && panel.label[r] === 0 && isRed(scores[r]!),
        ).length;
        expect(found.treated.keptInAlarm).toBe(redKept);
      }),
      { numRuns: 60, seed: 17 },
    );
  });

  it('without contacts and without rows say so', () => {
    expect(computeInterventions(input, contactsOf([[], [], [], [], [], []]))).toMatchObject({
      reason: 'noContacts',
    });
    const nothing = lab([life()], () => -1, settings);
    expect(computeInterventions(nothing.input, contactsOf([[]]))).toMatchObject({
      reason: 'noRows',
      bounds: { hitRate: null, catchRate: null, auc: null },
    });
  });
});

function contactsOf(days: readonly (readonly number[])[]): AccountDays {
  const offsets = Int32Array.from([0, ...days.map((_, a) => days.slice(0, a + 1).flat().length)]);
  return { offsets, day: Int32Array.from(days.flat()) };
}

function slowAuc(
  rows: readonly number[],
  churned: (row: number) => boolean,
  score: (row: number) => number,
  date: (row: number) => number,
): number | null {
  let [wins, pairs, ties] = [0, 0, 0];
  for (const low of rows.filter(churned)) {
    for (const high of rows.filter((r) => !churned(r) && date(r) === date(low))) {
      pairs++;
      if (score(high) === score(low)) ties++;
      wins += score(high) > score(low) ? 1 : score(high) === score(low) ? 0.5 : 0;
    }
  }
  return ties === pairs ? null : wins / pairs;
}
