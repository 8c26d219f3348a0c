/**
 * Lower bounds (0–100, one decimal) that give each of `bands` bands an even share of the scores as near as the grid
 * allows: the healthiest band first, the lowest band's 0 left out. Bound i from below = the largest grid value with at
 * most i ÷ bands of the scores below it, and above the bound before it. Null where the grid has no room (or no score).
 * @param scores tenths, 0–1,000
 */
export function quantileBounds(scores: ArrayLike<number>, bands: number): number[] | null {
  if (scores.length === 0) return null;
  const counts = new Int32Array(1001);
  for (let r = 0; r < scores.length; r++) counts[scores[r]!]!++;
  const bounds: number[] = [];
  let below = 0;
  let bound = 0;
  for (let i = 1; i < bands; i++) {
    const start = bound;
    while (bound < 1000 && (below + counts[bound]!) * bands <= i * scores.length) below += counts[bound++]!;
    if (bound === start) below += counts[bound++] ?? 0;
    if (bound > 1000) return null;
    bounds.push(bound / 10);
  }
  return bounds.reverse();
}

/**
 * Lower bounds (0–100, one decimal, the healthiest band first, the lowest band's 0 left out) that give other scores the
 * band shares of before, as near as the grid and ties allow: each bound has the share below it that is nearest to the
 * share below the bound of before (of equally near ones the bound nearest to the old one). Null where the grid has no room, or nobody
 * was or is scored.
 * @param before scores in tenths and the bounds in tenths that banded them, healthiest first without the 0
 * @param scores tenths, 0–1,000
 */
export function boundsOfSameShares(
  before: { readonly scores: ArrayLike<number>; readonly bounds: readonly number[] },
  scores: ArrayLike<number>,
): number[] | null {
  const [old, now] = [cumulate(before.scores), cumulate(scores)];
  if (old[1001] === 0 || now[1001] === 0) return null;
  const placed: number[] = [];
  let least = 0;
  for (const oldBound of [...before.bounds].reverse()) {
    const wanted = old[oldBound]! / old[1001]!;
    let best = least + 1;
    const miss = (bound: number) => Math.abs(now[bound]! / now[1001]! - wanted);
    const move = (bound: number) => Math.abs(bound - oldBound);
    for (let bound = best + 1; bound <= 1000; bound++) {
      const gain = miss(best) - miss(bound);
      if (gain > 0 || (gain === 0 && move(bound) < move(best))) best = bound;
    }
    if (best > 1000) return null;
    placed.push(best / 10);
    least = best;
  }
  return placed.reverse();
}

/** At b, how many scores lie below b tenths; at 1,001 all of them. */
function cumulate(scores: ArrayLike<number>): Int32Array {
  const below = new Int32Array(1002);
  for (let r = 0; r < scores.length; r++) below[scores[r]! + 1]!++;
  for (let b = 1; b < below.length; b++) below[b]! += below[b - 1]!;
  return below;
}
