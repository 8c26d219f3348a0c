import type { MeasureGroup, Scorecard, ScorecardMeasure, Variant } from '../schemas/scorecard.ts';
import { applyToOne, type Bite } from './exceptions.ts';
import type { PeerDirection } from './peer-points.ts';
import { missingPoints, NO_POINTS, scalePoints } from './points.ts';
import { blendScores, matchesVariant, variantCard } from './variants.ts';

/** The score of one account and how it came about; all points in whole hundredths, score in tenths. */
export interface AccountScore {
  /** 0–1,000 (tenths), or null when coverage is below the minimum or nothing takes part; after all exceptions. */
  readonly scoreTenths: number | null;
  /** Before exceptions, borrowing done. */
  readonly weightedTenths: number | null;
  /** Present weight ÷ all weight, 0–1; of the variant's groups where one holds. */
  readonly coverage: number;
  /** Of the variant's groups where one holds, before borrowing and exceptions. */
  readonly contributions: readonly Contribution[];
  /** The exceptions that changed the score, in order. */
  readonly bites: readonly Bite[];
  /** The variant that holds, those after it that would fit too, and what it borrows; null = none. */
  readonly variant: AccountVariant | null;
}

export interface AccountVariant {
  readonly id: string;
  readonly alsoFits: readonly string[];
  /** The scores that were blended (tenths) with c and k of λ = c/(c + k); null where nothing is borrowed. */
  readonly borrowed: {
    readonly own: number | null;
    readonly parent: number | null;
    readonly churned: number;
    readonly k: number;
  } | null;
}

/** What is known of one account beside its values. */
export interface AccountContext {
  /** Hundredths among its peers; NO_POINTS where it has no value. */
  readonly peerPoints: (measureId: string, direction: PeerDirection) => number;
  readonly attribute: (name: string) => string | undefined;
  readonly tenureDays: number;
  /** Churned accounts of a variant in the design window; null = nothing learnt, it doesn't borrow. */
  readonly churnedOf: (variantId: string) => number | null;
}

export interface Contribution {
  readonly groupId: string;
  readonly measureId: string;
  readonly value: number;
  /** Points in hundredths; null when the measure took no part. */
  readonly points: number | null;
  /** This account's share of the result, 0–1 (weights of absent measures are shared out). */
  readonly share: number;
  /** Score points (0–100) the measure took away: share × (100 − points). */
  readonly lostPoints: number;
}

/**
 * Scores one account: the slow, obvious form of the arithmetic that `LiveScorer` runs over columns, and the source of
 * the waterfall. Weights count as integers × 1,000; group points and score round half up in integers; then the variant
 * and its borrowing (`blendScores`), then exceptions in order.
 * @param valueFor value of a measure by id; NaN = missing
 * @param context needed by scorecards with a percentile scale or variants; without it they throw
 */
export function scoreAccount(
  scorecard: Scorecard,
  valueFor: (measureId: string) => number,
  context: AccountContext | null = null,
): AccountScore {
  const parent = scoreWeighted(scorecard, valueFor, context);
  const variants = fittingVariants(scorecard, context);
  const [variant] = variants;
  const own =
    variant === undefined ? parent : scoreWeighted(variantCard(scorecard, variant), valueFor, context);
  const churned = variant === undefined ? null : (context?.churnedOf(variant.id) ?? null);
  const k = variant?.borrowK ?? 0;
  const blended = blendScores(own.tenths ?? -1, parent.tenths ?? -1, churned, k);
  const weightedTenths = blended < 0 ? null : blended;
  const { scoreTenths, bites } = applyToOne(scorecard, weightedTenths, valueFor);
  const borrows = churned !== null && k > 0;
  return {
    scoreTenths,
    weightedTenths,
    coverage: own.coverage,
    contributions: own.contributions,
    bites,
    variant:
      variant === undefined
        ? null
        : {
            id: variant.id,
            alsoFits: variants.slice(1).map(({ id }) => id),
            borrowed: borrows ? { own: own.tenths, parent: parent.tenths, churned, k } : null,
          },
  };
}

function fittingVariants({ variants = [] }: Scorecard, context: AccountContext | null): Variant[] {
  if (variants.length === 0) return [];
  if (context === null) throw new Error('A scorecard with variants needs a context');
  return variants.filter((variant) => matchesVariant(variant, context.tenureDays, context.attribute));
}

