import type { Measure } from '../schemas/measure.ts';
import type { Scorecard } from '../schemas/scorecard.ts';
import { renameReferences } from './formula-parser.ts';
import { freeName, type MetricKindOf, measureMeanings } from './measure-meaning.ts';

/** Measures with a scorecard that scores them, as a template brings them. */
export interface ProposedDesign {
  /** Parts before what is made from them. */
  readonly measures: readonly Measure[];
  readonly scorecard: Scorecard | null;
}

/** What a workspace has already: its measures, and the kinds of its metrics. */
export interface Existing {
  readonly measures: readonly Measure[];
  readonly metrics: readonly MetricKindOf[];
}

/**
 * The same design under new ids, in the scorecard, in ratios, z-scores, percentiles and formulas too. A measure that
 * the workspace already has (it computes the same number, its parts included, whatever it is called) is used as it
 * stands and left out of the answer's measures; a new one whose name is taken gets a number.
 */
export function giveIds<Design extends ProposedDesign>(
  design: Design,
  newId: () => string,
  existing: Existing = { measures: [], metrics: [] },
): Design & { readonly measures: Measure[] } {
  const there = new Map(
    [...measureMeanings(existing.measures, existing.metrics)].map(([id, meaning]) => [meaning, id]),
  );
  const meanings = measureMeanings(design.measures, existing.metrics);
  const taken = new Set(existing.measures.map(({ name }) => name));
  const ids = new Map<string, string>();
  const idOf = (id: string) => ids.get(id) ?? id;
  const measures: Measure[] = [];
  for (const measure of design.measures) {
    const known = there.get(meanings.get(measure.id) ?? '');
    const id = known ?? newId();
    ids.set(measure.id, id);
    if (known !== undefined) continue;
    const name = freeName(measure.name, taken);
    taken.add(name);
    measures.push({ ...renameParts(measure, idOf), id, name });
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
