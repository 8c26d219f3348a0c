import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScorePairs } from '../../../shared/scoring/score-pairs.ts';
import { jackknifeComponents } from '../../../shared/statistics/same-date-pairs.ts';

const snapshotCount = 3;

/** Rows of up to eight accounts, account-major, each with a few columns of scores (−1 = not scored). */
const panel = fc
  .array(
    fc.record({
      account: fc.integer({ min: 0, max: 7 }),
      snapshot: fc.integer({ min: 0, max: snapshotCount - 1 }),
      positive: fc.boolean(),
      scores: fc.array(fc.constantFrom(-1, 0, 1, 400, 999, 1000), { minLength: 3, maxLength: 3 }),
    }),
    { maxLength: 30, size: 'max' },
  )
  .map((drawn) => {
    const unique = new Map(drawn.map((row) => [row.account * snapshotCount + row.snapshot, row]));
    return [...unique].sort(([a], [b]) => a - b).map(([, row]) => row);
  });

describe('the pairs of a score', () => {
  it('are those of the scored rows alone, again after each edit', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const pairs = new ScorePairs(columnsOf(rows));
        for (const edit of [0, 1, 2]) {
          const scored = rows.filter((row) => row.scores[edit]! >= 0);
          const bucket = Uint16Array.from(scored, (row) => row.scores[edit]!);
          const expected = jackknifeComponents(columnsOf(scored), bucket);
          const counted = pairs.count(Int16Array.from(rows, (row) => row.scores[edit]!));
          for (const key of Object.keys(expected) as (keyof typeof expected)[]) {
            expect([key, plain(counted[key])]).toEqual([key, plain(expected[key])]);
          }
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('come with the rows per score', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const pairs = new ScorePairs(columnsOf(rows));
        pairs.count(Int16Array.from(rows, (row) => row.scores[0]!));
        for (const label of ['kept', 'churned'] as const) {
          const expected = new Array<number>(1001).fill(0);
          for (const row of rows) {
            if (row.positive === (label === 'churned') && row.scores[0]! >= 0) expected[row.scores[0]!]!++;
          }
          expect(Array.from(pairs.rowsByScore(label))).toEqual(expected);
        }
      }),
      { numRuns: 100, seed: 2 },
    );
  });
});

function columnsOf(rows: readonly { account: number; snapshot: number; positive: boolean }[]) {
  return {
    account: Int32Array.from(rows, (row) => row.account),
    snapshot: Uint16Array.from(rows, (row) => row.snapshot),
    positive: Uint8Array.from(rows, (row) => Number(row.positive)),
    snapshotCount,
  };
}

/** Arrays by account without the zeros of accounts after the last scored one. */
function plain(figure: number | boolean | ArrayLike<number>): unknown {
  if (typeof figure !== 'object') return figure;
  const values = Array.from(figure);
  while (values.at(-1) === 0) values.pop();
  return values;
}
