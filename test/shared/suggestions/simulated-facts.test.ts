import { describe, expect, it } from 'vitest';
import { quantileLinear } from '../../../shared/statistics/quantile-linear.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { createRanker, peerPoints } from '../../../shared/suggestions/luck-line.ts';
import { prepareMeasure, signalOf } from '../../../shared/suggestions/measure-signal.ts';
import {
  buildLabelTable,
  permuteLabels,
  shuffleAccounts,
} from '../../../shared/suggestions/shuffle-outcomes.ts';
import { oneDate } from './random-rows.ts';

const rows = oneDate(200, 20);
const table = buildLabelTable(rows);

describe('noise at 200 accounts and 20 churners', () => {
  it('has an IV over .1 in about 71 % of shuffles, in five equal-frequency bins with ½ everywhere', () => {
    const random = createRandom(2024);
    const draws = 1500;
    let over = 0;
    for (let draw = 0; draw < draws; draw++) {
      const values = Float64Array.from({ length: 200 }, () => random.normal());
      const edges = [0.2, 0.4, 0.6, 0.8].map((p) => quantileLinear(values, p)!);
      const labels = permuteLabels(rows, table, shuffleAccounts(table, random));
      if (signalOf(prepareMeasure(rows, values, edges), labels).iv! > 0.1) over++;
    }
    expect(Math.abs(over / draws - 0.71)).toBeLessThan(0.04);
  });

  it.each([
    ['normal', (values: Float64Array) => values.map((v) => 10 * v)],
    ['peer-percentile', (values: Float64Array) => peerPoints(rows, values).map((p) => p - 50)],
  ])('lets the best of 50 designs over 8 %s measures reach .133 over chance', (_, scale) => {
    const random = createRandom(50);
    const trials = 250;
    let total = 0;
    for (let trial = 0; trial < trials; trial++) {
      const columns = Array.from({ length: 8 }, () =>
        scale(Float64Array.from({ length: 200 }, () => random.normal())),
      );
      const rank = createRanker(rows, columns);
      const labels = permuteLabels(rows, table, shuffleAccounts(table, random));
      let best = 0;
      for (let design = 0; design < 50; design++) {
        const weights = random.dirichlet(8).map((w) => (random.integer(2) === 0 ? w : -w));
        best = Math.max(best, rank(weights, labels)!);
      }
      total += best - 0.5;
    }
    expect(Math.abs(total / trials / 0.133 - 1)).toBeLessThan(0.1);
  });
});
