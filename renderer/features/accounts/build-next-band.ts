import { roundValue } from '../../../shared/measures/round-value.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';
import type { Band, Scorecard, ValueScale } from '../../../shared/schemas/scorecard.ts';
import { scalePoints } from '../../../shared/scoring/points.ts';
import { type AccountContext, scoreAccount } from '../../../shared/scoring/score-account.ts';
import { matchesVariant } from '../../../shared/scoring/variants.ts';

/** The value one measure needs, all others staying as they are. */
export interface BandStep {
  readonly measureId: string;
  readonly from: number | null;
  /** `below` where the value has to go under a cut-off that belongs to the bin above it. */
  readonly needs: 'atLeast' | 'atMost' | 'below';
  readonly value: number;
  /** Points (0–100) it earns now and then, on its own scale. */
  readonly pointsNow: number | null;
  readonly pointsThen: number;
  readonly scoreThen: number;
  readonly bandThen: Band;
  readonly actionable: boolean;
}

export type NextBand =
  | { readonly type: 'notScored' }
  | { readonly type: 'top' }
  | {
      readonly type: 'steps';
      readonly band: Band;
      /** Score points up to the band's lower bound. */
      readonly missing: number;
      /** Actionable measures first, then those that need the fewest points on their own scale. */
      readonly steps: readonly BandStep[];
      /** Where no measure is enough alone: the highest score that one reaches. */
      readonly bestAlone: { readonly measureId: string; readonly score: number } | null;
    };

export interface NextBandInput {
  readonly scorecard: Scorecard;
  readonly measures: readonly Measure[];
  /** Value by measure; null = missing. */
  readonly values: ReadonlyMap<string, number | null>;
  /** Needed by scorecards with variants or percentiles. */
  readonly context?: AccountContext | null;
}

/** Which single measure, changed least, would lift the account into a better band; by the scorecard's own arithmetic. */
export function buildNextBand({ scorecard, measures, values, context = null }: NextBandInput): NextBand {
  const scoreWith = (measureId: string | null, value: number) =>
    scoreAccount(scorecard, (id) => (id === measureId ? value : (values.get(id) ?? Number.NaN)), context)
      .scoreTenths;
  const now = scoreWith(null, 0);
  if (now === null) return { type: 'notScored' };
  const better = scorecard.bands.filter((band) => Math.round(band.lowerBound * 10) > now).at(-1);
  if (better === undefined) return { type: 'top' };
  const target = Math.round(better.lowerBound * 10);
  const known = new Map(measures.map((measure) => [measure.id, measure]));
  const steps: BandStep[] = [];
  let best: { measureId: string; score: number } | null = null;
  for (const { measureId, scale } of groupsOf(scorecard, context).flatMap((group) => group.measures)) {
    // How far an account must rise among its peers depends on them: no value can be named.
    if (scale.type === 'percentile') continue;
    const measure = known.get(measureId);
    const from = values.get(measureId) ?? null;
    const isWhole = measure !== undefined && wholeNumbers.has(measure.aggregation.type);
    for (const value of extremes(scale)) {
      const reached = (scoreWith(measureId, value) ?? 0) / 10;
      if (reached > Math.max(now / 10, best?.score ?? 0)) best = { measureId, score: reached };
    }
    const reaches = (value: number) => (scoreWith(measureId, value) ?? -1) >= target;
    const found = nearestValue(scale, from, { reaches, isWhole });
    if (found === null) continue;
    const scoreThen = scoreWith(measureId, found.probe) ?? target;
    steps.push({
      measureId,
      from,
      needs: found.needs,
      value: found.value,
      pointsNow: from === null ? null : scalePoints(scale, from) / 100,
      pointsThen: scalePoints(scale, found.probe) / 100,
      scoreThen: scoreThen / 10,
      bandThen: scorecard.bands.find((band) => scoreThen >= Math.round(band.lowerBound * 10)) ?? better,
      actionable: measure?.actionable ?? false,
    });
  }
  steps.sort((a, b) => Number(b.actionable) - Number(a.actionable) || gainOf(a) - gainOf(b));
  const bestAlone = steps.length === 0 ? best : null;
  return { type: 'steps', band: better, missing: (target - now) / 10, steps, bestAlone };
}

