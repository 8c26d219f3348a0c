import type { SuggestionGate } from './suggestion-gate.ts';

/** Scored rows of the design window; the arrays run beside each other. */
export type ScoredRows = {
  readonly snapshot: ArrayLike<number>;
  /** Score in tenths, 0–1,000. */
  readonly bucket: ArrayLike<number>;
};

export type CapacityThreshold = {
  /** Lowest score that is not an alarm, 0–100 in tenths: scores below it are called. */
  readonly bound: number;
  /** Accounts below it, on the average of the dates used. */
  readonly perDate: number;
  /** As-of dates used: the last three with a row, or fewer. */
  readonly dates: number;
  /** The accounts with exactly the bound's score, per date on average, which would take the calls over the capacity;
   * null where the capacity is used in full or no score is left. */
  readonly tie: { readonly score: number; readonly perDate: number } | null;
};

/** The bound that `capacity` calls per as-of date can bear: the largest value of the score's grid with at most that
 * many accounts below it, on the average of the last three as-of dates (snapshot indices rise in time). It learns
 * nothing from outcomes, so no gate applies. Null without rows; throws on a capacity below 0. */
export function suggestThresholdByCapacity(rows: ScoredRows, capacity: number): CapacityThreshold | null {
  if (!(capacity >= 0)) throw new RangeError(`a capacity is 0 or more, not ${capacity}`);
  const seen = new Set<number>(Array.from(rows.snapshot));
  const used = new Set([...seen].sort((a, b) => b - a).slice(0, 3));
  if (used.size === 0) return null;
  const counts = new Int32Array(1001);
  for (let r = 0; r < rows.bucket.length; r++) if (used.has(rows.snapshot[r]!)) counts[rows.bucket[r]!]!++;
  let below = 0;
  let bound = 0;
  while (bound < 1000 && below + counts[bound]! <= capacity * used.size) {
    below += counts[bound]!;
    bound++;
  }
  const isFull = below === capacity * used.size || bound === 1000;
  return {
    bound: bound / 10,
    perDate: below / used.size,
    dates: used.size,
    tie: isFull ? null : { score: bound / 10, perDate: counts[bound]! / used.size },
  };
}

/** Calls per as-of date that a bound gives: rows with a score below it ÷ distinct dates; 0 without rows. */
export function alarmsPerDate(rows: ScoredRows, bound: number): number {
  const dates = new Set<number>(Array.from(rows.snapshot)).size;
  let below = 0;
  for (let r = 0; r < rows.bucket.length; r++) if (rows.bucket[r]! < Math.round(bound * 10)) below++;
  return dates === 0 ? 0 : below / dates;
}

export type CostThreshold =
  | {
      readonly type: 'suggested';
      readonly bound: number;
      readonly cost: number;
      readonly calls: number;
      readonly misses: number;
      /** Churners with a scored decision row. */
      readonly churners: number;
      /** Total cost at each bound 0, 0.1, … 100, for the curve. */
      readonly costs: Float64Array;
    }
  | { readonly type: 'gated'; readonly reason: 'tooFewChurners' };

/** The bound with the lowest total cost over the design window: a call for every row below it, a miss for every churner
 * whose decision row (the last one in time to act) is not. Costs in any one unit, ≥ 0. Equal costs: the lowest bound,
 * so the fewest calls; a bound of 0 means that calling nobody is cheapest.
 * @param decisionRows indices into `rows`: each churner's scored decision row */
export function suggestThresholdByCost(
  rows: ScoredRows,
  decisionRows: readonly number[],
  options: { readonly missCost: number; readonly callCost: number; readonly gate: SuggestionGate },
): CostThreshold {
  const { missCost, callCost, gate } = options;
  if (!(missCost >= 0 && callCost >= 0)) throw new RangeError('a cost is 0 or more');
  if (gate.level === 'none') return { type: 'gated', reason: 'tooFewChurners' };
  const calls = countBelow(rows.bucket);
  const caught = countBelow(decisionRows.map((r) => rows.bucket[r]!));
  const costs = Float64Array.from(
    calls,
    (called, bound) => callCost * called + missCost * (decisionRows.length - caught[bound]!),
  );
  let best = 0;
  costs.forEach((cost, bound) => {
    if (cost < costs[best]!) best = bound;
  });
  return {
    type: 'suggested',
    bound: best / 10,
    cost: costs[best]!,
    calls: calls[best]!,
    misses: decisionRows.length - caught[best]!,
    churners: decisionRows.length,
    costs,
  };
}

/** How many scores lie below each bound 0–1,000. */
function countBelow(scores: ArrayLike<number>): Int32Array {
  const counts = new Int32Array(1001);
  for (let r = 0; r < scores.length; r++) if (scores[r]! < 1000) counts[scores[r]! + 1]!++;
  for (let bound = 1; bound < counts.length; bound++) counts[bound]! += counts[bound - 1]!;
  return counts;
}
