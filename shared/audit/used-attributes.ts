import type { Measure } from '../schemas/measure.ts';
import type { Scorecard } from '../schemas/scorecard.ts';
import { measuresNeeded } from '../scoring/design-hash.ts';

/** Attributes that the scorecards read as of past dates: in measures, in peer groups and in conditions of variants. */
export function usedAttributes(
  scorecards: readonly Scorecard[],
  measures: ReadonlyMap<string, Measure>,
): Set<string> {
  const used = new Set<string>();
  for (const scorecard of scorecards) {
    for (const id of measuresNeeded(scorecard, measures)) {
      const aggregation = measures.get(id)?.aggregation;
      if (aggregation !== undefined && 'attribute' in aggregation && aggregation.attribute !== null) {
        used.add(aggregation.attribute);
      }
    }
    for (const { conditions } of scorecard.variants ?? []) {
      for (const condition of conditions) if (condition.type === 'attribute') used.add(condition.attribute);
    }
  }
  return used;
}
