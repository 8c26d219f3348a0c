/** For each of the ascending `values`: how many of the ascending `others` lie below it, plus ½ for each equal.
 * Multiples of ½ from 0 to others.length, exact; in O(n + m). Their sum is the Mann–Whitney U.
 * Source: X. Sun & W. Xu, IEEE Signal Processing Letters 21 (2014), the midrank form of DeLong's components. */
export function placements(values: Float64Array, others: Float64Array): Float64Array {
  const counts = new Float64Array(values.length);
  let below = 0;
  let notAbove = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    while (below < others.length && others[below]! < value) below += 1;
    if (notAbove < below) notAbove = below;
    while (notAbove < others.length && others[notAbove]! === value) notAbove += 1;
    counts[i] = (below + notAbove) / 2;
  }
  return counts;
}
