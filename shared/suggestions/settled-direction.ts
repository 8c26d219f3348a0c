import type { MeasureFigures } from '../schemas/figures.ts';
import type { Measure } from '../schemas/measure.ts';

/** The measure with the healthy direction that the data show where they settle it (the AUC's interval excludes .5), else as it is. */
export function settleDirection(
  measure: Measure,
  figures: Pick<MeasureFigures, 'healthier'> | null,
): Measure {
  if (figures === null || figures.healthier === 'notSettled') return measure;
  return { ...measure, direction: figures.healthier };
}

/** True where the data settle the direction and say the opposite of what the measure says. */
export function isAgainstData(
  { direction }: Pick<Measure, 'direction'>,
  figures: Pick<MeasureFigures, 'healthier'> | null,
): boolean {
  return figures !== null && figures.healthier !== 'notSettled' && figures.healthier !== direction;
}