/** Groups and weights alone. */
function scoreWeighted(
  scorecard: Scorecard,
  valueFor: (measureId: string) => number,
  context: AccountContext | null,
) {
  const groups = scorecard.groups.map((group) => scoreGroup(group, valueFor, context));
  const present = groups.filter((group) => group.points !== null && group.weight > 0);
  const denominator = present.reduce((sum, group) => sum + group.weight, 0);
  const numerator = present.reduce((sum, group) => sum + group.weight * (group.points ?? 0), 0);
  const coverage = computeCoverage(scorecard, valueFor);
  const contributions = groups.flatMap((group) =>
    group.parts.map((part): Contribution => {
      const share =
        denominator === 0 || group.points === null ? 0 : (group.weight / denominator) * part.share;
      const lostPoints = part.points === null ? 0 : (share * (10000 - part.points)) / 100;
      const { measureId, value, points } = part;
      return { groupId: group.id, measureId, value, points, share, lostPoints };
    }),
  );
  const isScored = denominator > 0 && coverage + 1e-9 >= scorecard.minimumCoverage;
  const tenths = isScored ? Math.floor((numerator + 5 * denominator) / (10 * denominator)) : null;
  return { tenths, coverage, contributions };
}

/** A weight as the integer that the arithmetic uses: × 1,000, rounded. */
export function weightUnits(weight: number): number {
  return Math.round(weight * 1000);
}

/** Each measure's share of all weight, in the scorecard's order; all 0 when the weights are. Sums to 1 otherwise. */
export function coverageShares(scorecard: Scorecard): number[] {
  const active = scorecard.groups.map((group) => {
    const total = group.measures.reduce((sum, measure) => sum + weightUnits(measure.weight), 0);
    return { total, weight: total > 0 ? weightUnits(group.weight) : 0 };
  });
  const all = active.reduce((sum, group) => sum + group.weight, 0);
  return scorecard.groups.flatMap((group, g) =>
    group.measures.map((measure) => {
      const { total, weight } = active[g] ?? { total: 0, weight: 0 };
      return all === 0 || total === 0 ? 0 : (weight / all) * (weightUnits(measure.weight) / total);
    }),
  );
}

function computeCoverage(scorecard: Scorecard, valueFor: (measureId: string) => number): number {
  const shares = coverageShares(scorecard);
  const measures = scorecard.groups.flatMap((group) => group.measures);
  let missing = 0;
  measures.forEach((measure, m) => {
    if (Number.isNaN(valueFor(measure.measureId))) missing += shares[m] ?? 0;
  });
  const any = shares.some((share) => share > 0);
  return any ? Math.min(1, Math.max(0, 1 - missing)) : 0;
}

function scoreGroup(
  group: MeasureGroup,
  valueFor: (measureId: string) => number,
  context: AccountContext | null,
) {
  const parts = group.measures.map((measure) => {
    const value = valueFor(measure.measureId);
    const raw = Number.isNaN(value) ? missingPoints(measure.missing) : pointsOf(measure, value, context);
    const weight = weightUnits(measure.weight);
    const points = raw === NO_POINTS || weight === 0 ? null : raw;
    return { measureId: measure.measureId, value, points, weight };
  });
  const present = parts.filter((part) => part.points !== null);
  const points = combinePoints(group.combine, present);
  const shares = groupShares(group.combine, present, points);
  return {
    id: group.id,
    weight: weightUnits(group.weight),
    points,
    parts: parts.map((part) => ({ ...part, share: shares.get(part) ?? 0 })),
  };
}

function pointsOf({ measureId, scale }: ScorecardMeasure, value: number, context: AccountContext | null) {
  if (scale.type !== 'percentile') return scalePoints(scale, value);
  if (context === null) throw new Error('A percentile scale needs a context');
  return context.peerPoints(measureId, scale.direction);
}

function combinePoints(
  combine: MeasureGroup['combine'],
  parts: readonly { points: number | null; weight: number }[],
): number | null {
  if (parts.length === 0) return null;
  const points = parts.map((part) => part.points ?? 0);
  if (combine === 'min') return Math.min(...points);
  if (combine === 'max') return Math.max(...points);
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const weighted = parts.reduce((sum, part) => sum + part.weight * (part.points ?? 0), 0);
  return Math.floor((2 * weighted + weight) / (2 * weight));
}

/** Under min and max the deciding measure (the first, on a tie) carries the whole group. */
function groupShares<Part extends { readonly points: number | null; readonly weight: number }>(
  combine: MeasureGroup['combine'],
  parts: readonly Part[],
  points: number | null,
): Map<Part, number> {
  if (combine !== 'mean') {
    const deciding = parts.find((part) => part.points === points);
    return new Map(deciding === undefined ? [] : [[deciding, 1]]);
  }
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  return new Map(parts.map((part) => [part, part.weight / weight]));
}
