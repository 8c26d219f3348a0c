import { renameReferences } from '../measures/formula-parser.ts';
import { measuresReached } from '../measures/measure-references.ts';
import type { Aggregation, Measure } from '../schemas/measure.ts';
import type { MeasureGroup, Scorecard } from '../schemas/scorecard.ts';
import { limitOf } from './exceptions.ts';
import { measuresOf } from './measures-of.ts';
import { patternMeasures } from './patterns.ts';

/**
 * Text that is equal for two designs exactly when they score alike by construction: groups, weights, scales, missing
 * policies, coverage rule, exceptions, variants, band bounds with alarms, and the definitions of the measures used;
 * not names, labels, colours, actions, patterns or order of ids. Its hash is what the trial ledger counts.
 */
export function describeDesign(scorecard: Scorecard, measures: ReadonlyMap<string, Measure>): string {
  const { exceptions = [], variants = [] } = scorecard;
  return JSON.stringify({
    groups: describeGroups(scorecard.groups, measures),
    minimumCoverage: scorecard.minimumCoverage,
    bands: scorecard.bands.map((band) => [band.lowerBound, band.alarm]),
    ...(exceptions.length > 0 && {
      exceptions: exceptions.map((exception) => [
        describeMeasure(exception.condition.measureId, measures, new Set()),
        exception.condition.operator,
        exception.condition.operator === 'missing' ? null : exception.condition.value,
        exception.effect.type,
        limitOf(exception, scorecard.bands),
      ]),
    }),
    ...(variants.length > 0 && {
      variants: variants.map(({ conditions, groups, borrowK }) => ({
        conditions,
        borrowK,
        groups: describeGroups(groups, measures),
      })),
    }),
  });
}

function describeGroups(groups: readonly MeasureGroup[], measures: ReadonlyMap<string, Measure>) {
  return groups.map((group) => ({
    weight: group.weight,
    combine: group.combine,
    measures: group.measures.map((measure) => ({
      weight: measure.weight,
      scale: measure.scale,
      missing: measure.missing,
      definition: describeMeasure(measure.measureId, measures, new Set()),
    })),
  }));
}

/** Ids of the measures a scorecard needs, those that other measures are made from included. */
export function measuresNeeded(
  scorecard: Scorecard,
  measures: ReadonlyMap<string, Measure>,
): ReadonlySet<string> {
  return measuresReached(measuresOf(scorecard), measures);
}

/** The same with the measures that its patterns show: for lists and pages, never for what a back-test needs. */
export function measuresShown(
  scorecard: Scorecard,
  measures: ReadonlyMap<string, Measure>,
): ReadonlySet<string> {
  return measuresReached([...measuresOf(scorecard), ...patternMeasures(scorecard)], measures);
}

/**
 * Definition of a measure without any id: the parts of a ratio stand in their place; a measure made in any other way
 * from others becomes a list of distinct definitions in which parts are numbers. Null where unknown or circular.
 */
export function describeMeasure(
  id: string,
  measures: ReadonlyMap<string, Measure>,
  visiting: ReadonlySet<string>,
): unknown {
  const aggregation = measures.get(id)?.aggregation;
  if (aggregation === undefined || visiting.has(id)) return null;
  const reached = [...measuresReached([id], measures)];
  const isTree = reached.every((part) => {
    const type = measures.get(part)?.aggregation.type;
    return type !== 'formula' && type !== 'zScore' && type !== 'peerPercentile';
  });
  if (!isTree || reached.length > LARGEST_TREE) return describeAsList(id, measures);
  if (aggregation.type !== 'ratio') return aggregation;
  const inside = new Set([...visiting, id]);
  return {
    type: 'ratio',
    numerator: describeMeasure(aggregation.numerator, measures, inside),
    denominator: describeMeasure(aggregation.denominator, measures, inside),
  };
}

/** Beyond this many measures a tree could grow past all bounds where a list stays short. */
const LARGEST_TREE = 12;

/** Equal definitions share a number, so the list is the same whatever ids and names the parts have. */
function describeAsList(root: string, measures: ReadonlyMap<string, Measure>): unknown {
  const numbers = new Map<string, number>();
  const known = new Map<string, number | null>();
  const numberOf = (id: string): number | null => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const aggregation = measures.get(id)?.aggregation;
    if (aggregation === undefined) return null;
    known.set(id, null);
    const text = JSON.stringify(withParts(aggregation, numberOf));
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    const number = numbers.get(text)!;
    known.set(id, number);
    return number;
  };
  numberOf(root);
  return { type: 'list', definitions: [...numbers.keys()].map((text) => JSON.parse(text)) };
}

function withParts(aggregation: Aggregation, numberOf: (id: string) => number | null): unknown {
  const { type } = aggregation;
  if (type === 'zScore' || type === 'peerPercentile') {
    return { ...aggregation, measure: numberOf(aggregation.measure) };
  }
  if (type === 'ratio') {
    const { numerator, denominator } = aggregation;
    return { type, numerator: numberOf(numerator), denominator: numberOf(denominator) };
  }
  if (type !== 'formula') return aggregation;
  return { type, formula: renameReferences(aggregation.formula, (id) => String(numberOf(id))) };
}
