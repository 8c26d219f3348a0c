import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../shared/statistics/random.ts';
import { spearman } from '../../../shared/statistics/spearman.ts';
import { correlationClusters, spearmanMatrix } from '../../../shared/suggestions/correlation-clusters.ts';
import { reference, telco } from '../statistics/reference.ts';

const nothing = { auc: null, missingShare: 0 };

function matrix(rows: readonly (readonly number[])[]) {
  return { size: rows.length, values: Float64Array.from(rows.flat()) };
}

describe('spearmanMatrix', () => {
  it('equals spearman of each pair, with gaps and ties', () => {
    const random = createRandom(31);
    const columns = Array.from({ length: 5 }, (_, m) =>
      Array.from({ length: 200 }, (__, r) =>
        random.uniform() < m * 0.1 ? Number.NaN : Math.round(3 * random.normal() + (m % 2) * (r / 40)),
      ),
    );
    const { values, size } = spearmanMatrix([...columns, Array(200).fill(7)]);
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < 5; j++)
        expect(values[i * size + j]).toBeCloseTo(i === j ? 1 : spearman(columns[i]!, columns[j]!)!, 12);
    expect(values[5]).toBeNaN();
  });

  it('gives the reference correlations of Telco', () => {
    const expected = Object.entries(reference.telco.correlation.spearman_pairwise_complete);
    const names = Object.keys(telco.columns);
    const { values, size } = spearmanMatrix(Object.values(telco.columns));
    const checked = expected.filter(([pair, rho]) => {
      const at = names.flatMap((a, i) => names.map((b, j) => ({ pair: [a, b], at: i * size + j })));
      const found = at.find((entry) =>
        ['~', '|', ',', ' ', '__', '-'].some((s) => entry.pair.join(s) === pair),
      );
      if (found !== undefined) expect(values[found.at]).toBeCloseTo(rho, 9);
      return found !== undefined;
    });
    expect(checked.length).toBeGreaterThan(0);
  });
});

describe('correlationClusters', () => {
  it('joins by the average likeness, whichever the sign', () => {
    const { size, values } = matrix([
      [1, -0.9, 0.6, 0],
      [-0.9, 1, 0.82, 0],
      [0.6, 0.82, 1, 0.3],
      [0, 0, 0.3, 1],
    ]);
    const facts = Array(4).fill(nothing);
    expect(correlationClusters({ size, values }, facts).map((c) => c.members)).toEqual([[0, 1, 2], [3]]);
    expect(correlationClusters({ size, values }, facts, 0.72).map((c) => c.members)).toEqual([
      [0, 1],
      [2],
      [3],
    ]);
  });

  it('joins at the threshold itself and leaves an undefined correlation apart', () => {
    const { size, values } = matrix([
      [1, 0.7, Number.NaN],
      [0.7, 1, Number.NaN],
      [Number.NaN, Number.NaN, 1],
    ]);
    expect(correlationClusters({ size, values }, Array(3).fill(nothing)).map((c) => c.members)).toEqual([
      [0, 1],
      [2],
    ]);
  });

  it('keeps the measure with the highest AUC either way, then the least missing, then the first', () => {
    const all = matrix([
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
    const keep = (facts: readonly { auc: number | null; missingShare: number }[]) =>
      correlationClusters(all, facts)[0]!.keep;
    const fact = (auc: number | null, missingShare: number) => ({ auc, missingShare });
    expect(keep([fact(0.7, 0), fact(0.25, 0.4), fact(0.6, 0)])).toBe(1);
    expect(keep([fact(0.701, 0.3), fact(0.699, 0.1), fact(0.6, 0)])).toBe(1);
    expect(keep([fact(0.7, 0.1), fact(0.7, 0.1), fact(null, 0)])).toBe(0);
    expect(keep([fact(null, 0), fact(0.5, 0.9), fact(null, 0)])).toBe(1);
  });

  it('says what decided which to keep', () => {
    const all = matrix([
      [1, 1],
      [1, 1],
    ]);
    const why = (first: [number | null, number], second: [number | null, number]) =>
      correlationClusters(
        all,
        [first, second].map(([auc, missingShare]) => ({ auc, missingShare })),
      )[0]!.why;
    expect(why([0.7, 0], [0.6, 0])).toBe('signal');
    expect(why([0.7, 0.2], [0.3, 0.1])).toBe('missing');
    expect(why([0.7, 0], [0.7, 0])).toBe('first');
    expect(correlationClusters(matrix([[1]]), [nothing])[0]!.why).toBe('only');
  });
});
