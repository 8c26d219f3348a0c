import type { Interval } from './interval.ts';
import { normal975 } from './normal.ts';

export type SurvivalStep = {
  readonly time: number;
  /** Under observation just before `time`. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Share still there after `time`. */
  readonly survival: number;
  /** Greenwood's, on the survival scale. */
  readonly standardError: number;
  /** 95 %, on the log scale (R's default), the upper end at most 1; null once survival is 0. */
  readonly logInterval: Interval | null;
  /** 95 %, on the log-log scale, always inside 0…1; null while survival is 1 or once it is 0. */
  readonly logLogInterval: Interval | null;
};

/** The survival curve of `times` (any unit) with `events` 1 where the outcome came, 0 where observation stopped.
 * One step per distinct time, ascending; before the first step survival is 1. A stop at the time of an event
 * counts as at risk for it. Empty in → empty out. Throws on NaN or different lengths.
 * Source: Kaplan & Meier, JASA 53 (1958); Greenwood's variance; as R's survfit. */
export function kaplanMeier(times: ArrayLike<number>, events: ArrayLike<number>): SurvivalStep[] {
  const order = orderByTime(times, events);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let start = 0; start < order.length; ) {
    const time = times[order[start]!]!;
    const atRisk = order.length - start;
    let deaths = 0;
    let end = start;
    for (; end < order.length && times[order[end]!]! === time; end += 1) deaths += events[order[end]!]!;
    survival *= (atRisk - deaths) / atRisk;
    if (deaths > 0 && survival > 0) greenwood += deaths / (atRisk * (atRisk - deaths));
    const censored = end - start - deaths;
    steps.push({ time, atRisk, events: deaths, censored, survival, ...spread(survival, greenwood) });
    start = end;
  }
  return steps;
}

/** The share still there after `time`: 1 before the first step, the last step's share beyond the end. */
export function survivalAt(steps: readonly SurvivalStep[], time: number): number {
  let survival = 1;
  for (const step of steps) if (step.time <= time) survival = step.survival;
  return survival;
}

/** The first time at which half are gone, null if that is never seen. Where the curve rests at exactly one half,
 * the middle of that rest, as R does. */
export function medianSurvival(steps: readonly SurvivalStep[]): number | null {
  const close = 1e-12;
  const reached = steps.find((step) => step.survival <= 0.5 + close);
  if (reached === undefined) return null;
  const below = steps.find((step) => step.survival < 0.5 - close);
  return reached.survival < 0.5 - close || below === undefined
    ? reached.time
    : (reached.time + below.time) / 2;
}

function orderByTime(times: ArrayLike<number>, events: ArrayLike<number>): Int32Array {
  if (times.length !== events.length) throw new RangeError('times and events need the same rows');
  const order = Int32Array.from({ length: times.length }, (_, row) => {
    if (Number.isNaN(times[row]!)) throw new RangeError('missing times must be dropped first');
    return row;
  });
  return order.sort((a, b) => times[a]! - times[b]!);
}

function spread(
  survival: number,
  greenwood: number,
): Pick<SurvivalStep, 'standardError' | 'logInterval' | 'logLogInterval'> {
  const root = Math.sqrt(greenwood);
  const standardError = survival * root;
  if (survival <= 0) return { standardError, logInterval: null, logLogInterval: null };
  const factor = Math.exp(normal975 * root);
  const logInterval = { low: survival / factor, high: Math.min(1, survival * factor) };
  if (survival >= 1) return { standardError, logInterval, logLogInterval: null };
  const power = Math.exp((normal975 * root) / -Math.log(survival));
  const logLogInterval = { low: survival ** power, high: survival ** (1 / power) };
  return { standardError, logInterval, logLogInterval };
}
