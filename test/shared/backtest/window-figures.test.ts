import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBandFigures, horizonOverlap } from '../../../shared/backtest/band-figures.ts';
import { type Panel, POSITIVE } from '../../../shared/backtest/build-panel.ts';
import { computeCapacity } from '../../../shared/backtest/capacity-figures.ts';
import { evaluateWindow } from '../../../shared/backtest/window-figures.ts';
import { NO_DAY } from '../../../shared/measures/dataset.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';
import { scoredPanel } from './random-panel.ts';

const bands = presetBands('traffic', 'en');
const options = { bands, overlap: 2, capacityPerAsOf: 3 };

interface Row {
  readonly r: number;
  readonly account: number;
  readonly life: number;
  readonly asOf: number;
  readonly positive: boolean;
  readonly score: number;
  readonly outcomeDay: number;
}

const windows = scoredPanel(30).map(({ panel, scores }) => {
  const counted = Array.from(panel.account.keys()).filter((r) => panel.label[r]! <= POSITIVE);
  const rows = counted.map((r) => rowOf(panel, scores, r));
  return { rows, figures: evaluateWindow(panel, Int32Array.from(counted), scores, options).figures };
});

describe('the figures of a window', () => {
  it('count rows, accounts, churners and what was not scored', () => {
    checkAll(({ rows, figures }) => {
      const decisions = decisionsOf(rows);
      const scored = rows.filter((row) => row.score >= 0);
      expect(figures.rows).toBe(rows.length);
      expect(figures.accounts).toBe(distinct(rows));
      expect(figures.asOfDates).toBe(new Set(rows.map((row) => row.asOf)).size);
      expect(figures.churners).toBe(new Set(rows.filter((row) => row.positive).map((row) => row.life)).size);
      expect(figures.positives).toBe(scored.filter((row) => row.positive).length);
      expect(figures.kept).toBe(scored.filter((row) => !row.positive).length);
      expect(figures.unscoredRows).toBe(rows.length - scored.length);
      expect(figures.unscoredChurners).toBe(decisions.filter((row) => row.score < 0).length);
    });
  });

  it('rank rows of the same date only', () => {
    checkAll(({ rows, figures }) => {
      const scored = rows.filter((row) => row.score >= 0);
      const sameDate = share(pairsOf(scored).filter(([kept, churned]) => kept.asOf === churned.asOf));
      expect(figures.auc?.value ?? null).toEqual(sameDate === null ? null : expect.closeTo(sameDate, 12));
      const all = share(pairsOf(scored));
      expect(figures.allPairsAuc).toEqual(all === null ? null : expect.closeTo(all, 12));
    });
  });

  it('catch a churner that is in an alarm band on its decision date', () => {
    checkAll(({ rows, figures }) => {
      expect(figures.caught).toBe(decisionsOf(rows).filter(isAlarm).length);
    });
  });

  it('count hits by row and the accounts contacted once', () => {
    checkAll(({ rows, figures }) => {
      const alarms = rows.filter(isAlarm);
      expect(figures.alarmRows).toBe(alarms.length);
      expect(figures.alarmPositives).toBe(alarms.filter((row) => row.positive).length);
      expect(figures.alarmAccounts).toBe(distinct(alarms));
    });
  });

  it('call an account kept that was scored and has no outcome up to known-through', () => {
    checkAll(({ rows, figures }) => {
      const kept = keptAccounts(rows);
      expect(figures.keptAccounts).toBe(kept.size);
      const everRed = new Set(
        rows.filter((row) => isAlarm(row) && kept.has(row.account)).map((row) => row.account),
      );
      expect(figures.keptEverAlarm).toBe(everRed.size);
    });
  });

  it('give every threshold what the rows give', () => {
    checkAll(({ rows, figures }) => {
      const scored = rows.filter((row) => row.score >= 0);
      const kept = keptAccounts(rows);
      for (const threshold of [0, 50, 400, 1001]) {
        const below = scored.filter((row) => row.score < threshold);
        const sum = (counts: readonly number[]) => counts.slice(0, threshold).reduce((a, b) => a + b, 0);
        expect(sum(figures.positivesByScore)).toBe(below.filter((row) => row.positive).length);
        expect(sum(figures.keptByScore)).toBe(below.filter((row) => !row.positive).length);
        expect(sum(figures.accountsByLowestScore)).toBe(distinct(below));
        expect(sum(figures.keptAccountsByLowestScore)).toBe(
          distinct(below.filter((row) => kept.has(row.account))),
        );
        const decisions = decisionsOf(rows).filter((row) => row.score >= 0 && row.score < threshold);
        expect(sum(figures.churnersByDecisionScore)).toBe(decisions.length);
      }
    });
  });

  it('give each band its rate with a Wilson interval on rows ÷ overlap', () => {
    checkAll(({ rows, figures }) => {
      const scored = rows.filter((row) => row.score >= 0);
      const bounds = [700, 400, 0];
      figures.bands.forEach((band, b) => {
        const inside = scored.filter(
          (row) => row.score >= bounds[b]! && (b === 0 || row.score < bounds[b - 1]!),
        );
        const positives = inside.filter((row) => row.positive).length;
        const interval = wilson(positives / 2, inside.length / 2);
        expect(band).toEqual({
          bandId: bands[b]!.id,
          rows: inside.length,
          accounts: distinct(inside),
          positives,
          share: scored.length === 0 ? 0 : inside.length / scored.length,
          rate: inside.length === 0 ? null : positives / inside.length,
          low: interval?.low ?? null,
          high: interval?.high ?? null,
        });
      });
    });
  });
});

