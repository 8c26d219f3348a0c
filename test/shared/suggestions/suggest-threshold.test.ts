import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alarmsPerDate,
  suggestThresholdByCapacity,
  suggestThresholdByCost,
} from '../../../shared/suggestions/suggest-threshold.ts';
import { suggestionGate } from '../../../shared/suggestions/suggestion-gate.ts';

const scores = fc.array(
  fc.record({ snapshot: fc.integer({ min: 0, max: 4 }), bucket: fc.integer({ min: 0, max: 40 }) }),
  {
    minLength: 1,
    maxLength: 80,
  },
);
const toRows = (rows: readonly { snapshot: number; bucket: number }[]) => ({
  snapshot: rows.map((row) => row.snapshot),
  bucket: rows.map((row) => row.bucket),
});

describe('suggestThresholdByCapacity', () => {
  it('is the largest bound that the capacity bears over the last three dates', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 30 }), (rows, capacity) => {
        const dates = [...new Set(rows.map((row) => row.snapshot))].sort((a, b) => b - a).slice(0, 3);
        const recent = rows.filter((row) => dates.includes(row.snapshot));
        const below = (bound: number) => recent.filter((row) => row.bucket < bound).length / dates.length;
        const bounds = Array.from({ length: 1001 }, (_, bound) => bound).filter(
          (bound) => below(bound) <= capacity,
        );
        const made = suggestThresholdByCapacity(toRows(rows), capacity)!;
        expect(made.bound).toBe(Math.max(...bounds) / 10);
        expect(made.perDate).toBe(below(Math.max(...bounds)));
        expect(made.dates).toBe(dates.length);
      }),
    );
  });

  it('names the tie group that would take the calls over the capacity', () => {
    const rows = { snapshot: Array(10).fill(2), bucket: [100, 200, 300, 300, 300, 300, 500, 500, 700, 900] };
    expect(suggestThresholdByCapacity(rows, 4)).toEqual({
      bound: 30,
      perDate: 2,
      dates: 1,
      tie: { score: 30, perDate: 4 },
    });
  });

  it('names no tie group where the capacity is used in full or is never reached', () => {
    const rows = { snapshot: [1, 1, 1], bucket: [100, 200, 300] };
    expect(suggestThresholdByCapacity(rows, 2)).toMatchObject({ bound: 30, perDate: 2, tie: null });
    expect(suggestThresholdByCapacity(rows, 50)).toMatchObject({ bound: 100, perDate: 3, tie: null });
    expect(suggestThresholdByCapacity({ snapshot: [], bucket: [] }, 5)).toBeNull();
  });

  it('gives the alarms per date of any other rows', () => {
    expect(alarmsPerDate({ snapshot: [5, 5, 6, 6], bucket: [299, 300, 100, 0] }, 30)).toBe(1.5);
    expect(alarmsPerDate({ snapshot: [], bucket: [] }, 30)).toBe(0);
  });
});

describe('suggestThresholdByCost', () => {
  const gate = suggestionGate(30);

  it('has the lowest cost of all bounds, the lowest bound on a tie', () => {
    const cost = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(scores, cost, cost, (rows, missCost, callCost) => {
        const decisions = rows.flatMap((_, r) => (r % 3 === 0 ? [r] : []));
        const total = (bound: number) =>
          callCost * rows.filter((row) => row.bucket < bound).length +
          missCost * decisions.filter((r) => rows[r]!.bucket >= bound).length;
        const costs = Array.from({ length: 1001 }, (_, bound) => total(bound));
        const made = suggestThresholdByCost(toRows(rows), decisions, { missCost, callCost, gate });
        if (made.type === 'gated') throw new Error('not gated');
        expect([...made.costs]).toEqual(costs);
        expect(made.bound).toBe(costs.indexOf(Math.min(...costs)) / 10);
        expect(made.cost).toBe(callCost * made.calls + missCost * made.misses);
      }),
    );
  });

  it('calls nobody where a call costs as much as a miss and saves at most one', () => {
    const rows = { snapshot: [0, 0, 0], bucket: [100, 100, 500] };
    const made = suggestThresholdByCost(rows, [0], { missCost: 1, callCost: 1, gate });
    expect(made).toMatchObject({ bound: 0, calls: 0, misses: 1, churners: 1 });
  });

  it('is gated below 10 churners', () => {
    const made = suggestThresholdByCost({ snapshot: [], bucket: [] }, [], {
      missCost: 1,
      callCost: 1,
      gate: suggestionGate(9),
    });
    expect(made).toEqual({ type: 'gated', reason: 'tooFewChurners' });
  });
});
