import type { Aggregation, Measure } from '../schemas/measure.ts';
import { parseFormula } from './formula-parser.ts';

/** Ids of the measures an aggregation is made from, in the order it names them; a formula that can't be read has none. */
export function referencesOf(aggregation: Aggregation): readonly string[] {
  switch (aggregation.type) {
    case 'ratio':
      return [aggregation.numerator, aggregation.denominator];
    case 'zScore':
    case 'peerPercentile':
      return [aggregation.measure];
    case 'formula': {
      const parsed = parseFormula(aggregation.formula);
      return parsed.ok ? parsed.measureIds : [];
    }
    default:
      return [];
  }
}

/**
 * The given measures and every measure they are made from, each once, in order of first meeting; ids that name nothing
 * are among them. Cycles end.
 */
export function measuresReached(
  ids: Iterable<string>,
  measures: ReadonlyMap<string, Measure>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    const aggregation = measures.get(id)?.aggregation;
    if (aggregation !== undefined) referencesOf(aggregation).forEach(visit);
  };
  for (const id of ids) visit(id);
  return reached;
}
