import type { Estimate } from '../schemas/figures.ts';
import type { CalibrationFigures } from '../schemas/lab-figures.ts';
import type { Band } from '../schemas/scorecard.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { isotonic } from '../statistics/isotonic.ts';
import { jackknifeStandardError } from '../statistics/jackknife.ts';
import { studentTQuantile } from '../statistics/student-t.ts';
import { computeBandFigures, horizonOverlap } from './band-figures.ts';
import { rowsOfWindow } from './choose-split.ts';
import { judgedRows, type LabInput } from './lab-input.ts';
import { selectRows, selectScored } from './window-rows.ts';

type ScoredRows = ReturnType<typeof selectScored>;

/** Whether a healthier band promises fewer outcomes (churn) or more (expansion). */
export type RiskDirection = 'fallsWithScore' | 'risesWithScore';

/**
 * Does the test window keep what the design window promised? The predicted risk of a row is the design-window rate of its
 * band, (positives + ½) ÷ (rows + 1), made monotone over the bands (weights rows + 1). Observed ÷ expected with its
 * by-account jackknife interval on the log scale (null below three churned accounts), rate by band beside the prediction
 * (Wilson on rows ÷ overlap), Brier and its skill against always saying the window's own rate. Needs a split.
 */
export function computeCalibration(
  input: LabInput & { readonly daysBetween: number },
  direction: RiskDirection = 'fallsWithScore',
): CalibrationFigures {
  const { panel, windows, scores, bands, settings } = input;
  const design = selectScored(selectRows(panel, rowsOfWindow(panel, windows, ['design'])), scores);
  const test = selectScored(judgedRows(input), scores);
  const learnt = countBands(bands, design);
  const predicted = predictedRisks(learnt, direction);
  const overlap = horizonOverlap(settings.horizonDays, input.daysBetween);
  const hasSplit = windows.includes('test');
  const reason = !hasSplit
    ? 'noSplit'
    : design.row.length === 0
      ? 'noDesignRows'
      : test.row.length === 0
        ? 'noRows'
        : null;
  const nothing = {
    rows: 0,
    churners: 0,
    observed: 0,
    expected: 0,
    ratio: null,
    brier: null,
    brierSkill: null,
  };
  if (reason !== null) return { reason, ...nothing, bands: [] };
  const figures = computeBandFigures(bands, test, overlap);
  return {
    ...foretold(test, bandOfScores(bands), predicted),
    bands: figures.map(({ bandId, rows, positives, rate, low, high }, b) => ({
      bandId,
      designRows: learnt.rows[b]!,
      predicted: predicted[b]!,
      rows,
      positives,
      rate,
      low,
      high,
    })),
  };
}

/** Brier score of predicted chances (0–1) against what came (1 or 0), and its skill: 1 − it ÷ that of always saying the
 * share that came. Null without rows; skill null with one class. Source: Brier 1950; as brier_skill of the reference. */
export function brierScore(
  predicted: ArrayLike<number>,
  came: ArrayLike<number>,
): { brier: number; skill: number | null } | null {
  if (predicted.length === 0) return null;
  let squares = 0;
  let events = 0;
  for (let i = 0; i < predicted.length; i++) {
    squares += (predicted[i]! - came[i]!) ** 2;
    events += came[i]!;
  }
  const brier = squares / predicted.length;
  const rate = events / predicted.length;
  return { brier, skill: rate === 0 || rate === 1 ? null : 1 - brier / (rate * (1 - rate)) };
}

function countBands(bands: readonly Band[], rows: ScoredRows): { rows: Int32Array; positives: Int32Array } {
  const bandOf = bandOfScores(bands);
  const counts = { rows: new Int32Array(bands.length), positives: new Int32Array(bands.length) };
  for (let i = 0; i < rows.row.length; i++) {
    const band = bandOf[rows.bucket[i]!]!;
    counts.rows[band]!++;
    counts.positives[band]! += rows.positive[i]!;
  }
  return counts;
}

/** Bands run from the healthiest to the worst. */
function predictedRisks(
  { rows, positives }: { readonly rows: Int32Array; readonly positives: Int32Array },
  direction: RiskDirection,
): Float64Array {
  const rates = Float64Array.from(rows, (n, b) => (positives[b]! + 0.5) / (n + 1));
  const weights = Float64Array.from(rows, (n) => n + 1);
  return isotonic(rates, weights, direction === 'fallsWithScore' ? 'increasing' : 'decreasing');
}

function foretold(test: ScoredRows, bandOf: Uint8Array, predicted: Float64Array) {
  const risks = Float64Array.from(test.bucket, (score) => predicted[bandOf[score]!]!);
  const perAccount = new Map<number, { observed: number; expected: number }>();
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < risks.length; i++) {
    const sums = perAccount.get(test.account[i]!) ?? { observed: 0, expected: 0 };
    sums.observed += test.positive[i]!;
    sums.expected += risks[i]!;
    perAccount.set(test.account[i]!, sums);
    observed += test.positive[i]!;
    expected += risks[i]!;
  }
  const sums = [...perAccount.values()];
  const churners = sums.filter((account) => account.observed > 0).length;
  const brier = brierScore(risks, test.positive);
  return {
    reason: churners === 0 ? ('noChurners' as const) : null,
    rows: risks.length,
    churners,
    observed,
    expected,
    ratio: ratioWithInterval(observed, expected, sums, churners),
    brier: brier?.brier ?? null,
    brierSkill: brier?.skill ?? null,
  };
}

function ratioWithInterval(
  observed: number,
  expected: number,
  sums: readonly { readonly observed: number; readonly expected: number }[],
  churners: number,
): Estimate | null {
  if (!(expected > 0)) return null;
  const value = observed / expected;
  const without = sums.map((account) => (observed - account.observed) / (expected - account.expected));
  const isUsable = churners >= 3 && without.every((ratio) => Number.isFinite(ratio));
  const error = isUsable ? jackknifeStandardError(without) : null;
  if (error === null || value === 0) return { value, low: null, high: null };
  const factor = Math.exp((studentTQuantile(0.975, churners - 1) * error) / value);
  return Number.isFinite(factor)
    ? { value, low: value / factor, high: value * factor }
    : { value, low: null, high: null };
}
