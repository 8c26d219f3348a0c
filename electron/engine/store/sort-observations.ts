import type { Observations } from './observations.ts';

/** Sorted by (account, day); rows of one pair keep their order. `order` may be shared by metrics of one file. */
export function sortObservations(
  observations: Observations,
  order: Uint32Array | null = orderObservations(observations.account, observations.day),
): Observations {
  if (order === null) return observations;
  const { account, day, value, knownOn } = observations;
  return {
    account: gather(account, order, new Int32Array(order.length)),
    day: gather(day, order, new Int32Array(order.length)),
    value: gather(value, order, new Float64Array(order.length)),
    knownOn: knownOn === null ? null : gather(knownOn, order, new Int32Array(order.length)),
  };
}

/** The rows in the order of (account, day), stable; null when they are in it. Two counting sorts, linear in the rows. */
export function orderObservations(account: Int32Array, day: Int32Array): Uint32Array | null {
  return isSorted(account, day) ? null : orderBy(account, orderBy(day, null));
}

function isSorted(account: Int32Array, day: Int32Array): boolean {
  for (let i = 1; i < account.length; i += 1) {
    const step = account[i]! - account[i - 1]!;
    if (step < 0 || (step === 0 && day[i]! < day[i - 1]!)) return false;
  }
  return true;
}

function gather<T extends Int32Array | Float64Array>(source: T, order: Uint32Array, target: T): T {
  for (let i = 0; i < order.length; i += 1) target[i] = source[order[i]!]!;
  return target;
}

/** Positions in ascending order of key, stable with respect to `previous` (or to the row order). */
function orderBy(keys: Int32Array, previous: Uint32Array | null): Uint32Array {
  let lowest = keys[0]!;
  let highest = lowest;
  for (let i = 1; i < keys.length; i += 1) {
    const key = keys[i]!;
    if (key < lowest) lowest = key;
    if (key > highest) highest = key;
  }
  const starts = new Uint32Array(highest - lowest + 2);
  for (let i = 0; i < keys.length; i += 1) {
    const slot = keys[i]! - lowest + 1;
    starts[slot] = starts[slot]! + 1;
  }
  for (let i = 1; i < starts.length; i += 1) starts[i] = starts[i]! + starts[i - 1]!;
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const row = previous === null ? i : previous[i]!;
    const slot = keys[row]! - lowest;
    const position = starts[slot]!;
    order[position] = row;
    starts[slot] = position + 1;
  }
  return order;
}
