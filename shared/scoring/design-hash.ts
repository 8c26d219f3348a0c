import type { Measure } from '../schemas/measure.ts';
import type { Scorecard } from '../schemas/scorecard.ts';

/**
 * Text that is equal for two designs exactly when they score alike by construction: groups, weights, scales, missing
 * policies, coverage rule, band bounds with alarms, and the definitions of the measures used; not names, labels,
 * colours, actions or order of ids. Its hash is what the trial ledger counts.
 */
export function describeDesign(scorecard: Scorecard, measures: ReadonlyMap<string, Measure>): string {
  return JSON.stringify({
    groups: scorecard.groups.map((group) => ({
      weight: group.weight,
      combine: group.combine,
      measures: group.measures.map((measure) => ({
        weight: measure.weight,
        scale: measure.scale,
        missing: measure.missing,
        definition: describeMeasure(measure.measureId, measures, new Set()),
      })),
    })),
    minimumCoverage: scorecard.minimumCoverage,
    bands: scorecard.bands.map((band) => [band.lowerBound, band.alarm]),
  });
}

/** Ids of the measures a scorecard needs, the parts of ratios included. */
export function measuresNeeded(scorecard: Scorecard, measures: ReadonlyMap<string, Measure>): Set<string> {
  const needed = new Set<string>();
  const add = (id: string): void => {
    if (needed.has(id)) return;
    needed.add(id);
    const aggregation = measures.get(id)?.aggregation;
    if (aggregation?.type !== 'ratio') return;
    add(aggregation.numerator);
    add(aggregation.denominator);
  };
  for (const group of scorecard.groups) for (const measure of group.measures) add(measure.measureId);
  return needed;
}

/** Definition of a measure with the parts of a ratio in place of their ids; null where unknown or circular. */
export function describeMeasure(
  id: string,
  measures: ReadonlyMap<string, Measure>,
  visiting: ReadonlySet<string>,
): unknown {
  const aggregation = measures.get(id)?.aggregation;
  if (aggregation === undefined || visiting.has(id)) return null;
  if (aggregation.type !== 'ratio') return aggregation;
  const inside = new Set([...visiting, id]);
  return {
    type: 'ratio',
    numerator: describeMeasure(aggregation.numerator, measures, inside),
    denominator: describeMeasure(aggregation.denominator, measures, inside),
  };
}
