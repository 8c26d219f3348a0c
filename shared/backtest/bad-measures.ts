import { denseRanks } from '../statistics/dense-ranks.ts';
import { KEPT, type Panel } from './build-panel.ts';

/** Direction in which a measure is healthy. */
export type HealthyDirection = 'higher' | 'lower';

/** A measure of the back-test: values by panel row, NaN = missing. */
export interface MeasureColumn {
  readonly id: string;
  readonly direction: HealthyDirection;
  readonly values: Float64Array;
}

/** Stands for "never bad": the row has no value. */
export const NEVER_BAD = 65535;

/** At most this share of kept design rows (a quarter) may have a bad measure: 1 ÷ 4. */
const KEPT_ROWS_PER_BAD = 4;

/** Panel rows of the wanted dates, by date, in panel order: `order[starts[s]] … order[starts[s + 1]]`. */
export interface RowsByDate {
  readonly order: Int32Array;
  readonly starts: Int32Array;
}

/** Groups the panel's rows by as-of date once, for all measures; dates nobody asks about are left empty. */
export function rowsByDate(
  { snapshot, asOfDays }: Pick<Panel, 'snapshot' | 'asOfDays'>,
  isWanted: (snapshot: number) => boolean,
): RowsByDate {
  const wanted = Uint8Array.from(asOfDays, (_, s) => Number(isWanted(s)));
  const starts = new Int32Array(asOfDays.length + 1);
  for (let r = 0; r < snapshot.length; r++) starts[snapshot[r]! + 1]! += wanted[snapshot[r]!]!;
  for (let s = 0; s < asOfDays.length; s++) starts[s + 1]! += starts[s]!;
  const next = starts.slice();
  const order = new Int32Array(starts[asOfDays.length]!);
  for (let r = 0; r < snapshot.length; r++) {
    if (wanted[snapshot[r]!] === 1) order[next[snapshot[r]!]!++] = r;
  }
  return { order, starts };
}

/**
 * From which q, in thousandths, a measure is bad in each row: the mid-rank percentile (below + ½·equal) ÷ n in the
 * healthy direction among the eligible rows of the same date with a value, rounded up to a thousandth. A row is bad at
 * q when its entry is ≤ 1,000·q; NEVER_BAD without a value. Whole-number arithmetic, so no percentile is a hair off; plain loops, as it runs over every
 * measure and row. A step is one date.
 */
export function* badFromSteps(
  { values, direction }: Pick<MeasureColumn, 'values' | 'direction'>,
  { order, starts }: RowsByDate,
): Generator<void, Uint16Array, void> {
  const badFrom = new Uint16Array(values.length).fill(NEVER_BAD);
  const sign = direction === 'higher' ? 1 : -1;
  const room = new Float64Array(order.length);
  const places = new Int32Array(order.length);
  for (let s = 0; s + 1 < starts.length; s++) {
    let size = 0;
    for (let i = starts[s]!; i < starts[s + 1]!; i++) {
      const value = values[order[i]!]!;
      if (!Number.isNaN(value)) room[size++] = sign * value;
    }
    const levels = denseRanks(room.subarray(0, size), places);
    const thousandths = percentilesOf(places.subarray(0, size), levels);
    let next = 0;
    for (let i = starts[s]!; i < starts[s + 1]!; i++) {
      const row = order[i]!;
      if (!Number.isNaN(values[row]!)) badFrom[row] = thousandths[places[next++]!]!;
    }
    yield;
  }
  return badFrom;
}

/** Entry by entry the smaller one, into `lowest`: from which q any measure of a set is bad. */
export function keepLowest(lowest: Uint16Array, badFrom: Uint16Array): void {
  for (let r = 0; r < lowest.length; r++) if (badFrom[r]! < lowest[r]!) lowest[r] = badFrom[r]!;
}

/**
 * q in thousandths for a set of measures: the largest at which at most a quarter of the kept design rows have any bad
 * measure. Null without kept design rows, or where none of them has a value.
 * @param lowest see `keepLowest`
 */
export function chooseBadBelow(
  panel: Pick<Panel, 'label' | 'snapshot'>,
  lowest: Uint16Array,
  isDesign: (snapshot: number) => boolean,
): number | null {
  const counts = new Int32Array(1001);
  let rows = 0;
  let withValue = 0;
  for (let r = 0; r < lowest.length; r++) {
    if (panel.label[r] !== KEPT || !isDesign(panel.snapshot[r]!)) continue;
    rows++;
    if (lowest[r] === NEVER_BAD) continue;
    withValue++;
    counts[lowest[r]!]!++;
  }
  if (withValue === 0) return null;
  let bad = 0;
  let q = 0;
  for (; q < 1000; q++) {
    bad += counts[q + 1]!;
    if (KEPT_ROWS_PER_BAD * bad > rows) break;
  }
  return q;
}

/** Mid-rank percentile of each level in thousandths, rounded up. */
function percentilesOf(places: Int32Array, levels: number): Uint16Array {
  const counts = new Int32Array(levels);
  for (let i = 0; i < places.length; i++) counts[places[i]!]!++;
  const thousandths = new Uint16Array(levels);
  let from = 0;
  for (let level = 0; level < levels; level++) {
    const to = from + counts[level]!;
    thousandths[level] = Math.ceil((1000 * (from + to)) / (2 * places.length));
    from = to;
  }
  return thousandths;
}
