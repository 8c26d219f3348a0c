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
