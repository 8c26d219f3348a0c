import { indexInAscending } from './sorted-values.ts';

/** Whole numbers spread no wider than this are ranked by marking, others by sorting digits. */
const WIDEST = 1 << 20;
const DIGITS = 1 << 16;
/** Fewer values than this are quicker sorted. */
const FEWEST_FOR_DIGITS = 4096;

/**
 * The place of each value among the distinct values: 0 = lowest, equal values share a place, −1 = missing (NaN); written
 * into `places`, beside `values`. −0 and 0 are one value. Returns how many distinct values there are.
 * Whole numbers close together are marked and counted, many others sorted by their bits, 16 at a time, few by a plain sort;
 * plain loops, as it runs over every measure and date of a back-test.
 */
export function denseRanks(values: Float64Array, places: Int32Array): number {
  const range = wholeRange(values);
  if (range === null) {
    return values.length < FEWEST_FOR_DIGITS ? rankBySort(values, places) : rankByDigits(values, places);
  }
  const { lowest, highest } = range;
  if (highest < lowest) {
    places.fill(-1);
    return 0;
  }
  const place = new Int32Array(highest - lowest + 1);
  for (let i = 0; i < values.length; i += 1) if (!Number.isNaN(values[i]!)) place[values[i]! - lowest] = 1;
  let levels = 0;
  for (let v = 0; v < place.length; v += 1) if (place[v] === 1) place[v] = levels++;
  for (let i = 0; i < values.length; i += 1)
    places[i] = !Number.isNaN(values[i]!) ? place[values[i]! - lowest]! : -1;
  return levels;
}

/** Null where a value is not whole or they lie far apart; without values the highest is below the lowest. */
function wholeRange(values: Float64Array): { lowest: number; highest: number } | null {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    if (!Number.isSafeInteger(value)) return null;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return highest - lowest >= WIDEST ? null : { lowest, highest };
}

function rankBySort(values: Float64Array, places: Int32Array): number {
  const distinct = values.slice().sort();
  let levels = 0;
  for (const value of distinct) {
    if (Number.isNaN(value)) break;
    if (levels === 0 || value !== distinct[levels - 1]) distinct[levels++] = value;
  }
  const present = distinct.subarray(0, levels);
  for (let i = 0; i < values.length; i += 1)
    places[i] = !Number.isNaN(values[i]!) ? indexInAscending(present, values[i]!) : -1;
  return levels;
}

function rankByDigits(values: Float64Array, places: Int32Array): number {
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  let order = new Int32Array(values.length);
  const bits = new Uint32Array(2);
  const number = new Float64Array(bits.buffer);
  let size = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (Number.isNaN(value)) {
      places[i] = -1;
      continue;
    }
    number[0] = value + 0;
    // Bits of a double rank as the numbers do once negative ones are turned over and the others set above them.
    const isNegative = bits[1]! >>> 31 === 1;
    low[i] = isNegative ? ~bits[0]! : bits[0]!;
    high[i] = isNegative ? ~bits[1]! : bits[1]! ^ 0x80000000;
    order[size++] = i;
  }
  order = order.subarray(0, size);
  let other = new Int32Array(size);
  for (const [key, shift] of [
    [low, 0],
    [low, 16],
    [high, 0],
    [high, 16],
  ] as const) {
    if (!sortByDigit(order, other, { key, shift })) continue;
    [order, other] = [other, order];
  }
  let levels = 0;
  for (let i = 0; i < size; i += 1) {
    const r = order[i]!;
    const before = order[i - 1];
    if (before === undefined || low[before] !== low[r] || high[before] !== high[r]) levels += 1;
    places[r] = levels - 1;
  }
  return levels;
}

/** One stable pass; false where all share the digit and nothing was written. */
function sortByDigit(
  order: Int32Array,
  into: Int32Array,
  { key, shift }: { readonly key: Uint32Array; readonly shift: number },
): boolean {
  const next = new Int32Array(DIGITS + 1);
  for (let i = 0; i < order.length; i += 1) next[((key[order[i]!]! >>> shift) & 0xffff) + 1]! += 1;
  if (order.length === 0 || next[((key[order[0]!]! >>> shift) & 0xffff) + 1] === order.length) return false;
  for (let d = 0; d < DIGITS; d += 1) next[d + 1]! += next[d]!;
  for (let i = 0; i < order.length; i += 1) {
    const r = order[i]!;
    into[next[(key[r]! >>> shift) & 0xffff]!++] = r;
  }
  return true;
}
