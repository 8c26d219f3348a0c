import type { CurveFigures, CurvePoint, TopShareRow } from '../schemas/lab-figures.ts';
import { judgedRows, type LabInput } from './lab-input.ts';
import { averagePrecisionOfCounts, ksOfCounts, sumOf, topOfCounts } from './score-counts.ts';
import { selectScored, type WindowRows } from './window-rows.ts';

/** Scores on the grid of tenths, 0–1,000. */
const SCORES = 1001;
const TOP_PERCENTS = [5, 10, 20, 30, 40, 50] as const;

/**
 * Precision–recall, gains, lift and KS of the judged window, lowest scores called first, pooled over its as-of dates and
 * per date (rows, not accounts). One point per distinct score; ROC too can be read off (`falseAlarmRate`, `catchRate`).
 * `top` is the table of the top 5 %, 10 % … of all scored rows (⌈percent·rows⌉ called). One class → no points.
 */
export function computeCurves(input: LabInput): CurveFigures {
  const { panel, scores } = input;
  const scored = selectScored(judgedRows(input), scores);
  const { positives, kept } = countByDate(scored);
  const pooled = (counts: Int32Array) => {
    const sums = new Int32Array(SCORES);
    for (let cell = 0; cell < counts.length; cell++) sums[cell % SCORES]! += counts[cell]!;
    return sums;
  };
  const allPositives = pooled(positives);
  const allKept = pooled(kept);
  const ks = ksOfCounts(allPositives, allKept);
  return {
    ...countRows(input, scored),
    ...pointsOf(allPositives, allKept),
    averagePrecision: averagePrecisionOfCounts(allPositives, allKept),
    ks: ks === null ? null : { value: ks.value, score: ks.at },
    snapshots: [...new Set(scored.snapshot)]
      .sort((a, b) => a - b)
      .map((s) => {
        const p = positives.subarray(s * SCORES, (s + 1) * SCORES);
        const n = kept.subarray(s * SCORES, (s + 1) * SCORES);
        return {
          asOf: panel.asOfDays[s]!,
          rows: sumOf(p) + sumOf(n),
          positives: sumOf(p),
          averagePrecision: averagePrecisionOfCounts(p, n),
          ks: ksOfCounts(p, n)?.value ?? null,
        };
      }),
  };
}

/**
 * Curve points and the top-share table from rows per score (position = score, lowest called first). Exported for scores
 * on any grid. `reason` says why there are none: no rows, or one class.
 */
export function pointsOf(
  positives: ArrayLike<number>,
  negatives: ArrayLike<number>,
): Pick<CurveFigures, 'reason' | 'points' | 'top'> {
  const churned = sumOf(positives);
  const kept = sumOf(negatives);
  if (churned === 0 || kept === 0) {
    return { reason: churned + kept === 0 ? 'noRows' : 'oneClass', points: [], top: [] };
  }
  const rows = churned + kept;
  const points: CurvePoint[] = [];
  let found = 0;
  let called = 0;
  for (let score = 0; score < positives.length; score++) {
    if (positives[score] === 0 && negatives[score] === 0) continue;
    found += positives[score]!;
    called += positives[score]! + negatives[score]!;
    const hitRate = found / called;
    points.push({
      score,
      called,
      found,
      calledShare: called / rows,
      catchRate: found / churned,
      hitRate,
      lift: (hitRate * rows) / churned,
      falseAlarmRate: (called - found) / kept,
    });
  }
  const top = TOP_PERCENTS.map((percent): TopShareRow => {
    const k = Math.ceil((percent * rows) / 100);
    const { found: expected, tied } = topOfCounts(positives, negatives, k);
    const hitRate = expected / k;
    return {
      percent,
      called: k,
      found: expected,
      hitRate,
      catchRate: expected / churned,
      lift: (hitRate * rows) / churned,
      tied,
    };
  });
  return { reason: points.length < 2 ? 'constantScore' : null, points, top };
}

function countByDate(scored: ReturnType<typeof selectScored>) {
  const positives = new Int32Array(scored.snapshotCount * SCORES);
  const kept = new Int32Array(scored.snapshotCount * SCORES);
  for (let i = 0; i < scored.row.length; i++) {
    const cell = scored.snapshot[i]! * SCORES + scored.bucket[i]!;
    if (scored.positive[i] === 1) positives[cell]!++;
    else kept[cell]!++;
  }
  return { positives, kept };
}

function countRows({ panel }: LabInput, scored: WindowRows) {
  const churners = new Set<number>();
  let accounts = 0;
  let positives = 0;
  for (let i = 0; i < scored.row.length; i++) {
    if (i === 0 || scored.account[i] !== scored.account[i - 1]) accounts++;
    if (scored.positive[i] !== 1) continue;
    positives++;
    churners.add(panel.life[scored.row[i]!]!);
  }
  return { rows: scored.row.length, positives, churners: churners.size, accounts };
}
