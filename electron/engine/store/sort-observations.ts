import type { Observations } from './observations.ts';

/** Sorted by (account, day); rows of one pair keep their order. Two stable counting sorts, linear in the rows. */
export function sortObservations(observations: Observations): Observations {
  if (isSorted(observations)) return observations;
  const byDay = orderBy(observations.day, null);
  const order = orderBy(observations.account, byDay);
  return {
    account: observations.account.map((_, i) => observations.account[order[i]!]!),
    day: observations.day.map((_, i) => observations.day[order[i]!]!),
    value: observations.value.map((_, i) => observations.value[order[i]!]!),
    knownOn: observations.knownOn?.map((_, i, known) => known[order[i]!]!) ?? null,
  };
}

function isSorted({ account, day }: Observations): boolean {
  for (let i = 1; i < account.length; i += 1) {
    const step = account[i]! - account[i - 1]!;
    if (step < 0 || (step === 0 && day[i]! < day[i - 1]!)) return false;
  }
  return true;
}

/** Positions in ascending order of key, stable with respect to `previous` (or to the row order). */
function orderBy(keys: Int32Array, previous: Uint32Array | null): Uint32Array {
  let lowest = keys[0]!;
  let highest = lowest;
  for (const key of keys) {
    if (key < lowest) lowest = key;
    if (key > highest) highest = key;
  }
  const starts = new Uint32Array(highest - lowest + 2);
  for (const key of keys) starts[key - lowest + 1]! += 1;
  for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const row = previous === null ? i : previous[i]!;
    const slot = keys[row]! - lowest;
    order[starts[slot]!] = row;
    starts[slot]! += 1;
  }
  return order;
}
