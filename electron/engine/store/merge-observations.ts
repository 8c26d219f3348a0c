import type { CurrentObservations } from './observations.ts';

/** Merges batches given from the lowest number to the highest, each sorted by (account, day): later wins. */
export function mergeObservations(batches: readonly CurrentObservations[]): CurrentObservations {
  if (batches.length === 0) return allocate(0);
  const first = batches[0]!;
  if (batches.length === 1) return isDistinct(first) ? first : mergePair(allocate(0), first);
  const middle = batches.length >> 1;
  return mergePair(mergeObservations(batches.slice(0, middle)), mergeObservations(batches.slice(middle)));
}

function isDistinct({ account, day }: CurrentObservations): boolean {
  for (let i = 1; i < day.length; i += 1) {
    if (day[i] === day[i - 1] && account[i] === account[i - 1]) return false;
  }
  return true;
}

/** One pass over both; of equal (account, day), the newer batch wins and inside a batch the last row. */
function mergePair(older: CurrentObservations, newer: CurrentObservations): CurrentObservations {
  const target = allocate(older.account.length + newer.account.length);
  let count = 0;
  const put = (source: CurrentObservations, row: number) => {
    const account = source.account[row]!;
    const day = source.day[row]!;
    const repeats = count > 0 && target.account[count - 1] === account && target.day[count - 1] === day;
    const slot = repeats ? count - 1 : count;
    target.account[slot] = account;
    target.day[slot] = day;
    target.value[slot] = source.value[row]!;
    target.knownOn[slot] = source.knownOn[row]!;
    count = slot + 1;
  };
  let a = 0;
  let b = 0;
  while (a < older.account.length || b < newer.account.length) {
    if (b === newer.account.length || (a < older.account.length && comesFirst(older, a, newer, b))) {
      put(older, a);
      a += 1;
    } else {
      put(newer, b);
      b += 1;
    }
  }
  return {
    account: target.account.slice(0, count),
    day: target.day.slice(0, count),
    value: target.value.slice(0, count),
    knownOn: target.knownOn.slice(0, count),
  };
}

/** Ties go to the older row first, so that the newer one overwrites it. */
function comesFirst(older: CurrentObservations, a: number, newer: CurrentObservations, b: number): boolean {
  const step = older.account[a]! - newer.account[b]!;
  return step < 0 || (step === 0 && older.day[a]! <= newer.day[b]!);
}

function allocate(count: number): CurrentObservations {
  return {
    account: new Int32Array(count),
    day: new Int32Array(count),
    value: new Float64Array(count),
    knownOn: new Int32Array(count),
  };
}
