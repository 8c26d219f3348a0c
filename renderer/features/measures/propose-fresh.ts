import { freeName, type MetricKindOf, measureMeanings } from '../../../shared/measures/measure-meaning.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';

/** The proposed measures that the workspace does not have yet under this or another name; a name taken gets a number. */
export function withoutKnown(
  proposed: readonly Measure[],
  known: readonly Measure[],
  metrics: readonly MetricKindOf[] = [],
): Measure[] {
  const there = new Set(measureMeanings(known, metrics).values());
  const meanings = measureMeanings(proposed, metrics);
  const names = known.map(({ name }) => name);
  return proposed
    .filter(({ id }) => !there.has(meanings.get(id) ?? ''))
    .map((measure) => ({ ...measure, name: freeName(measure.name, names) }));
}
