import { roundValue } from '../measures/round-value.ts';
import type { Band, Scorecard, ScoreException } from '../schemas/scorecard.ts';

/** An exception's limit in tenths, 0–1,000: of its band where it names one (at most = the highest score of the band,
 * at least = the lowest), else of its score. */
export function limitOf({ effect }: ScoreException, bands: readonly Band[]): number {
  const at = bands.findIndex((band) => band.id === effect.bandId);
  if (at < 0) return Math.round(effect.score * 10);
  if (effect.type === 'atLeast') return Math.round(bands[at]!.lowerBound * 10);
  return at === 0 ? 1000 : Math.round(bands[at - 1]!.lowerBound * 10) - 1;
}

/** Does a value meet an exception's condition? NaN = missing. The bound is rounded to 9 decimals as values are. */
export function meetsCondition(
  { operator, value: bound }: ScoreException['condition'],
  value: number,
): boolean {
  switch (operator) {
    case 'missing':
      return Number.isNaN(value);
    case 'below':
      return value < roundValue(bound);
    case 'atLeast':
      return value >= roundValue(bound);
  }
}

/** What one exception did to one score, in tenths. */
export interface Bite {
  readonly exceptionId: string;
  readonly from: number;
  readonly to: number;
}

/** The score of one account after all exceptions in order, with those that changed it. Not scored stays not scored. */
export function applyToOne(
  { exceptions = [], bands }: Pick<Scorecard, 'exceptions' | 'bands'>,
  scoreTenths: number | null,
  valueFor: (measureId: string) => number,
): { readonly scoreTenths: number | null; readonly bites: readonly Bite[] } {
  const bites: Bite[] = [];
  let score = scoreTenths;
  for (const exception of exceptions) {
    if (score === null || !meetsCondition(exception.condition, valueFor(exception.condition.measureId)))
      continue;
    const limit = limitOf(exception, bands);
    const to = exception.effect.type === 'atMost' ? Math.min(score, limit) : Math.max(score, limit);
    if (to !== score) bites.push({ exceptionId: exception.id, from: score, to });
    score = to;
  }
  return { scoreTenths: score, bites };
}

/**
 * Limits scores in place, exception by exception; −1 (not scored) stays. Long and plain, as it runs at each edit.
 * @returns per exception 1 for each row that it changed
 */
export function applyExceptions(
  { exceptions = [], bands }: Pick<Scorecard, 'exceptions' | 'bands'>,
  columns: ReadonlyMap<string, Float64Array>,
  scores: Int16Array,
): Uint8Array[] {
  return exceptions.map((exception) => {
    const { condition, effect } = exception;
    const values = columns.get(condition.measureId)!;
    const limit = limitOf(exception, bands);
    const bitten = new Uint8Array(scores.length);
    const isCap = effect.type === 'atMost';
    for (let r = 0; r < scores.length; r++) {
      const score = scores[r]!;
      if (score < 0 || (isCap ? score <= limit : score >= limit)) continue;
      if (!meetsCondition(condition, values[r]!)) continue;
      scores[r] = limit;
      bitten[r] = 1;
    }
    return bitten;
  });
}
