import type { MissingPolicy } from '../schemas/scorecard.ts';
import { takeRows } from '../statistics/take-rows.ts';
import { missingPoints, NO_POINTS } from './points.ts';

export type PeerDirection = 'higher' | 'lower';

/** Points (hundredths) of a measure's values among their peers, row by row; NO_POINTS where there is no value. */
export type PeerPoints = (measureId: string, direction: PeerDirection) => Int16Array;

/**
 * Points by mid-rank percentile among the rows of the same date that have a value: with b rows worse and e rows equal
 * (itself among them) of n, floor(10,000 · (2b + e) ÷ (2n) + .5), in this order; NO_POINTS where the value is NaN. A row
 * alone on its date gets 5,000. As 10,000 · (2b + e) and 2n are whole, the double gives the whole-number round half up.
 * @param dateOf the as-of date of each row, as any whole number
 */
export function peerPoints(
  values: Float64Array,
  dateOf: ArrayLike<number>,
  direction: PeerDirection,
): Int16Array {
  const points = new Int16Array(values.length).fill(NO_POINTS);
  for (const rows of rowsByDate(values, dateOf)) {
    const sign = direction === 'higher' ? 1 : -1;
    rows.sort((a, b) => sign * (values[a]! - values[b]!));
    for (let first = 0, next = 0; first < rows.length; first = next) {
      while (next < rows.length && values[rows[next]!] === values[rows[first]!]) next++;
      const earned = Math.floor((10000 * (first + next)) / (2 * rows.length) + 0.5);
      for (let i = first; i < next; i++) points[rows[i]!] = earned;
    }
  }
  return points;
}

/** Peer points of columns by measure id, each computed when it is first asked for. Throws on an unknown measure. */
export function rankPeers(columns: ReadonlyMap<string, Float64Array>, dateOf: ArrayLike<number>): PeerPoints {
  const known = new Map<string, Int16Array>();
  return (measureId, direction) => {
    const key = `${direction} ${measureId}`;
    const values = columns.get(measureId);
    if (values === undefined) throw new Error(`No column for measure ${measureId}`);
    const points = known.get(key) ?? peerPoints(values, dateOf, direction);
    known.set(key, points);
    return points;
  };
}

/** The peer points of some rows only; who the peers are stays as it was. */
export function cutPeers(peers: PeerPoints, rows: Int32Array): PeerPoints {
  const known = new Map<string, Int16Array>();
  return (measureId, direction) => {
    const key = `${direction} ${measureId}`;
    const all = peers(measureId, direction);
    const points = known.get(key) ?? takeRows(all, rows);
    known.set(key, points);
    return points;
  };
}

/** Peer points as a measure's column of points: what is missing earns what its policy says. */
export function fillPeerPoints(
  peers: Int16Array,
  missing: MissingPolicy,
  out: Int16Array,
  excluded: number,
): void {
  const policyPoints = missingPoints(missing);
  const whenMissing = policyPoints === NO_POINTS ? excluded : policyPoints;
  for (let r = 0; r < out.length; r++) out[r] = peers[r] === NO_POINTS ? whenMissing : peers[r]!;
}

function rowsByDate(values: Float64Array, dateOf: ArrayLike<number>): Int32Array[] {
  const counts = new Map<number, number>();
  for (let r = 0; r < values.length; r++) {
    if (!Number.isNaN(values[r]!)) counts.set(dateOf[r]!, (counts.get(dateOf[r]!) ?? 0) + 1);
  }
  const found = new Map([...counts].map(([date, count]) => [date, { rows: new Int32Array(count), next: 0 }]));
  for (let r = 0; r < values.length; r++) {
    if (Number.isNaN(values[r]!)) continue;
    const date = found.get(dateOf[r]!)!;
    date.rows[date.next++] = r;
  }
  return [...found.values()].map((date) => date.rows);
}
