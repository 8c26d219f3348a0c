import type { Progress, YieldNow } from '../measures/analysis-data.ts';

const SLICE_MS = 8;
const SAY_EVERY_MS = 100;

/**
 * Runs a stepwise computation in slices of at most 8 ms. Its steps say their share of the work; told is that share of
 * `total`, in whatever is counted (shuffles, measures).
 */
export async function runInSlices<Result>(
  steps: Generator<number, Result, void>,
  yieldNow: YieldNow,
  total: number,
): Promise<Result> {
  let sliceStart = performance.now();
  let saidAt = Number.NEGATIVE_INFINITY;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const now = performance.now();
    if (now - sliceStart < SLICE_MS) continue;
    if (now - saidAt < SAY_EVERY_MS) await yieldNow();
    else {
      saidAt = now;
      await yieldNow({ done: Math.round(step.value * total), total });
    }
    sliceStart = performance.now();
  }
}

/**
 * The same as a part of longer work: its share fills `from` to `to` of `total`, so that what is told goes on from what was
 * done before.
 */
export function runPart<Result>(
  steps: Generator<number, Result, void>,
  yieldNow: YieldNow,
  { from, to, total }: { readonly from: number; readonly to: number; readonly total: number },
): Promise<Result> {
  const tell = (progress?: Progress) =>
    yieldNow(progress && { done: from + ((to - from) * progress.done) / progress.total, total });
  return runInSlices(steps, tell, 1000);
}
