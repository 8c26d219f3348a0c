import type { MeasureGroup, Scorecard, ScorecardMeasure } from '../schemas/scorecard.ts';
import {
  buildMissingPatterns,
  type ColumnFacts,
  findColumnFacts,
  type MissingPatterns,
} from './column-facts.ts';
import {
  addWeightedSums,
  combineMinMax,
  type Divisors,
  divideEdited,
  divideWeightedSums,
  EXCLUDED,
  type WeightedColumn,
} from './column-passes.ts';
import { groupDivisors, lowCoverage, measureIds, presentUnits, scoreDivisors } from './divisors.ts';
import { fillPoints } from './fill-points.ts';
import { fillPeerPoints, type PeerPoints } from './peer-points.ts';
import { weightUnits } from './score-account.ts';

interface MeasureState {
  readonly id: string;
  readonly scaleKey: string;
  readonly units: number;
  /** Points in hundredths; EXCLUDED where a missing value takes no part. */
  readonly points: Int16Array;
}

interface GroupState {
  readonly membersKey: string;
  readonly measures: readonly MeasureState[];
  /** Group points in hundredths, 0 where no measure takes part. */
  readonly points: Int16Array;
}

interface EditedMeasure {
  readonly group: number;
  readonly measure: number;
}

/**
 * Scores columns of as-of rows by groups and weights alone (no exceptions, no variants) and keeps what it needs to follow an edit: one weight or cut-off edit touches one
 * measure's column and one group. All arithmetic is on integers, so an edited scorer gives the same scores as a fresh
 * one, in any order of edits. Columns hold one double per row (NaN = missing).
 */
export class WeightedScorer {
  readonly #columns: ReadonlyMap<string, Float64Array>;
  readonly #facts = new Map<string, ColumnFacts>();
  readonly #rowCount: number;
  readonly #peers: PeerPoints | null;
  #groups: readonly GroupState[] = [];
  #patterns: { readonly ids: readonly string[]; readonly found: MissingPatterns } | null = null;
  #room: Int32Array | null = null;
  /** What the edits of one measure leave alone; see `#scoreEdit`. */
  #rest: { readonly key: string; readonly inGroup: Float64Array; readonly outside: Float64Array } | null =
    null;
  readonly #scores: Int16Array;

  /** @param peers points of percentile scales; without it a scorecard with one throws */
  constructor(columns: ReadonlyMap<string, Float64Array>, rowCount: number, peers: PeerPoints | null = null) {
    this.#columns = columns;
    this.#rowCount = rowCount;
    this.#peers = peers;
    this.#scores = new Int16Array(rowCount);
  }

  /** True when there are columns for every measure of the scorecard. */
  holds(scorecard: Scorecard): boolean {
    return this.#firstUnknown(scorecard) === undefined;
  }

