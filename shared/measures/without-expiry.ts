import type { Measure } from '../schemas/measure.ts';
import { measuresReached } from './measure-references.ts';

/**
 * The measures as if no value grew old: beside the real ones they show which rows lack a value only because the newest
 * had passed its "stale after". Null where neither the measure nor any it is made from sets such a limit.
 */
export function withoutExpiry(
  measureId: string,
  measures: ReadonlyMap<string, Measure>,
): ReadonlyMap<string, Measure> | null {
  const reached = [...measuresReached([measureId], measures)].flatMap((id) => measures.get(id) ?? []);
  const expiring = reached.filter(
    ({ aggregation }) => 'staleAfterDays' in aggregation && aggregation.staleAfterDays !== null,
  );
  if (expiring.length === 0) return null;
  const fresh = expiring.map((measure): [string, Measure] => [measure.id, withoutLimit(measure)]);
  return new Map([...measures, ...fresh]);
}

function withoutLimit(measure: Measure): Measure {
  const { aggregation } = measure;
  if (!('staleAfterDays' in aggregation)) return measure;
  return { ...measure, aggregation: { ...aggregation, staleAfterDays: null } };
}
