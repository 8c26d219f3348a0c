import type { MeasureGroup, Scorecard } from '../schemas/scorecard.ts';
import { LiveScorer, NOT_SCORED, type RowContext } from '../scoring/live-scorer.ts';

/**
 * Scores of the same design with equal weights of its measures, by panel row, NaN where not scored: does the weighting
 * add anything? Each measure that takes part has the same share of 100 %; a group that takes its smallest or largest
 * measure counts as one. Weight 0 stays 0.
 */
export function scoreEqualWeights(
  scorecard: Scorecard,
  columns: ReadonlyMap<string, Float64Array>,
  { context, rowCount }: { readonly context: RowContext; readonly rowCount: number },
): Float64Array {
  const { variants } = scorecard;
  const equal: Scorecard = {
    ...scorecard,
    groups: scorecard.groups.map(withEqualWeights),
    ...(variants && {
      variants: variants.map((own) => ({ ...own, groups: own.groups.map(withEqualWeights) })),
    }),
  };
  const scores = new LiveScorer(columns, rowCount, context).score(equal);
  return Float64Array.from(scores, (score) => (score === NOT_SCORED ? Number.NaN : score));
}

function withEqualWeights(group: MeasureGroup): MeasureGroup {
  const measures = group.measures.map((measure) => ({ ...measure, weight: Math.sign(measure.weight) }));
  const present = measures.filter(({ weight }) => weight > 0).length;
  const parts = group.combine === 'mean' ? present : Math.min(1, present);
  return { ...group, measures, weight: group.weight > 0 ? parts : 0 };
}