  /**
   * Scores in tenths, 0–1,000, −1 where not scored. The array is reused by the next call. Throws, changing
   * nothing, when the scorecard uses a measure without a column.
   */
  score(scorecard: Scorecard): Int16Array {
    const unknown = this.#firstUnknown(scorecard);
    if (unknown !== undefined) throw new Error(`No column for measure ${unknown}`);
    const { ids, found } = this.#findPatterns(scorecard);
    const sums = scorecard.groups.map((group) => presentUnits(group, ids, found));
    const divisors = scoreDivisors(scorecard, sums, lowCoverage(scorecard, ids, found));
    const next = scorecard.groups.map((group, g) => this.#updateMeasures(group, this.#groups[g]));
    const edited = findEditedMeasure(scorecard, this.#groups, next);
    if (edited === null) {
      next.forEach((group, g) => {
        if (group !== this.#groups[g]) combineGroup(scorecard.groups[g]!, group, found, sums[g]!);
      });
      this.#groups = next;
      divideWeightedSums(groupColumns(scorecard, next), found.ofRow, divisors, 1, this.#scores);
    } else {
      this.#groups = next;
      this.#scoreEdit(scorecard, edited, { ofRow: found.ofRow, sums: sums[edited.group]!, divisors });
    }
    return this.#scores;
  }

  /** While one measure is dragged, all that its edits leave alone is one sum per row in its group and one outside. */
  #scoreEdit(
    scorecard: Scorecard,
    edited: EditedMeasure,
    by: { readonly ofRow: Int32Array; readonly sums: Float64Array; readonly divisors: Divisors },
  ): void {
    const group = this.#groups[edited.group]!;
    const key = describeRest(scorecard, edited);
    if (this.#rest?.key !== key) {
      const inGroup = this.#rest?.inGroup ?? new Float64Array(this.#rowCount);
      const outside = this.#rest?.outside ?? new Float64Array(this.#rowCount);
      const groups = scorecard.groups.map((g, at) => ({
        units: at === edited.group ? 0 : weightUnits(g.weight),
        points: this.#groups[at]!.points,
      }));
      addWeightedSums(
        group.measures.filter((_, m) => m !== edited.measure),
        inGroup,
      );
      addWeightedSums(groups, outside);
      this.#rest = { key, inGroup, outside };
    }
    const measure = group.measures[edited.measure]!;
    const groupUnits = weightUnits(scorecard.groups[edited.group]!.weight);
    const inner = { ...groupDivisors(by.sums), rest: this.#rest.inGroup };
    const outer = { ...by.divisors, rest: this.#rest.outside };
    divideEdited(
      measure,
      groupUnits,
      by.ofRow,
      { inner, outer },
      { group: group.points, scores: this.#scores },
    );
  }

  #firstUnknown(scorecard: Scorecard): string | undefined {
    return measureIds(scorecard).find((id) => !this.#columns.has(id));
  }

  /** Missing patterns over the scorecard's measures; they change only with the list of measures. */
  #findPatterns(scorecard: Scorecard): { readonly ids: readonly string[]; readonly found: MissingPatterns } {
    const ids = [...new Set(measureIds(scorecard))];
    const known = this.#patterns;
    if (known !== null && known.ids.length === ids.length && known.ids.every((id, i) => id === ids[i])) {
      return known;
    }
    const missingRows = ids.map((id) => this.#factsOf(id).missingRows);
    this.#room = null;
    this.#patterns = { ids, found: buildMissingPatterns(missingRows, this.#rowCount) };
    return this.#patterns;
  }

  #factsOf(id: string): ColumnFacts {
    const known = this.#facts.get(id);
    if (known !== undefined) return known;
    this.#room ??= new Int32Array(this.#rowCount);
    const facts = findColumnFacts(this.#columns.get(id)!, this.#room);
    this.#facts.set(id, facts);
    return facts;
  }

  /** The group's state with its measures' points brought up to date; the same object when nothing changed. */
  #updateMeasures(group: MeasureGroup, previous: GroupState | undefined): GroupState {
    const membersKey = JSON.stringify([group.combine, ...group.measures.map((measure) => measure.measureId)]);
    const kept = previous?.membersKey === membersKey ? previous : undefined;
    const measures = group.measures.map((measure, m) =>
      this.#updateMeasure(measure, group.combine, kept?.measures[m]),
    );
    if (kept !== undefined && measures.every((measure, m) => measure === kept.measures[m])) return kept;
    return { membersKey, measures, points: kept?.points ?? new Int16Array(this.#rowCount) };
  }

  #updateMeasure(
    measure: ScorecardMeasure,
    combine: MeasureGroup['combine'],
    previous: MeasureState | undefined,
  ): MeasureState {
    const scaleKey = JSON.stringify([measure.scale, measure.missing]);
    const units = weightUnits(measure.weight);
    if (previous?.scaleKey === scaleKey) return previous.units === units ? previous : { ...previous, units };
    const points = previous?.points ?? new Int16Array(this.#rowCount);
    this.#fillPoints(measure, points, EXCLUDED[combine]);
    return { id: measure.measureId, scaleKey, units, points };
  }

  #fillPoints({ measureId, scale, missing }: ScorecardMeasure, points: Int16Array, excluded: number): void {
    if (scale.type === 'percentile') {
      if (this.#peers === null) throw new Error(`No peers for measure ${measureId}`);
      fillPeerPoints(this.#peers(measureId, scale.direction), missing, points, excluded);
      return;
    }
    const values = this.#columns.get(measureId)!;
    fillPoints({ scale, missing }, values, this.#factsOf(measureId), points, excluded);
  }
}

/** The one measure of a mean group that an edit changed, when it changed nothing else in any group's measures. */
function findEditedMeasure(
  scorecard: Scorecard,
  before: readonly GroupState[],
  now: readonly GroupState[],
): EditedMeasure | null {
  if (before.length !== now.length) return null;
  const edited: EditedMeasure[] = [];
  for (const [group, state] of now.entries()) {
    const old = before[group]!;
    if (old === state) continue;
    if (old.membersKey !== state.membersKey || scorecard.groups[group]!.combine !== 'mean') return null;
    state.measures.forEach((measure, m) => {
      if (measure !== old.measures[m]) edited.push({ group, measure: m });
    });
  }
  return edited.length === 1 ? edited[0]! : null;
}

/** All of the groups but the edited measure's own weight, scale and policy. */
function describeRest(scorecard: Scorecard, edited: EditedMeasure): string {
  const groups = scorecard.groups.map(({ weight, combine, measures }, g) => [
    weight,
    combine,
    measures.map((measure, m) =>
      g === edited.group && m === edited.measure ? measure.measureId : { ...measure },
    ),
  ]);
  return JSON.stringify([edited, groups]);
}

function combineGroup(
  group: MeasureGroup,
  { measures, points }: GroupState,
  patterns: MissingPatterns,
  sums: Float64Array,
): void {
  const columns = measures.filter((measure) => measure.units > 0);
  if (group.combine !== 'mean') combineMinMax(group.combine, columns, points);
  else divideWeightedSums(columns, patterns.ofRow, groupDivisors(sums), 0, points);
}

function groupColumns(scorecard: Scorecard, states: readonly GroupState[]): WeightedColumn[] {
  return scorecard.groups
    .map((group, g) => ({ units: weightUnits(group.weight), points: states[g]!.points }))
    .filter((column) => column.units > 0);
}
