import { peerPoints } from './peer-points.ts';

/** A value and the points (0–100) it earns among its peers where higher is healthier. */
export interface PeerStep {
  readonly value: number;
  readonly points: number;
}

const MOST_STEPS = 60;

/**
 * The percentile scale of one date as a curve: distinct values rising, each with its mid-rank points (see `peerPoints`).
 * Where there are more than 60 distinct values, about 60 evenly placed ones; the ends and the values in `always` that
 * occur are never left out. Empty where no row has a value. Where lower is healthier, points are 100 minus these.
 * @param values of the rows of one date; NaN = no value
 */
export function peerCurve(values: Float64Array, always: readonly number[] = []): PeerStep[] {
  const points = peerPoints(values, new Uint8Array(values.length), 'higher');
  const byValue = new Map<number, number>();
  values.forEach((value, r) => {
    if (!Number.isNaN(value)) byValue.set(value, points[r]! / 100);
  });
  const all = [...byValue.keys()].sort((a, b) => a - b);
  const last = all.length - 1;
  const spread = Array.from(
    { length: MOST_STEPS },
    (_, i) => all[Math.round((i * last) / (MOST_STEPS - 1))]!,
  );
  const shown =
    all.length <= MOST_STEPS ? all : [...new Set([...spread, ...always.filter((v) => byValue.has(v))])];
  return shown.sort((a, b) => a - b).map((value) => ({ value, points: byValue.get(value)! }));
}
