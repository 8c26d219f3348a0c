import { describe, expect, it } from 'vitest';
import { type LearntDesign, relearnDesign } from '../../../shared/backtest/relearn-design.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { rankPeers } from '../../../shared/scoring/peer-points.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { runToEnd } from '../../../shared/statistics/run-to-end.ts';
import { suggestCutoffs } from '../../../shared/suggestions/suggest-cutoffs.ts';
import { countChurnedAccounts } from '../../../shared/suggestions/suggestion-gate.ts';
import { drawMeasure, drawRows } from '../suggestions/random-rows.ts';

const random = createRandom(8);
const rows = drawRows(random, { accounts: 400, dates: 8, churned: 120 });
const size = rows.account.length;
/** The rows as a shuffle hands them over, here all of them in reverse. */
const row = Int32Array.from({ length: size }, (_, r) => size - 1 - r);
const shuffled = {
  row,
  account: row.map((r) => rows.account[r]!),
  snapshot: Uint16Array.from(row, (r) => rows.snapshot[r]!),
  positive: Uint8Array.from(row, (r) => rows.positive[r]!),
  snapshotCount: rows.snapshotCount,
};
const columns = new Map([
  ['strong', drawMeasure(random, rows, { effect: 1.2 })],
  ['noise', drawMeasure(random, rows, { effect: 0 })],
]);
const linear = { type: 'linear' as const, worst: -20, best: 20 };

function card(learnt: Scorecard['learnt'], scale: Scorecard['groups'][0]['measures'][0]['scale'] = linear) {
  const measure = (measureId: string) => ({
    ...{ measureId, weight: 1, scale, missing: { type: 'exclude' as const } },
  });
  return {
    ...{ id: 's', name: 's', purpose: { goal: '', healthyCustomer: '' }, minimumCoverage: 0 },
    ...{ gradingScheme: 'traffic' as const, bands: presetBands('traffic', 'en') },
    groups: [
      {
        ...{ id: 'g', name: 'g', weight: 2, combine: 'mean' as const },
        measures: [...columns.keys()].map(measure),
      },
    ],
    ...(learnt && { learnt }),
  };
}

const attribute = { at: () => undefined, isFixed: () => true };
const design = (scorecard: Scorecard): LearntDesign => ({
  scorecard,
  columns,
  context: {
    peers: rankPeers(columns, rows.snapshot),
    subjects: {
      account: rows.account,
      tenureDays: new Int32Array(size),
      asOf: Int32Array.from(rows.snapshot),
      attribute,
    },
    churned: null,
  },
  directions: new Map([...columns.keys()].map((id) => [id, 'higher'])),
  asOfDays: Array.from({ length: rows.snapshotCount }, (_, s) => s * 30),
  settings: { gapDays: 0, horizonDays: 30 },
});
const everyRow = Int32Array.from({ length: size }, (_, r) => r);
const scoresOf = (scorecard: Scorecard) =>
  Array.from(runToEnd(relearnDesign(design(scorecard), everyRow)(shuffled)));
/** Correlates the scores with a measure, row by row. */
function follows(scores: readonly number[], id: string): number {
  const values = Array.from(row, (r) => columns.get(id)![r]!);
  const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const [a, b] = [mean(scores), mean(values)];
  const sum = (of: (i: number) => number) => scores.reduce((total, _, i) => total + of(i), 0);
  return (
    sum((i) => (scores[i]! - a) * (values[i]! - b)) /
    Math.sqrt(sum((i) => (scores[i]! - a) ** 2) * sum((i) => (values[i]! - b) ** 2))
  );
}

describe('relearnDesign', () => {
  it('leaves what was drawn by hand: half and half', () => {
    const scores = scoresOf(card(undefined));
    expect(scores).toEqual(
      Array.from(row, (r) => {
        const points = [...columns.values()].map((values) =>
          Math.floor((10_000 * Math.min(40, Math.max(0, values[r]! + 20))) / 40 + 0.5),
        );
        return Math.floor((Math.floor((points[0]! + points[1]! + 1) / 2) + 5) / 10);
      }),
    );
  });

  it('takes weights again: those of the outcomes it is given', () => {
    const scores = scoresOf(card([{ what: 'weights', numbers: 1 }]));
    expect(follows(scores, 'strong')).toBeGreaterThan(0.95);
    expect(follows(scores, 'noise')).toBeLessThan(0.4);
  });

  it('takes cut-offs again with no more free numbers than were accepted', () => {
    const { groups, ...rest } = card([{ what: 'strong', numbers: 3 }]);
    const measures = groups[0]!.measures.filter(({ measureId }) => measureId === 'strong');
    const scores = scoresOf({ ...rest, groups: [{ ...groups[0]!, measures }] });
    const values = Float64Array.from(row, (r) => columns.get('strong')![r]!);
    const gate = { level: 'some' as const, churners: countChurnedAccounts(shuffled), freeNumbers: 3 };
    const found = suggestCutoffs(shuffled, values, { direction: 'higher', gate });
    if (found.type !== 'suggested') throw new Error('no cut-offs');
    expect(found.points).toHaveLength(3);
    const bin = (value: number) => found.cutoffs.filter((cutoff) => value >= cutoff).length;
    expect(scores).toEqual(Array.from(values, (value) => found.points[bin(value)]! * 10));
  });

  it('gives the middle to a row that the scorecard does not score', () => {
    const { groups, ...rest } = card([{ what: 'weights', numbers: 1 }]);
    const measures = groups[0]!.measures.map((measure) => ({ ...measure, measureId: 'gone' }));
    const gone = { ...design({ ...rest, groups: [{ ...groups[0]!, measures }] }) };
    const empty = new Map([['gone', new Float64Array(size).fill(Number.NaN)]]);
    const scores = runToEnd(relearnDesign({ ...gone, columns: empty }, everyRow)(shuffled));
    expect(new Set(scores as Int16Array)).toEqual(new Set([500]));
  });
});
