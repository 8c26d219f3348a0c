import type { MeasureGroup, Scorecard, ScorecardMeasure } from '../schemas/scorecard.ts';
import { combineGroupMean, combineGroupMinMax, finishScores } from './group-passes.ts';
import { fillPoints } from './points.ts';
import { coverageShares, weightUnits } from './score-account.ts';

/** Stands for "not scored" in a column of scores. */
export const NOT_SCORED = -1;

interface MeasureState {
  readonly id: string;
  readonly scaleKey: string;
  readonly units: number;
  readonly points: Int16Array;
}

interface GroupState {
  readonly membersKey: string;
  readonly measures: readonly MeasureState[];
  /** Σ weight × points and Σ weight of the measures that take part (mean groups only). */
  readonly weighted: Float64Array;
  readonly weightSum: Float64Array;
  /** Group points in hundredths, −1 where no measure takes part. */
  readonly points: Int16Array;
}

/**
 * Scores columns of as-of rows and keeps what it needs to follow an edit: one weight or cut-off edit touches one
 * measure's column and one group. All arithmetic is on integers, so an incremental edit gives the same scores as a
 * fresh run, in any order of edits. Columns hold one double per row (NaN = missing).
 */
export class LiveScorer {
  readonly #columns: ReadonlyMap<string, Float64Array>;
  readonly #missingRows: ReadonlyMap<string, Int32Array>;
  readonly #rowCount: number;
  #groups: GroupState[] = [];
  readonly #scores: Int16Array;
  readonly #missingShare: Float64Array;

  constructor(columns: ReadonlyMap<string, Float64Array>, rowCount: number) {
    this.#columns = columns;
    this.#rowCount = rowCount;
    this.#scores = new Int16Array(rowCount);
    this.#missingShare = new Float64Array(rowCount);
    this.#missingRows = new Map([...columns].map(([id, values]) => [id, findMissing(values)]));
  }

  /** True when there are columns for every measure of the scorecard. */
  holds(scorecard: Scorecard): boolean {
    return scorecard.groups.every((group) =>
      group.measures.every((measure) => this.#columns.has(measure.measureId)),
    );
  }

  /** Scores in tenths, 0–1,000, NOT_SCORED where not scored. The array is reused by the next call. */
  score(scorecard: Scorecard): Int16Array {
    this.#groups = scorecard.groups.map((group, g) => this.#updateGroup(group, this.#groups[g]));
    const taking = scorecard.groups
      .map((group, g) => ({ units: weightUnits(group.weight), points: this.#groups[g]!.points }))
      .filter((group) => group.units > 0);
    finishScores(taking, this.#scores);
    this.#applyCoverage(scorecard);
    return this.#scores;
  }

  #updateGroup(group: MeasureGroup, previous: GroupState | undefined): GroupState {
    const membersKey = `${group.combine}\n${group.measures.map((measure) => measure.measureId).join('\n')}`;
    const kept = previous?.membersKey === membersKey ? previous : undefined;
    const state: GroupState = kept ?? {
      membersKey,
      measures: [],
      weighted: new Float64Array(this.#rowCount),
      weightSum: new Float64Array(this.#rowCount),
      points: new Int16Array(this.#rowCount),
    };
    const measures = group.measures.map((measure, m) => this.#updateMeasure(measure, kept?.measures[m]));
    const isSame = kept !== undefined && measures.every((measure, m) => measure === kept.measures[m]);
    if (isSame) return kept;
    if (group.combine === 'mean') combineGroupMean(state, kept?.measures ?? [], measures);
    else combineGroupMinMax(group.combine, measures, state.points);
    return { ...state, measures };
  }

  #updateMeasure(measure: ScorecardMeasure, previous: MeasureState | undefined): MeasureState {
    const scaleKey = JSON.stringify([measure.scale, measure.missing]);
    const units = weightUnits(measure.weight);
    if (previous?.scaleKey === scaleKey && previous.units === units) return previous;
    if (previous?.scaleKey === scaleKey) return { ...previous, units };
    const points = new Int16Array(this.#rowCount);
    const values = this.#columns.get(measure.measureId);
    if (values === undefined) throw new Error(`No column for measure ${measure.measureId}`);
    fillPoints(measure.scale, measure.missing, values, points);
    return { id: measure.measureId, scaleKey, units, points };
  }

  /** Takes the score from rows whose present weight is below the scorecard's minimum. */
  #applyCoverage(scorecard: Scorecard): void {
    if (scorecard.minimumCoverage <= 0) return;
    const shares = coverageShares(scorecard);
    const measures = scorecard.groups.flatMap((group) => group.measures);
    const withMissing = measures
      .map((measure, m) => ({ rows: this.#missingRows.get(measure.measureId), share: shares[m] ?? 0 }))
      .filter((measure) => measure.share > 0 && (measure.rows?.length ?? 0) > 0);
    if (withMissing.length === 0) return;
    const missing = this.#missingShare;
    missing.fill(0);
    for (const { rows, share } of withMissing) {
      for (const row of rows ?? []) missing[row]! += share;
    }
    const scores = this.#scores;
    for (let r = 0; r < scores.length; r++) {
      if (Math.max(0, 1 - missing[r]!) + 1e-9 < scorecard.minimumCoverage) scores[r] = NOT_SCORED;
    }
  }
}

function findMissing(values: Float64Array): Int32Array {
  const rows: number[] = [];
  for (let r = 0; r < values.length; r++) if (Number.isNaN(values[r]!)) rows.push(r);
  return Int32Array.from(rows);
}
