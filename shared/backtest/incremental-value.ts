import type { IncrementalValue } from '../schemas/lab-figures.ts';
import type { SoughtOutcome } from '../schemas/outcome-kinds.ts';
import type { MeasureGroup, Scorecard } from '../schemas/scorecard.ts';
import { LiveScorer, type RowContext } from '../scoring/live-scorer.ts';
import { coverageShares } from '../scoring/score-account.ts';
import { fromAlarmSide } from './alarm-side.ts';
import { compareDesigns } from './compare-designs.ts';
import type { LabInput } from './lab-input.ts';

/**
 * What a group of measures adds (usage only against usage + hearing notes): the scorecard as it is (A) against the same
 * without them (B), on the rows that both score, in the judged window. Taking a measure out is weight 0; the rest shares
 * its weight. Nothing added or nothing left → reason `noMeasures`.
 * @param columns values by measure id and panel row
 */
export function computeIncrementalValue(
  input: Pick<LabInput, 'panel' | 'windows'>,
  {
    scorecard,
    columns,
    context = null,
    outcome,
  }: {
    readonly scorecard: Scorecard;
    readonly columns: ReadonlyMap<string, Float64Array>;
    /** Needed by scorecards with variants or percentiles; see `scoreDesign`. */
    readonly context?: RowContext | null;
    readonly outcome?: SoughtOutcome | undefined;
  },
  added: readonly string[],
): IncrementalValue {
  const without = withoutMeasures(scorecard, added);
  if (without === null) return { reason: 'noMeasures', added: [...added], comparison: null };
  const score = (design: Scorecard) =>
    fromAlarmSide(outcome, {
      scores: new LiveScorer(columns, input.panel.account.length, context).score(design),
      bands: scorecard.bands,
    });
  const comparison = compareDesigns(input, score(scorecard), score(without));
  return { reason: comparison.reason, added: [...added], comparison };
}

/** The scorecard with some measures at weight 0; null where that changes nothing or leaves nothing. */
export function withoutMeasures(scorecard: Scorecard, ids: readonly string[]): Scorecard | null {
  const without: Scorecard = {
    ...scorecard,
    groups: weightless(scorecard.groups, ids),
    ...(scorecard.variants !== undefined && {
      variants: scorecard.variants.map((variant) => ({
        ...variant,
        groups: weightless(variant.groups, ids),
      })),
    }),
  };
  const before = coverageShares(scorecard);
  const after = coverageShares(without);
  const changes = before.some((share, m) => share > 0 && after[m] === 0);
  return changes && after.some((share) => share > 0) ? without : null;
}

function weightless(groups: readonly MeasureGroup[], ids: readonly string[]): MeasureGroup[] {
  return groups.map((group) => ({
    ...group,
    measures: group.measures.map((measure) =>
      ids.includes(measure.measureId) ? { ...measure, weight: 0 } : measure,
    ),
  }));
}
