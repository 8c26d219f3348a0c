import type { MeasureGroup, Scorecard, ScorecardMeasure } from '../../shared/schemas/scorecard.ts';
import type { BenchData } from './scoring-data.ts';

/** One as-of row as an object: how a straightforward implementation would hold it. */
export interface PlainRow {
  readonly account: number;
  readonly snapshot: number;
  readonly churned: boolean;
  readonly values: Readonly<Record<string, number>>;
}

export function toPlainRows(data: BenchData): PlainRow[] {
  const columns = [...data.columns];
  return Array.from(data.account, (account, r) => ({
    account,
    snapshot: data.snapshot[r]!,
    churned: data.positive[r] === 1,
    values: Object.fromEntries(columns.map(([id, values]) => [id, values[r]!])),
  }));
}

/** Scores, band counts and the same-date AUC of all rows, by plain loops and sorts; no jackknife, which it lacks. */
export function evaluatePlainly(scorecard: Scorecard, rows: readonly PlainRow[]) {
  const scored: { snapshot: number; churned: boolean; score: number }[] = [];
  const bandCounts = scorecard.bands.map(() => 0);
  for (const row of rows) {
    const score = scoreRow(scorecard, row);
    if (score === null) continue;
    bandCounts[scorecard.bands.findIndex((band) => score >= band.lowerBound)]!++;
    scored.push({ snapshot: row.snapshot, churned: row.churned, score });
  }
  return { bandCounts, auc: sameDateAuc(scored) };
}

function scoreRow(scorecard: Scorecard, row: PlainRow): number | null {
  let sum = 0;
  let weight = 0;
  let present = 0;
  let all = 0;
  for (const group of scorecard.groups) {
    const points = groupPoints(group, row);
    all += group.weight;
    if (points === null) continue;
    sum += group.weight * points.mean;
    weight += group.weight;
    present += group.weight * points.coverage;
  }
  if (weight === 0 || present / all < scorecard.minimumCoverage) return null;
  return Math.round((10 * sum) / weight) / 10;
}

function groupPoints(group: MeasureGroup, row: PlainRow): { mean: number; coverage: number } | null {
  let sum = 0;
  let weight = 0;
  let all = 0;
  for (const measure of group.measures) {
    const value = row.values[measure.measureId]!;
    all += measure.weight;
    if (Number.isNaN(value)) continue;
    sum += measure.weight * pointsOf(measure, value);
    weight += measure.weight;
  }
  return weight === 0 ? null : { mean: sum / weight, coverage: weight / all };
}

function pointsOf({ scale }: ScorecardMeasure, value: number): number {
  if (scale.type === 'linear') {
    return Math.min(100, Math.max(0, (100 * (value - scale.worst)) / (scale.best - scale.worst)));
  }
  if (scale.type === 'percentile') throw new Error('The bench has no percentile scale');
  return scale.points[scale.cutoffs.filter((cutoff) => value >= cutoff).length]!;
}

function sameDateAuc(scored: readonly { snapshot: number; churned: boolean; score: number }[]): number {
  const byDate = Map.groupBy(scored, (row) => row.snapshot);
  let wins = 0;
  let pairs = 0;
  for (const rows of byDate.values()) {
    const churned = rows.filter((row) => row.churned).map((row) => row.score);
    const sorted = rows
      .filter((row) => !row.churned)
      .map((row) => row.score)
      .sort((a, b) => a - b);
    for (const score of churned) {
      wins += sorted.length - (countBelow(sorted, score, true) + countBelow(sorted, score, false)) / 2;
    }
    pairs += sorted.length * churned.length;
  }
  return wins / pairs;
}

function countBelow(sorted: readonly number[], score: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < score || (orEqual && sorted[middle] === score)) low = middle + 1;
    else high = middle;
  }
  return low;
}
