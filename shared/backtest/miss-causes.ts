import type { LifeTable } from '../measures/dataset.ts';
import {
  type MissCause,
  type MissedChurner,
  type MissFigures,
  missCauses,
  type RedButKept,
} from '../schemas/lab-autopsy.ts';
import type { Band, Scorecard } from '../schemas/scorecard.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { coverageShares } from '../scoring/score-account.ts';
import { runToEnd } from '../statistics/run-to-end.ts';
import {
  badFromSteps,
  chooseBadBelow,
  keepLowest,
  type MeasureColumn,
  NEVER_BAD,
  rowsByDate,
} from './bad-measures.ts';
import { horizonOverlap } from './band-figures.ts';
import { judgedRows, judgedWindow, keptAccounts, type LabInput, learntWindow, rateOf } from './lab-input.ts';
import { mondayFrom, WeeklyIndex, type WeeklyScores } from './weekly-scores.ts';
import { outcomesOfWindow, type WindowOutcome } from './window-outcomes.ts';
import type { WindowRows } from './window-rows.ts';

export interface MissInput extends LabInput {
  readonly scorecard: Scorecard;
  /** All measures of the workspace, the scorecard's among them. A stale value is a missing one (NaN). */
  readonly measures: readonly MeasureColumn[];
  /** See `weeklyTargets`. */
  readonly weekly: WeeklyScores;
  readonly daysBetween: number;
}

/** Ten points, in tenths. */
const NEAR = 100;

/**
 * Why each churner of the judged window was missed. At its decision date (latest as-of with a positive row), the first
 * that holds: no decision date · caught · data (not scored, or half of the weight or more missing or stale) · too late
 * (alarm on a Monday between decision date and outcome) · near miss (≤ 10 points from the alarm bound) · outweighed
 * (≥ 1 bad measure of the scorecard) · no sign. The seven partition the churners; "caught" is the catch rate's.
 * An alarm of an earlier date that had ended by the decision date is told beside the cause; it makes no cause of its own.
 * Beside them the blind-spot rate over all measures of the workspace with the same share of kept rows, and the kept
 * accounts that were red. No measure is bad where q is null (no kept design rows).
 */
export function computeMissCauses(lives: LifeTable, input: MissInput): MissFigures {
  return runToEnd(missCauseSteps(lives, input));
}

/** computeMissCauses in steps, one per measure and date; each yields the share of the ranking that is done. */
export function* missCauseSteps(lives: LifeTable, input: MissInput): Generator<number, MissFigures, void> {
  const rows = judgedRows(input);
  const decisions = decisionRowOfLives(input, rows);
  const red = redAccounts(input, rows);
  const bad = yield* findBadMeasures(input, [...decisions.values(), ...red.map(({ row }) => row)]);
  const earlier = earlierAlarms(input, rows, decisions);
  const diagnose = makeDiagnosis(input, bad);
  const churners = outcomesOfWindow(lives, input).map((outcome) => ({
    ...diagnose(outcome, decisions.get(outcome.life) ?? null),
    earlierAlarmDay: earlier.get(outcome.life) ?? null,
  }));
  const decided = churners.filter(({ row }) => row !== null);
  const countOf = (cause: MissCause) => churners.filter((churner) => churner.cause === cause).length;
  const kept = countKept(rows, bad);
  const overlap = horizonOverlap(input.settings.horizonDays, input.daysBetween);
  return {
    reason: churners.length === 0 ? 'noChurners' : null,
    churners,
    causes: missCauses.map((cause) => {
      const count = countOf(cause);
      return { cause, count, share: churners.length === 0 ? null : count / churners.length };
    }),
    caught: rateOf(countOf('caught'), decided.length),
    badBelow: { scorecard: thousandth(bad.scorecardFrom), workspace: thousandth(bad.workspaceFrom) },
    blindSpot: rateOf(decided.filter(({ blind }) => blind === true).length, decided.length),
    keptWithoutSign: rateOf(kept.withoutSign, kept.rows, overlap),
    redButKept: red.map((account) => ({ ...account, badMeasures: bad.ofScorecard(account.row) })),
  };
}

/** The rows behind the blind spot and the share of kept rows beside it: no measure of the workspace is bad in them. */
export function rowsWithoutSign(lives: LifeTable, input: MissInput, which: 'churned' | 'kept'): number[] {
  const rows = judgedRows(input);
  const { isBlind } = runToEnd(findBadMeasures(input, []));
  if (which === 'kept') return Array.from(rows.row).filter((r, i) => rows.positive[i] === 0 && isBlind(r));
  const decisions = decisionRowOfLives(input, rows);
  return outcomesOfWindow(lives, input).flatMap(({ life }) => {
    const row = decisions.get(life);
    return row !== undefined && isBlind(row) ? [row] : [];
  });
}

