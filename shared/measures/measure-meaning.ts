import type { Aggregation, Measure, MetricKind } from '../schemas/measure.ts';
import { describeMeasure } from '../scoring/design-hash.ts';

/** A measure's name can hold this many characters. */
const LONGEST_NAME = 120;

/** What decides that two ways of writing a measure mean the same; an unknown metric is taken as written. */
export interface MetricKindOf {
  readonly name: string;
  readonly kind: MetricKind;
}

/**
 * Text per measure that is equal for two exactly when they compute the same number, whatever they and their parts are
 * called and whichever side is healthy. "As the column's kind says" is read as what it says, and over one day or period
 * sum, mean, smallest and largest are one. Used to find a measure that is there already.
 */
export function measureMeanings(
  measures: readonly Measure[],
  metrics: readonly MetricKindOf[],
): ReadonlyMap<string, string> {
  const kinds = new Map(metrics.map(({ name, kind }) => [name, kind]));
  const plain = new Map(
    measures.map((measure) => [
      measure.id,
      { ...measure, aggregation: plainAggregation(measure.aggregation, kinds) },
    ]),
  );
  return new Map(
    measures.map(({ id }) => [id, JSON.stringify(sortKeys(describeMeasure(id, plain, new Set())))]),
  );
}

/** The name, or with " (2)", " (3)" … behind it where it is taken; at most 120 characters. */
export function freeName(name: string, taken: Iterable<string>): string {
  const all = new Set(taken);
  if (!all.has(name)) return name;
  for (let n = 2; ; n++) {
    const end = ` (${n})`;
    const numbered = `${name.slice(0, LONGEST_NAME - end.length)}${end}`;
    if (!all.has(numbered)) return numbered;
  }
}

function plainAggregation(aggregation: Aggregation, kinds: ReadonlyMap<string, MetricKind>): Aggregation {
  if (!('noRow' in aggregation)) return aggregation;
  const kind = kinds.get(aggregation.metric);
  const noRow =
    aggregation.noRow !== 'byKind' || kind === undefined
      ? aggregation.noRow
      : kind === 'flow'
        ? 'zero'
        : 'missing';
  const isOne = aggregation.lookback === 1 && aggregation.type !== 'change' && aggregation.type !== 'slope';
  return isOne ? { ...aggregation, type: 'mean', noRow } : { ...aggregation, noRow };
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
