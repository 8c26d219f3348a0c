import type { Measure } from '../schemas/measure.ts';
import type { Scorecard } from '../schemas/scorecard.ts';
import { renameReferences } from './formula-parser.ts';

/** Measures with a scorecard that scores them, as a template brings them. */
export interface ProposedDesign {
  /** Parts before what is made from them. */
  readonly measures: readonly Measure[];
  readonly scorecard: Scorecard | null;
}

/**
 * The same design under new ids, in the scorecard, in ratios, z-scores, percentiles and formulas too. A measure that
 * the workspace already has (the same aggregation and direction, whatever it is called) is used as it stands and left
 * out of the answer's measures.
 */
export function giveIds<Design extends ProposedDesign>(
  design: Design,
  newId: () => string,
  existing: readonly Measure[] = [],
): Design & { readonly measures: Measure[] } {
  const known = new Map(existing.map((measure) => [definitionOf(measure), measure.id]));
  const ids = new Map<string, string>();
  const idOf = (id: string) => ids.get(id) ?? id;
  const measures: Measure[] = [];
  for (const measure of design.measures) {
    const renamed = renameParts(measure, idOf);
    const there = known.get(definitionOf(renamed));
    const id = there ?? newId();
    ids.set(measure.id, id);
    if (there === undefined) measures.push({ ...renamed, id });
  }
  const scorecard = design.scorecard && {
    ...design.scorecard,
    id: newId(),
    groups: design.scorecard.groups.map((group) => ({
      ...group,
      id: newId(),
      measures: group.measures.map((scored) => ({ ...scored, measureId: idOf(scored.measureId) })),
    })),
  };
  return { ...design, measures, scorecard };
}

/** Two measures with the same text are one, whatever they are called: the aggregation and the healthy direction. */
export function definitionOf({ aggregation, direction }: Measure): string {
  const sorted = Object.entries(aggregation).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([direction, sorted]);
}

function renameParts(measure: Measure, idOf: (id: string) => string): Measure {
  const { aggregation } = measure;
  switch (aggregation.type) {
    case 'ratio': {
      const { numerator, denominator } = aggregation;
      return {
        ...measure,
        aggregation: { type: 'ratio', numerator: idOf(numerator), denominator: idOf(denominator) },
      };
    }
    case 'zScore':
    case 'peerPercentile':
      return { ...measure, aggregation: { ...aggregation, measure: idOf(aggregation.measure) } };
    case 'formula':
      return {
        ...measure,
        aggregation: { ...aggregation, formula: renameReferences(aggregation.formula, idOf) },
      };
    default:
      return measure;
  }
}
