import { describe, expect, it } from 'vitest';
import { deciles, uniqueEdges } from '../../../shared/statistics/deciles.ts';
import { countByBin, informationValue } from '../../../shared/statistics/information-value.ts';
import { ordinalBuckets } from '../../../shared/statistics/ordinal-buckets.ts';
import { quantileLinear } from '../../../shared/statistics/quantile-linear.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { sameDateAuc } from '../../../shared/statistics/same-date-auc.ts';
import { prepareMeasure, signalOf } from '../../../shared/suggestions/measure-signal.ts';
import { noiseFloor, noiseFloorSteps } from '../../../shared/suggestions/noise-floor.ts';
import {
  buildLabelTable,
  permuteLabels,
  selectLabelled,
  shuffleAccounts,
} from '../../../shared/suggestions/shuffle-outcomes.ts';
import { drawMeasure, drawRows } from './random-rows.ts';

const random = createRandom(77);
const rows = drawRows(random, { accounts: 120, dates: 6, churned: 40 });
const columns = [
  drawMeasure(random, rows, { effect: 0 }),
  drawMeasure(random, rows, { effect: 1, missing: 0.2, scale: 0.3 }),
  new Float64Array(rows.account.length).fill(4),
];

/** Selects the rows that count and asks the plain functions. */
function slowSignal(values: Float64Array, labels: Int8Array) {
  const labelled = selectLabelled(rows, labels);
  const has = [...labelled.row.keys()].filter((i) => !Number.isNaN(values[labelled.row[i]!]!));
  const pick = (flag: number) =>
    has.filter((i) => labelled.positive[i] === flag).map((i) => values[labelled.row[i]!]!);
  const edges = uniqueEdges(deciles(values.filter((v) => !Number.isNaN(v))));
  const iv = informationValue(countByBin(pick(1), pick(0), edges), 'halfEverywhere');
  const snapshot = Uint16Array.from(has, (i) => labelled.snapshot[i]!);
  const { auc } = sameDateAuc({
    account: Int32Array.from(has, (i) => labelled.account[i]!),
    snapshot,
    positive: Uint8Array.from(has, (i) => labelled.positive[i]!),
    snapshotCount: rows.snapshotCount,
    bucket: ordinalBuckets(
      has.map((i) => values[labelled.row[i]!]!),
      snapshot,
      rows.snapshotCount,
    ),
  });
  return { iv, auc };
}

describe('signalOf', () => {
  it('equals the plain IV and same-date AUC of the rows that count', () => {
    const table = buildLabelTable(rows);
    for (let seed = 0; seed < 20; seed++) {
      const labels = permuteLabels(rows, table, shuffleAccounts(table, createRandom(seed)));
      for (const values of columns) {
        const fast = signalOf(prepareMeasure(rows, values), labels);
        const slow = slowSignal(values, labels);
        expect(fast.auc).toBe(slow.auc);
        expect(fast.iv).toBeCloseTo(slow.iv!, 12);
      }
    }
  });

  it('is undefined with one class', () => {
    const kept = new Int8Array(rows.account.length);
    expect(signalOf(prepareMeasure(rows, columns[0]!), kept)).toEqual({ iv: null, auc: null });
  });
});

describe('noiseFloor', () => {
  it('is the 95th percentile over its shuffles', () => {
    const table = buildLabelTable(rows);
    const draws = createRandom(6);
    const signals = Array.from({ length: 40 }, () =>
      slowSignal(columns[1]!, permuteLabels(rows, table, shuffleAccounts(table, draws))),
    );
    const floor = noiseFloor(rows, columns, { seed: 6, shuffles: 40 })[1]!;
    const distances = signals.map(({ auc }) => Math.abs(auc! - 0.5));
    expect(floor.aucDistance).toBeCloseTo(quantileLinear(distances, 0.95)!, 12);
    const ivs = signals.map(({ iv }) => iv!);
    expect(floor.iv).toBeCloseTo(quantileLinear(ivs, 0.95)!, 12);
  });

  it('is the same for the same seed and another for another', () => {
    const [first, again, other] = [1, 1, 2].map((seed) => noiseFloor(rows, columns, { seed }));
    expect(first).toEqual(again);
    expect(first![0]!.iv).not.toBe(other![0]!.iv);
    expect(first![0]!.shuffles).toBe(200);
  });

  it('lies above a noise measure in about 19 of 20 cases and below a strong one', () => {
    let over = 0;
    const trials = 60;
    for (let seed = 0; seed < trials; seed++) {
      const draws = createRandom(1000 + seed);
      const drawn = drawRows(draws, { accounts: 150, dates: 4, churned: 40 });
      const noise = drawMeasure(draws, drawn, { effect: 0 });
      const strong = drawMeasure(draws, drawn, { effect: 2 });
      const [noiseLine, strongLine] = noiseFloor(drawn, [noise, strong], { seed });
      const own = Int8Array.from(drawn.positive);
      if (Math.abs(signalOf(prepareMeasure(drawn, noise), own).auc! - 0.5) > noiseLine!.aucDistance!) over++;
      expect(signalOf(prepareMeasure(drawn, strong), own).auc! - 0.5).toBeGreaterThan(
        strongLine!.aucDistance!,
      );
    }
    expect(over).toBeLessThanOrEqual(9);
    expect(over).toBeGreaterThanOrEqual(1);
  });

  it('has no AUC floor for a constant and reports its progress', () => {
    expect(noiseFloor(rows, columns, { seed: 1, shuffles: 5 })[2]!.aucDistance).toBeNull();
    const shares = [...noiseFloorSteps(rows, columns, { seed: 1, shuffles: 5 })];
    expect(shares).toHaveLength(3 + 15);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
