import type { Estimate } from '../../../shared/schemas/figures.ts';

/** One axis for several AUCs: wide enough for every interval, with chance at .5 inside. */
export function buildAucAxis(estimates: readonly (Estimate | null)[]): { min: number; max: number } {
  const lowest = Math.min(0.4, ...endsOf(estimates));
  return { min: Math.max(0, Math.floor(lowest * 10) / 10), max: 1 };
}

/** One axis for several differences: as far below 0 as above. */
export function buildDifferenceAxis(estimates: readonly (Estimate | null)[]): { min: number; max: number } {
  const widest = Math.max(0.1, ...endsOf(estimates).map(Math.abs));
  const bound = Math.min(1, Math.ceil(widest * 20) / 20);
  return { min: -bound, max: bound };
}

function endsOf(estimates: readonly (Estimate | null)[]): number[] {
  return estimates.flatMap((estimate) =>
    estimate === null
      ? []
      : [estimate.value, estimate.low ?? estimate.value, estimate.high ?? estimate.value],
  );
}