describe('calling the k lowest scores of each date', () => {
  it('expects what the average over all orders of ties gives', () => {
    const small = fc.record({
      scores: fc.array(fc.constantFrom(100, 200), { minLength: 1, maxLength: 5 }),
      positives: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      k: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(small, ({ scores, positives, k }) => {
        const decisions = scores.flatMap((_, i) => (positives[i] ? [i] : []));
        const figures = capacityOf([scores], positives, decisions, k);
        const orders = permutations(scores.map((_, i) => i));
        const caught = orders.map((order) => {
          const called = [...order].sort((a, b) => scores[a]! - scores[b]!).slice(0, k);
          return called.filter((i) => positives[i]).length;
        });
        const expected = caught.reduce((sum, hits) => sum + hits, 0) / orders.length;
        expect(figures.caught).toBeCloseTo(expected, 9);
        expect(figures.hits).toBeCloseTo(expected, 9);
        expect(figures.rowsContacted).toBe(Math.min(k, scores.length));
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('starts afresh on every date', () => {
    const figures = capacityOf(
      [
        [100, 200],
        [300, 300],
      ],
      [true, false, true, false],
      [0, 2],
      1,
    );
    expect(figures).toEqual({ perAsOf: 1, caught: 1.5, hits: 1.5, rowsContacted: 2 });
  });
});

describe('the overlap of horizons', () => {
  it.each([
    [60, 30, 2],
    [61, 30, 3],
    [90, 91, 1],
    [90, 7, 13],
    [30, 0, 30],
  ])('of %i days at a step of %i days counts an outcome %i times', (horizon, between, overlap) => {
    expect(horizonOverlap(horizon, between)).toBe(overlap);
  });

  it('widens the interval and leaves the rate', () => {
    const rows = {
      account: Int32Array.from({ length: 40 }, (_, i) => i),
      positive: Uint8Array.from({ length: 40 }, (_, i) => (i < 4 ? 1 : 0)),
      bucket: new Uint16Array(40),
    };
    const [red1] = computeBandFigures(bands, rows, 1).slice(-1);
    const [red3] = computeBandFigures(bands, rows, 3).slice(-1);
    expect(red3!.rate).toBe(red1!.rate);
    expect(red3!.high! - red3!.low!).toBeGreaterThan(red1!.high! - red1!.low!);
  });
});

function checkAll(
  check: (window: { rows: Row[]; figures: ReturnType<typeof evaluateWindow>['figures'] }) => void,
) {
  fc.assert(fc.property(windows, check), { numRuns: 200, seed: 1 });
}

function rowOf(panel: Panel, scores: Int16Array, r: number): Row {
  return {
    r,
    account: panel.account[r]!,
    life: panel.life[r]!,
    asOf: panel.asOf[r]!,
    positive: panel.label[r] === POSITIVE,
    score: scores[r]!,
    outcomeDay: panel.outcomeDay[r]!,
  };
}

function decisionsOf(rows: readonly Row[]): Row[] {
  const latest = new Map<number, Row>();
  for (const row of rows.filter(({ positive }) => positive)) {
    const seen = latest.get(row.life);
    if (seen === undefined || seen.asOf < row.asOf) latest.set(row.life, row);
  }
  return [...latest.values()];
}

function keptAccounts(rows: readonly Row[]): Set<number> {
  const scored = rows.filter((row) => row.score >= 0);
  const churned = new Set(scored.filter((row) => row.outcomeDay !== NO_DAY).map((row) => row.account));
  return new Set(scored.map((row) => row.account).filter((account) => !churned.has(account)));
}

function isAlarm(row: Row): boolean {
  return row.score >= 0 && row.score < 400;
}

function pairsOf(scored: readonly Row[]): [Row, Row][] {
  const churned = scored.filter((row) => row.positive);
  return scored
    .filter((row) => !row.positive)
    .flatMap((kept) => churned.map((one): [Row, Row] => [kept, one]));
}

function share(pairs: readonly (readonly [Row, Row])[]): number | null {
  if (pairs.every(([kept, churned]) => kept.score === churned.score)) return null;
  const wins = pairs.map(([kept, churned]) => (Math.sign(kept.score - churned.score) + 1) / 2);
  return wins.reduce((sum, win) => sum + win, 0) / pairs.length;
}

function distinct(rows: readonly Row[]): number {
  return new Set(rows.map((row) => row.account)).size;
}

function capacityOf(dates: number[][], positives: boolean[], decisions: number[], k: number) {
  const scores = dates.flat();
  const rows = {
    snapshot: Uint16Array.from(dates.flatMap((date, s) => date.map(() => s))),
    positive: Uint8Array.from(scores, (_, i) => Number(positives[i])),
    bucket: Uint16Array.from(scores),
    snapshotCount: dates.length,
  };
  return computeCapacity(rows, decisions, k);
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
