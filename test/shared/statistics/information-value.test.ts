import { describe, expect, it } from 'vitest';
import { deciles, uniqueEdges } from '../../../shared/statistics/deciles.ts';
import { countByBin, informationValue } from '../../../shared/statistics/information-value.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { byOutcome, reference, telco } from './reference.ts';

const saas = Object.values(reference.saas_panel.point_in_time)
  .flatMap(({ univariate }) => Object.values(univariate))
  .filter(({ iv }) => iv !== undefined && iv !== null && iv.churned !== undefined);

describe('countByBin', () => {
  it.each(Object.keys(telco.columns))('counts Telco’s %s in its decile bins as pandas does', (name) => {
    const column = telco.columns[name]!.filter((value) => !Number.isNaN(value));
    const { churned, kept } = byOutcome(telco.columns[name]!);
    const { iv } = reference.telco.univariate[name]!;
    const counts = countByBin(churned, kept, uniqueEdges(deciles(column)));
    expect(counts).toEqual({ positives: iv.churned, negatives: iv.retained });
  });

  it('puts a value on an edge into the bin below it and drops empty bins', () => {
    expect(countByBin([1, 1.5], [2, 9], [1, 2, 3, 4])).toEqual({
      positives: [1, 1, 0],
      negatives: [0, 1, 1],
    });
  });
});

describe('informationValue', () => {
  it.each(Object.entries(reference.telco.univariate))(
    'agrees on Telco’s %s in all three variants',
    (_, { iv }) => {
      const counts = { positives: iv.churned, negatives: iv.retained };
      expect(informationValue(counts, 'halfInZeroBins')).toBeCloseTo(iv.iv_half_in_zero_bins, 12);
      expect(informationValue(counts, 'halfEverywhere')).toBeCloseTo(iv.iv_half_everywhere, 12);
      expect(informationValue(counts, 'dropZeroBins')).toBeCloseTo(iv.iv_drop_zero_bins, 12);
    },
  );

  it('agrees on every saas-panel column, zero cells included', () => {
    expect(saas.filter(({ iv }) => iv.zero_cells > 0).length).toBeGreaterThan(5);
    for (const { iv } of saas) {
      const counts = { positives: iv.churned, negatives: iv.retained };
      expect(informationValue(counts, 'halfInZeroBins')).toBeCloseTo(iv.iv_half_in_zero_bins, 11);
      expect(informationValue(counts, 'halfEverywhere')).toBeCloseTo(iv.iv_half_everywhere, 11);
      expect(informationValue(counts, 'dropZeroBins')).toBeCloseTo(iv.iv_drop_zero_bins, 11);
    }
  });

  it('is undefined without a class and 0 in one bin', () => {
    expect(informationValue({ positives: [0, 0], negatives: [3, 4] }, 'halfEverywhere')).toBeNull();
    expect(informationValue({ positives: [5], negatives: [9] }, 'halfInZeroBins')).toBe(0);
  });

  it('of pure noise passes .1 in about 71 % of draws with 20 churners of 200', () => {
    const random = createRandom(20260101);
    const draws = 1000;
    let passed = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const bins = random.shuffle(Array.from({ length: 200 }, (_, row) => row % 5)).slice(0, 20);
      const positives = [0, 1, 2, 3, 4].map((bin) => bins.filter((other) => other === bin).length);
      const counts = { positives, negatives: positives.map((count) => 40 - count) };
      if (informationValue(counts, 'halfEverywhere')! > 0.1) passed += 1;
    }
    expect(Math.abs(passed / draws - 0.71)).toBeLessThan(0.04);
  });
});
