const CHUNK = 1 << 16;

/** An ascending copy in steps of about 65,000 values, missing values (NaN) last; says the share that is done. O(n log n). */
export function* sortSteps(values: Float64Array): Generator<number, Float64Array, void> {
  let sorted = values.slice();
  const size = sorted.length;
  let runs = Math.ceil(size / CHUNK);
  const passes = 1 + Math.ceil(Math.log2(Math.max(1, runs)));
  for (let start = 0; start < size; start += CHUNK) {
    sorted.subarray(start, start + CHUNK).sort();
    yield Math.min(1, (start + CHUNK) / size) / passes;
  }
  let merged = new Float64Array(runs > 1 ? size : 0);
  for (let pass = 1, width = CHUNK; runs > 1; pass += 1, width *= 2, runs = Math.ceil(size / width)) {
    for (let start = 0; start < size; start += 2 * width) {
      const middle = Math.min(size, start + width);
      const end = Math.min(size, start + 2 * width);
      const merge = { left: start, right: middle, to: start };
      while (merge.to < end) {
        mergeChunk(sorted, merged, { middle, end }, merge);
        yield (pass + merge.to / size) / passes;
      }
    }
    [sorted, merged] = [merged, sorted];
  }
  return sorted;
}

/** Goes on merging two neighbouring ascending runs of `from` into `into`, one chunk further. */
function mergeChunk(
  from: Float64Array,
  into: Float64Array,
  { middle, end }: { readonly middle: number; readonly end: number },
  at: { left: number; right: number; to: number },
): void {
  let { left, right, to } = at;
  for (const stop = Math.min(end, to + CHUNK); to < stop; to += 1) {
    // Not "<=": a missing value is below nothing and stays behind.
    const isRight =
      left >= middle || (right < end && (from[right]! < from[left]! || Number.isNaN(from[left]!)));
    into[to] = isRight ? from[right++]! : from[left++]!;
  }
  Object.assign(at, { left, right, to });
}
