import type { BaselineKey, Verdict } from '../schemas/figures.ts';
import { studentTQuantile } from '../statistics/student-t.ts';

/** A baseline that takes part: D = AUC(score) − AUC(baseline) on the same rows, and its paired standard error. */
export interface JudgedDifference {
  readonly key: BaselineKey;
  readonly difference: number;
  readonly standardError: number;
}

export interface VerdictEvidence {
  /** Distinct churned, scored accounts in the test window (all mature dates when there is no split). */
  readonly churners: number;
  /** Share of churners not scored on their decision date, 0–1. */
  readonly unscoredShare: number;
  readonly differences: readonly JudgedDifference[];
  /** Churned accounts per month in the window judged; null when unknown. */
  readonly churnersPerMonth: number | null;
  readonly hasSplit: boolean;
  /** Why no AUC exists, if none does. */
  readonly undefinedBecause: 'oneClass' | 'constantScore' | 'noRows' | null;
}

/** Smallest gain in AUC that counts as more than a little (δ). */
export const SMALL_GAIN = 0.03;
const GAIN_TO_SEE = 0.05;
const POWER_FACTOR = 2.8;

/** More than this share of the churned accounts unscored: at most "cannot tell yet". */
export const LARGEST_UNSCORED_SHARE = 0.1;

/** What so many distinct churned, scored accounts allow to be said. */
export function gateOf(churners: number): Verdict['gate'] {
  if (churners < 10) return 'tooFew';
  return churners < 30 ? 'directional' : 'full';
}

/**
 * The verdict of a back-test. Order: works (every baseline beaten beyond chance), worse, no better, cannot tell yet.
 * With m baselines, "worse" and "no better" use the Bonferroni quantile t(1 − .025/m). Below 10 churners there is
 * none; from 10 to 29 it is directional. No split → at most `designOnly`. Over 10 % unscored → at most `cannotTell`.
 */
export function judgeVerdict(evidence: VerdictEvidence): Verdict {
  const { churners, differences } = evidence;
  const gate = gateOf(churners);
  const plain = { gate, churners, decidedBy: null, moreChurners: null, moreIs: null, months: null } as const;
  if (evidence.undefinedBecause !== null) {
    return { ...plain, kind: 'undefined', reason: evidence.undefinedBecause };
  }
  if (gate === 'tooFew') return { ...plain, kind: 'tooFew', reason: null };
  if (!evidence.hasSplit) return { ...plain, kind: 'designOnly', reason: 'noSplit' };
  if (differences.length === 0) return { ...plain, kind: 'undefined', reason: 'noRows' };
  const decision = decide(differences, churners);
  if (evidence.unscoredShare > LARGEST_UNSCORED_SHARE || decision.kind === 'cannotTell') {
    const reason = evidence.unscoredShare > LARGEST_UNSCORED_SHARE ? 'unscored' : null;
    return { ...cannotTell(evidence), gate, churners, reason };
  }
  return { ...plain, ...decision, reason: null };
}

function decide(differences: readonly JudgedDifference[], churners: number) {
  const t = studentTQuantile(0.975, churners - 1);
  const tAll = studentTQuantile(1 - 0.025 / differences.length, churners - 1);
  const lowest = smallestBy(differences, (b) => b.difference - t * b.standardError);
  if (lowest.difference - t * lowest.standardError > 0) {
    const closest = smallestBy(differences, (b) => b.difference);
    return {
      kind: closest.difference < SMALL_GAIN ? 'worksByLittle' : 'works',
      decidedBy: closest.key,
    } as const;
  }
  const beating = smallestBy(differences, (b) => b.difference + tAll * b.standardError);
  const upper = beating.difference + tAll * beating.standardError;
  if (upper < 0) {
    return {
      kind: beating.difference > -SMALL_GAIN ? 'slightlyWorse' : 'worse',
      decidedBy: beating.key,
    } as const;
  }
  if (upper < SMALL_GAIN) return { kind: 'noBetter', decidedBy: beating.key } as const;
  return { kind: 'cannotTell', decidedBy: lowest.key } as const;
}

/** How many more churners give an 80 % chance to see a gain of .05 over the baseline that decided. */
function cannotTell({ differences, churners, churnersPerMonth }: VerdictEvidence) {
  const t = studentTQuantile(0.975, churners - 1);
  const deciding = smallestBy(differences, (b) => b.difference - t * b.standardError);
  const needed =
    Math.ceil(churners * ((POWER_FACTOR * deciding.standardError) / GAIN_TO_SEE) ** 2) - churners;
  const moreIs = needed <= 0 ? 'small' : needed > 10 * churners ? 'farMore' : 'number';
  const hasRate = churnersPerMonth !== null && churnersPerMonth > 0 && moreIs === 'number';
  return {
    kind: 'cannotTell',
    decidedBy: deciding.key,
    moreChurners: needed,
    moreIs,
    months: hasRate ? needed / churnersPerMonth : null,
  } as const;
}

function smallestBy(
  differences: readonly JudgedDifference[],
  measure: (difference: JudgedDifference) => number,
): JudgedDifference {
  return differences.reduce((best, next) => (measure(next) < measure(best) ? next : best));
}