/** The groups that score the account: its variant's, else the scorecard's own. */
function groupsOf({ groups, variants = [] }: Scorecard, context: AccountContext | null) {
  if (context === null) return groups;
  const { tenureDays, attribute } = context;
  return variants.find((variant) => matchesVariant(variant, tenureDays, attribute))?.groups ?? groups;
}

/** Measures that only take whole values: days and counts. */
const wholeNumbers: ReadonlySet<Aggregation['type']> = new Set([
  'activeDays',
  'daysSinceLast',
  'tenure',
  'recordCount',
  'daysSinceRecord',
]);

interface Found {
  readonly needs: BandStep['needs'];
  readonly value: number;
  /** A value that meets the need, for the score it gives. */
  readonly probe: number;
}

interface Search {
  readonly reaches: (value: number) => boolean;
  readonly isWhole: boolean;
}

function nearestValue(scale: ValueScale, from: number | null, search: Search): Found | null {
  return scale.type === 'bins' ? nearestBin(scale, from, search) : nearestOnLine(scale, from, search);
}

/** The bin that is enough and whose edge is nearest to the value; of a missing value the one with fewest points. */
function nearestBin(
  scale: Extract<ValueScale, { type: 'bins' }>,
  from: number | null,
  { reaches, isWhole }: Search,
): Found | null {
  const cuts = scale.cutoffs.map(roundValue);
  const found: (Found & { readonly distance: number })[] = [];
  scale.points.forEach((points, bin) => {
    const low = cuts[bin - 1];
    const high = cuts[bin];
    const goesDown = high !== undefined && (low === undefined || (from !== null && from >= high));
    const edge = goesDown ? high : low;
    if (edge === undefined) return;
    const probe = probeOf({ low, high, goesDown, isWhole });
    if (probe === null || !reaches(probe)) return;
    const distance = from === null ? points : Math.abs((isWhole ? probe : edge) - from);
    if (!goesDown) found.push({ needs: 'atLeast', value: isWhole ? probe : edge, probe, distance });
    else if (isWhole) found.push({ needs: 'atMost', value: probe, probe, distance });
    else found.push({ needs: 'below', value: edge, probe, distance });
  });
  return found.sort((a, b) => a.distance - b.distance)[0] ?? null;
}

interface Edges {
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly goesDown: boolean;
  readonly isWhole: boolean;
}

/** A value inside a bin, at the edge that is entered first; null where no whole number lies in it. */
function probeOf({ low, high, goesDown, isWhole }: Edges): number | null {
  if (isWhole) {
    const value = goesDown ? Math.ceil(high ?? 0) - 1 : Math.ceil(low ?? 0);
    return value >= (low ?? Number.NEGATIVE_INFINITY) && value < (high ?? Number.POSITIVE_INFINITY)
      ? value
      : null;
  }
  if (!goesDown) return low ?? null;
  return low === undefined ? (high ?? 0) - 1 : (low + (high ?? low)) / 2;
}

/** The least points on the line that are enough, as the value that earns them. */
function nearestOnLine(
  { worst, best }: { worst: number; best: number },
  from: number | null,
  { reaches, isWhole }: Search,
): Found | null {
  const rises = best >= worst;
  const needs = rises ? 'atLeast' : 'atMost';
  const valueAt = (points: number) => {
    const value = roundValue(worst + ((best - worst) * points) / 10000);
    if (!isWhole) return value;
    return rises ? Math.ceil(value) : Math.floor(value);
  };
  if (!reaches(valueAt(10000))) return null;
  let [low, high] = [-1, 10000];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (reaches(valueAt(middle))) high = middle;
    else low = middle;
  }
  const value = valueAt(high);
  if (from !== null && (rises ? value <= from : value >= from)) return null;
  return { needs, value, probe: value };
}

/** A value in each bin, or the two ends of the line. */
function extremes(scale: ValueScale): number[] {
  if (scale.type === 'linear') return [scale.worst, scale.best];
  const first = scale.cutoffs[0];
  return first === undefined ? [0] : [first - 1, ...scale.cutoffs.map(roundValue)];
}

function gainOf(step: BandStep): number {
  return step.pointsThen - (step.pointsNow ?? 0);
}
