/**
 * Account indices in order of id by code points: the order in which every resampling draws, so that the order of a file
 * never changes a figure. Ids are compared as text, without a locale. Equal ids keep their order.
 */
export function orderAccounts(accountIds: readonly string[]): Int32Array {
  return Int32Array.from(accountIds.keys()).sort(
    (a, b) => compareCodePoints(accountIds[a]!, accountIds[b]!) || a - b,
  );
}

/** Below 0, 0 or above 0 as the first text comes before, with or after the second by code points. */
export function compareCodePoints(first: string, second: string): number {
  const length = Math.min(first.length, second.length);
  for (let i = 0; i < length; i++) {
    const a = first.charCodeAt(i);
    const b = second.charCodeAt(i);
    if (a !== b) return rank(a) - rank(b);
  }
  return first.length - second.length;
}

/** UTF-16 puts the halves of code points above U+FFFF before U+E000…U+FFFF; this puts them behind. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
