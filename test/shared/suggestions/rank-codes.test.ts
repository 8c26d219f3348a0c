import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../shared/statistics/random.ts';
import { dateCells, rankCodes } from '../../../shared/suggestions/rank-codes.ts';
import { drawMeasure, drawRows } from './random-rows.ts';

describe('rankCodes', () => {
  it('numbers the distinct values upwards, missing apart', () => {
    expect(rankCodes([5, Number.NaN, -1, 5, 0, -0])).toEqual({
      code: Int32Array.from([2, -1, 0, 2, 1, 1]),
      levels: 3,
    });
    expect(rankCodes([Number.NaN, Number.NaN]).levels).toBe(0);
    expect(rankCodes([]).levels).toBe(0);
  });
});

describe('dateCells', () => {
  it('orders and ties the rows of a date as their values do', () => {
    const random = createRandom(14);
    const rows = drawRows(random, { accounts: 40, dates: 4, churned: 10 });
    const values = drawMeasure(random, rows, { effect: 0, missing: 0.2, scale: 0.3 });
    const { cell, firstCell } = dateCells(rows, values);
    values.forEach((value, r) => {
      if (Number.isNaN(value)) {
        expect(cell[r]).toBe(-1);
        return;
      }
      expect(cell[r]).toBeGreaterThanOrEqual(firstCell[rows.snapshot[r]!]!);
      expect(cell[r]).toBeLessThan(firstCell[rows.snapshot[r]! + 1]!);
      values.forEach((other, o) => {
        if (rows.snapshot[o] === rows.snapshot[r] && !Number.isNaN(other))
          expect(Math.sign(cell[r]! - cell[o]!) + 0).toBe(Math.sign(value - other) + 0);
      });
    });
    expect(new Set(cell.filter((c) => c >= 0)).size).toBe(firstCell.at(-1));
  });
});
