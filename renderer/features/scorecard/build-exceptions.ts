import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Band, ScoreException } from '../../../shared/schemas/scorecard.ts';
import { limitOf } from '../../../shared/scoring/exceptions.ts';

export interface ExceptionWords {
  readonly operator: ScoreException['condition']['operator'];
  readonly effect: ScoreException['effect']['type'];
  readonly measureId: string;
  readonly value: number;
  /** The band whose bound is the limit; null = the score below is. */
  readonly band: Band | null;
  /** 0–100. */
  readonly limit: number;
}

/** What an exception says, resolved against the bands. */
export function exceptionWords(exception: ScoreException, bands: readonly Band[]): ExceptionWords {
  const { condition, effect } = exception;
  return {
    operator: condition.operator,
    effect: effect.type,
    measureId: condition.measureId,
    value: condition.value,
    band: bands.find((band) => band.id === effect.bandId) ?? null,
    limit: limitOf(exception, bands) / 10,
  };
}

/** A first exception on a measure: below its value, at most the worst band. */
export function newException(
  id: string,
  { measureId, value }: { readonly measureId: string; readonly value: number },
  bands: readonly Band[],
): ScoreException {
  const worst = bands.at(-1)!;
  const made: ScoreException = {
    id,
    condition: { measureId, operator: 'below', value },
    effect: { type: 'atMost', score: 0, bandId: worst.id },
  };
  return { ...made, effect: { ...made.effect, score: limitOf(made, bands) / 10 } };
}

/** The effect with another limit: a band's bound, or the score that the limit is now. */
export function withLimit(
  exception: ScoreException,
  bandId: string | null,
  bands: readonly Band[],
): ScoreException['effect'] {
  const { type } = exception.effect;
  const moved = bandId === null ? exception.effect : { ...exception.effect, bandId };
  const score = limitOf({ ...exception, effect: moved }, bands) / 10;
  return bandId === null ? { type, score } : { type, score, bandId };
}

/** How long nobody may come before the ready-made rule holds. */
export const idleDays = 30;

/** Days since the last time a metric was above 0; more is worse. */
export function idleMeasure(id: string, name: string, metric: string): Measure {
  return { id, name, aggregation: { type: 'daysSinceLast', metric }, direction: 'lower', actionable: true };
}

/** "Nobody came for 30 days, so at most the worst band", for a measure of days since. */
export function idleException(id: string, measureId: string, bands: readonly Band[]): ScoreException {
  const first = newException(id, { measureId, value: idleDays }, bands);
  return { ...first, condition: { ...first.condition, operator: 'atLeast' } };
}
