import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBandMoves } from '../../../shared/backtest/band-moves.ts';
import { computeStability } from '../../../shared/backtest/stability.ts';
import { endOfMonth } from '../../../shared/csv/calendar.ts';
import { bandMovesSchema, stabilityFiguresSchema } from '../../../shared/schemas/lab-figures.ts';
import { sameDateAuc } from '../../../shared/statistics/same-date-auc.ts';
import { isRed, type Lab, lab, randomLab } from './lab-panel.ts';
import { life } from './random-panel.ts';

const settings = {
  schedule: { type: 'typed' as const, days: [100, 130, 160] },
  testFrom: null,
  knownThrough: 400,
};

describe('moves between bands', () => {
  it('count each account once per step, by where it comes from and goes to', () => {
    const { input } = lab(
      [
        life({ account: 0 }),
        life({ account: 1, endDay: 120 }),
        life({ account: 2, startDay: 110 }),
        life({ account: 3, endDay: 500, noticeDay: 125 }),
      ],
      (account, t) => (account === 0 ? [900, 300, -1][(t - 100) / 30]! : 500),
      { ...settings, outcomeDate: 'effective' },
    );
    const { states, steps } = computeBandMoves(input);
    const name = (i: number) => states[i]!.bandId ?? states[i]!.kind;
    const [green, amber, red] = input.bands.map(({ id }) => id);
    const told = steps.map(({ from, to, moves }) => [
      from,
      to,
      ...moves.map((move) => `${name(move.from)} → ${name(move.to)} ${move.accounts}`),
    ]);
    expect(told).toEqual([
      [100, 130, `${green} → ${red} 1`, `${amber} → churned 1`, `${amber} → left 1`, `new → ${amber} 1`],
      [130, 160, `${amber} → ${amber} 1`, `${red} → unscored 1`],
    ]);
  });

  it('flow out of each date what flowed in: its eligible accounts', () => {
    fc.assert(
      fc.property(randomLab(20), ({ input }) => {
        const figures = computeBandMoves(input);
        expect(bandMovesSchema.safeParse(figures).error).toBeUndefined();
        const isHere = (state: number) => ['band', 'unscored'].includes(figures.states[state]!.kind);
        figures.steps.forEach(({ from, to, moves }) => {
          const eligible = (day: number) => input.panel.asOf.filter((asOf) => asOf === day).length;
          const sum = (of: typeof moves) => of.reduce((all, move) => all + move.accounts, 0);
          expect(sum(moves.filter((move) => isHere(move.from)))).toBe(eligible(from));
          expect(sum(moves.filter((move) => isHere(move.to)))).toBe(eligible(to));
        });
      }),
      { numRuns: 60, seed: 13 },
    );
  });

  it('say why where there are none', () => {
    const one = lab([life()], () => 500, { ...settings, schedule: { type: 'typed', days: [100] } });
    expect(computeBandMoves(one.input)).toMatchObject({ reason: 'oneDate', steps: [] });
    expect(computeBandMoves(lab([], () => 500, settings).input).reason).toBe('noRows');
  });
});

describe('stability by month', () => {
  it('equals figures of the plain rows of each calendar month', () => {
    fc.assert(
      fc.property(randomLab(25), ({ input }) => {
        const figures = computeStability(input);
        expect(stabilityFiguresSchema.safeParse(figures).error).toBeUndefined();
        const mature = matureRows(input);
        expect(figures.months.map(({ month }) => month)).toEqual(
          [...new Set(mature.map((r) => endOfMonth(input.panel.asOf[r]!)))].sort((a, b) => a - b),
        );
        for (const month of figures.months) {
          const rows = mature.filter(
            (r) => endOfMonth(input.panel.asOf[r]!) === month.month && input.scores[r]! >= 0,
          );
          const red = rows.filter((r) => isRed(input.scores[r]!));
          const positives = (of: number[]) => of.filter((r) => input.panel.label[r] === 1).length;
          expect([month.rows, month.positives]).toEqual([rows.length, positives(rows)]);
          expect(month.hitRate).toMatchObject({ count: positives(red), total: red.length });
          expect(month.alarmShare).toBe(rows.length === 0 ? null : red.length / rows.length);
          const auc = sameDateAuc({
            account: Int32Array.from(rows, (r) => input.panel.account[r]!),
            snapshot: Uint16Array.from(rows, (r) => input.panel.snapshot[r]!),
            positive: Uint8Array.from(rows, (r) => input.panel.label[r]!),
            snapshotCount: input.panel.asOfDays.length,
            bucket: Uint16Array.from(rows, (r) => input.scores[r]!),
          }).auc;
          expect(month.auc?.value ?? null).toBe(auc);
        }
      }),
      { numRuns: 60, seed: 14 },
    );
  });

  it('of nothing mature is a reason', () => {
    const { input } = lab([life()], () => 500, { ...settings, knownThrough: 0 });
    expect(computeStability(input)).toEqual({ reason: 'noRows', months: [] });
  });
});

function matureRows({ panel, windows }: Lab['input']): number[] {
  return [...panel.account.keys()].filter(
    (r) => panel.label[r]! <= 1 && windows[panel.snapshot[r]!] !== 'pending',
  );
}