/** Decision row of each churner with one: its latest positive row, by life. */
function decisionRowOfLives({ panel }: LabInput, rows: WindowRows): Map<number, number> {
  const latest = new Map<number, number>();
  for (let i = 0; i < rows.row.length; i++) {
    if (rows.positive[i] === 1) latest.set(panel.life[rows.row[i]!]!, rows.row[i]!);
  }
  return latest;
}

interface BadMeasures {
  /** q of the scorecard's measures and of all, in thousandths. */
  readonly scorecardFrom: number | null;
  readonly workspaceFrom: number | null;
  /** Bad measures of the scorecard in one of the rows asked for. */
  readonly ofScorecard: (row: number) => string[];
  /** True where no measure of the workspace is bad in a panel row. */
  readonly isBlind: (row: number) => boolean;
}

/** Ranks every measure once; per measure only the rows asked for are kept. */
function* findBadMeasures(
  { panel, windows, scorecard, measures }: MissInput,
  wanted: readonly number[],
): Generator<number, BadMeasures, void> {
  const learnt = learntWindow(windows);
  const judged = judgedWindow(windows);
  const isDesign = (snapshot: number) => windows[snapshot] === learnt;
  const byDate = rowsByDate(panel, (snapshot) => isDesign(snapshot) || windows[snapshot] === judged);
  const used = usedMeasures(scorecard);
  const inScorecard = new Uint16Array(panel.account.length).fill(NEVER_BAD);
  const inWorkspace = inScorecard.slice();
  const position = new Map(wanted.map((row, i) => [row, i]));
  const kept = new Map<string, Uint16Array>();
  for (const [m, measure] of measures.entries()) {
    const steps = badFromSteps(measure, byDate);
    let step = steps.next();
    for (let date = 1; step.done !== true; date++) {
      yield (m + date / windows.length) / measures.length;
      step = steps.next();
    }
    const badFrom = step.value;
    keepLowest(inWorkspace, badFrom);
    if (!used.has(measure.id)) continue;
    keepLowest(inScorecard, badFrom);
    kept.set(
      measure.id,
      Uint16Array.from(wanted, (row) => badFrom[row]!),
    );
  }
  const scorecardFrom = chooseBadBelow(panel, inScorecard, isDesign);
  const workspaceFrom = chooseBadBelow(panel, inWorkspace, isDesign);
  return {
    scorecardFrom,
    workspaceFrom,
    ofScorecard: (row) =>
      [...kept].flatMap(([id, badFrom]) =>
        badFrom[position.get(row)!]! <= (scorecardFrom ?? 0) ? [id] : [],
      ),
    isBlind: (row) => inWorkspace[row]! > (workspaceFrom ?? 0),
  };
}

/** Measures with a share of the weight; one of weight 0 takes no part and outweighs nothing. */
function usedMeasures(scorecard: Scorecard): Set<string> {
  const shares = coverageShares(scorecard);
  const ids = scorecard.groups.flatMap((group) => group.measures.map(({ measureId }) => measureId));
  return new Set(ids.filter((_, m) => shares[m]! > 0));
}

/** Latest alarm before its decision date of each life that had one. */
function earlierAlarms(
  { panel, scores, bands }: LabInput,
  rows: WindowRows,
  decisions: ReadonlyMap<number, number>,
): Map<number, number> {
  const bandOf = bandOfScores(bands);
  const latest = new Map<number, number>();
  for (const row of rows.row) {
    const life = panel.life[row]!;
    const decision = decisions.get(life);
    if (decision === undefined || panel.asOf[row]! >= panel.asOf[decision]!) continue;
    const score = scores[row]!;
    if (score === NOT_SCORED || !bands[bandOf[score]!]!.alarm) continue;
    latest.set(life, Math.max(latest.get(life) ?? 0, panel.asOf[row]!));
  }
  return latest;
}

