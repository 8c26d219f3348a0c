import { describe, expect, it } from 'vitest';
import { ordinalBuckets } from '../../../shared/statistics/ordinal-buckets.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { sameDateAuc } from '../../../shared/statistics/same-date-auc.ts';
import { createRanker, luckLine, luckLineSteps, peerPoints } from '../../../shared/suggestions/luck-line.ts';
import { drawMeasure, drawRows } from './random-rows.ts';

const random = createRandom(21);
const rows = drawRows(random, { accounts: 150, dates: 5, churned: 40 });
const columns = [0, 0.5, 0, 1].map((effect, m) =>
  drawMeasure(random, rows, { effect, missing: m === 1 ? 0.3 : 0 }),
);

describe('createRanker', () => {
  it('equals the same-date AUC of the scores written out row by row', () => {
    const centred = columns.map((values) => peerPoints(rows, values).map((points) => points - 50));
    const rank = createRanker(rows, centred);
    for (let draw = 0; draw < 20; draw++) {
      const weights = random.dirichlet(4).map((w, m) => (m === draw % 4 ? -w : w));
      const bucket = Int32Array.from(rows.account, (_, r) => {
        const present = centred.map((_points, m) => m).filter((m) => !Number.isNaN(centred[m]![r]!));
        const sum = present.reduce((total, m) => total + weights[m]! * centred[m]![r]!, 0);
        return Math.round((10 * sum) / present.reduce((total, m) => total + Math.abs(weights[m]!), 0) + 500);
      });
      expect(rank(weights, Int8Array.from(rows.positive))).toBeCloseTo(
        sameDateAuc({ ...rows, bucket }).auc!,
        3,
      );
    }
  });

  it('has no AUC for weights of 0', () => {
    const centred = columns.map((values) => peerPoints(rows, values).map((points) => points - 50));
    expect(createRanker(rows, centred)([0, 0, 0, 0], Int8Array.from(rows.positive))).toBeNull();
  });
});

describe('peerPoints', () => {
  it('ranks within the date, ties sharing a rank, missing staying missing', () => {
    const small = {
      account: Int32Array.from([0, 1, 2, 3, 4, 0]),
      snapshot: Uint16Array.from([0, 0, 0, 0, 0, 1]),
      positive: new Uint8Array(6),
      snapshotCount: 2,
    };
    expect([...peerPoints(small, [5, 1, 5, Number.NaN, 9, 7])]).toEqual([50, 12.5, 50, Number.NaN, 87.5, 50]);
  });
});

describe('luckLine', () => {
  it('rises with the number of designs and with fewer churners', () => {
    const mean = (designs: number, over = rows, measures = columns) =>
      luckLine(over, measures, { designs, seed: 4, shuffles: 60 })!.mean;
    expect(mean(30)).toBeGreaterThan(mean(1));
    const few = drawRows(createRandom(3), { accounts: 150, dates: 5, churned: 8 });
    const noise = [0, 1, 2, 3].map(() => drawMeasure(random, few, { effect: 0 }));
    expect(mean(30, few, noise)).toBeGreaterThan(mean(30));
  });

  it('is above a half because measures are oriented by the outcomes they are judged on', () => {
    const line = luckLine(rows, columns, { designs: 10, seed: 1 })!;
    expect(line.mean).toBeGreaterThan(0.52);
    expect(line.percentile95).toBeGreaterThan(line.mean);
    expect(line).toMatchObject({ designs: 10, shuffles: 200 });
  });

  it('is the same for the same seed', () => {
    const [first, again, other] = [5, 5, 6].map((seed) =>
      luckLine(rows, columns, { designs: 5, seed, shuffles: 20 }),
    );
    expect(first).toEqual(again);
    expect(first!.mean).not.toBe(other!.mean);
  });

  it('learns accepted suggestions again on every shuffle', () => {
    let asked = 0;
    const line = luckLine(rows, columns, {
      designs: 3,
      seed: 2,
      shuffles: 10,
      relearn: [
        function* (shuffled) {
          asked++;
          yield 0.5;
          expect(shuffled.row.length).toBe(shuffled.positive.length);
          return shuffled.positive.map((flag) => 1 - flag);
        },
      ],
    })!;
    expect(asked).toBe(10);
    expect(line.mean).toBe(1);
  });

  it('needs a measure and a design', () => {
    expect(luckLine(rows, [], { designs: 5, seed: 1 })).toBeNull();
    expect(luckLine(rows, columns, { designs: 0, seed: 1 })).toBeNull();
    const kept = { ...rows, positive: new Uint8Array(rows.account.length) };
    expect(luckLine(kept, columns, { designs: 2, seed: 1, shuffles: 3 })).toBeNull();
  });

  it('reports its progress per design', () => {
    const shares = [...luckLineSteps(rows, columns, { designs: 4, seed: 1, shuffles: 3 })];
    expect(shares).toHaveLength(12);
    expect(shares.at(-1)).toBe(1);
  });
});

describe('ordinalBuckets beside createRanker', () => {
  it('rank one measure alike', () => {
    const points = peerPoints(rows, columns[3]!).map((p) => p - 50);
    const exact = sameDateAuc({
      ...rows,
      bucket: ordinalBuckets(columns[3]!, rows.snapshot, rows.snapshotCount),
    });
    expect(createRanker(rows, [points])([1], Int8Array.from(rows.positive))).toBeCloseTo(exact.auc!, 3);
  });
});
