import { definitionOf } from '../../../shared/measures/give-ids.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';

/** The proposed measures that the workspace does not have yet under this or another name. */
export function withoutKnown(proposed: readonly Measure[], known: readonly Measure[]): Measure[] {
  const there = new Set(known.map(definitionOf));
  return proposed.filter((measure) => !there.has(definitionOf(measure)));
}