function makeDiagnosis(input: MissInput, bad: BadMeasures) {
  const { panel, scores, bands } = input;
  const bandOf = bandOfScores(bands);
  const isAlarm = (score: number) => score !== NOT_SCORED && bands[bandOf[score]!]!.alarm;
  const weeks = new WeeklyIndex(input.weekly);
  const missingShare = makeMissingShare(input);
  const distance = distanceToAlarm(bands);
  return (
    { account, life, outcomeDay }: WindowOutcome,
    row: number | null,
  ): Omit<MissedChurner, 'earlierAlarmDay'> => {
    const nothing = { decisionDay: null, row: null, score: null, missingShare: null, alarmDay: null };
    const churner = { account, life, outcomeDay, ...nothing, badMeasures: [], blind: null };
    if (row === null) return { ...churner, cause: 'noDecisionDate' };
    const decisionDay = panel.asOf[row]!;
    const score = scores[row]!;
    const missing = missingShare(row);
    const badMeasures = bad.ofScorecard(row);
    const found = {
      ...churner,
      decisionDay,
      row,
      score: score === NOT_SCORED ? null : score,
      missingShare: missing,
      badMeasures,
      blind: bad.isBlind(row),
    };
    if (isAlarm(score)) return { ...found, cause: 'caught' };
    if (score === NOT_SCORED || missing >= 0.5 - 1e-9) return { ...found, cause: 'data' };
    for (let t = mondayFrom(decisionDay + 1); t < outcomeDay; t += 7) {
      if (isAlarm(weeks.scoreAt(life, t))) return { ...found, alarmDay: t, cause: 'tooLate' };
    }
    if (distance[score]! <= NEAR) return { ...found, cause: 'nearMiss' };
    return { ...found, cause: badMeasures.length > 0 ? 'outweighed' : 'noSign' };
  };
}

/** Share of the scorecard's weight without a value in a row, 0–1. */
function makeMissingShare({ scorecard, measures }: MissInput): (row: number) => number {
  const shares = coverageShares(scorecard);
  const columns = new Map(measures.map(({ id, values }) => [id, values]));
  const used = scorecard.groups.flatMap((group) =>
    group.measures.map(({ measureId }) => columns.get(measureId)),
  );
  return (row) => {
    const missing = used.reduce(
      (sum, values, m) => sum + (Number.isNaN(values?.[row] ?? Number.NaN) ? shares[m]! : 0),
      0,
    );
    return Math.min(1, missing);
  };
}

/** Tenths from each score to the nearest alarm bound, a large number where no band is an alarm band. */
function distanceToAlarm(bands: readonly Band[]): Int32Array {
  const bandOf = bandOfScores(bands);
  const bounds = bands.flatMap((band, b) => {
    const above = bands[b - 1];
    const low = Math.round(band.lowerBound * 10);
    if (!band.alarm) return [];
    return above === undefined ? [low] : [low, Math.round(above.lowerBound * 10)];
  });
  return Int32Array.from(bandOf, (_, score) =>
    bounds.reduce((nearest, bound) => Math.min(nearest, Math.abs(score - bound)), 1e6),
  );
}

/** Kept accounts with an alarm row in the window, those with most alarms first. */
function redAccounts(input: MissInput, rows: WindowRows): Omit<RedButKept, 'badMeasures'>[] {
  const { panel, scores, bands } = input;
  const bandOf = bandOfScores(bands);
  const kept = new Map(
    keptAccounts(input).map(({ account, life }) => [
      account,
      { account, life, row: -1, alarmRows: 0, scoredRows: 0 },
    ]),
  );
  for (let i = 0; i < rows.row.length; i++) {
    const found = kept.get(rows.account[i]!);
    const score = scores[rows.row[i]!]!;
    if (found === undefined || score === NOT_SCORED) continue;
    found.scoredRows++;
    if (!bands[bandOf[score]!]!.alarm) continue;
    found.alarmRows++;
    found.row = rows.row[i]!;
  }
  return [...kept.values()]
    .filter(({ row }) => row >= 0)
    .map((account) => ({ ...account, asOf: panel.asOf[account.row]!, score: scores[account.row]! }))
    .sort((a, b) => b.alarmRows - a.alarmRows || a.score - b.score || a.account - b.account);
}

function countKept(rows: WindowRows, bad: BadMeasures): { rows: number; withoutSign: number } {
  let kept = 0;
  let withoutSign = 0;
  for (let i = 0; i < rows.row.length; i++) {
    if (rows.positive[i] === 1) continue;
    kept++;
    if (bad.isBlind(rows.row[i]!)) withoutSign++;
  }
  return { rows: kept, withoutSign };
}

function thousandth(q: number | null): number | null {
  return q === null ? null : q / 1000;
}
