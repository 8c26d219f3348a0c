import { weekday } from '../csv/calendar.ts';
import type { LifeTable } from '../measures/dataset.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { firstRecordDay } from './build-panel.ts';
import { judgedDates, keptAccounts, type LabInput } from './lab-input.ts';
import { outcomesOfWindow } from './window-outcomes.ts';

/** How far back a run is followed. */
export const DAYS_BACK = 180;

/** Scores on the weekly grid. Rows of a life stand in order of date; a panel with a weekly schedule is one. */
export interface WeeklyScores {
  readonly life: Int32Array;
  readonly asOf: Int32Array;
  readonly scores: Int16Array;
}

/** As-of rows for `computeMeasure` with their life. */
export interface WeeklyRows {
  readonly account: Int32Array;
  readonly life: Int32Array;
  readonly lifeStart: Int32Array;
  readonly recordsFrom: Int32Array;
  readonly asOf: Int32Array;
}

/** A life whose weeks t with `through` − `daysBack` ≤ t ≤ `through` are wanted. */
export interface WeeklyTarget {
  readonly life: number;
  readonly through: number;
  readonly daysBack: number;
}

/**
 * The lives that detection lead and "red too late" look at: the window's churners up to the day before their end, and
 * its kept accounts up to the last as-of date. Few weeks of few lives, where a weekly panel of everybody would be
 * millions of rows.
 */
export function weeklyTargets(lives: LifeTable, input: LabInput): WeeklyTarget[] {
  const last = judgedDates(input)?.last;
  if (last === undefined) return [];
  const { gapDays, horizonDays } = input.settings;
  const daysBack = Math.max(DAYS_BACK, gapDays + horizonDays);
  const churned = outcomesOfWindow(lives, input).map(({ life, outcomeDay }) => ({
    life,
    through: outcomeDay - 1,
    daysBack,
  }));
  const kept = keptAccounts(input).map(({ life }) => ({ life, through: last, daysBack: DAYS_BACK }));
  return [...churned, ...kept];
}

/**
 * The rows to score for some targets: each life's eligible Mondays (life begun, minimum tenure over, not ended, notice
 * not known), ordered by life and date. The days back are counted from the last eligible day.
 */
export function buildWeeklyRows(
  lives: LifeTable,
  targets: readonly WeeklyTarget[],
  minimumTenureDays: number,
): WeeklyRows {
  const life: number[] = [];
  const asOf: number[] = [];
  for (const target of [...targets].sort((a, b) => a.life - b.life)) {
    const end = Math.min(lives.noticeDay[target.life]!, lives.endDay[target.life]!);
    const through = Math.min(target.through, end - 1);
    const eligibleFrom = lives.startDay[target.life]! + minimumTenureDays;
    for (let t = mondayFrom(Math.max(through - target.daysBack, eligibleFrom)); t <= through; t += 7) {
      life.push(target.life);
      asOf.push(t);
    }
  }
  return {
    account: Int32Array.from(life, (l) => lives.account[l]!),
    life: Int32Array.from(life),
    lifeStart: Int32Array.from(life, (l) => lives.startDay[l]!),
    recordsFrom: Int32Array.from(life, (l) => firstRecordDay(lives, l)),
    asOf: Int32Array.from(asOf),
  };
}

/** Finds a life's score on a day in typed arrays: a map of maps would cost more than the scores. */
export class WeeklyIndex {
  readonly #weekly: WeeklyScores;
  /** Rows by life, dates ascending; `#starts[life]` … `#starts[life + 1]`. */
  readonly #rows: Int32Array;
  readonly #starts: Int32Array;

  constructor(weekly: WeeklyScores) {
    const { life } = weekly;
    const lifeCount = life.reduce((highest, l) => Math.max(highest, l + 1), 0);
    const starts = new Int32Array(lifeCount + 1);
    for (const l of life) starts[l + 1]!++;
    for (let l = 0; l < lifeCount; l++) starts[l + 1]! += starts[l]!;
    const next = starts.slice();
    const rows = new Int32Array(life.length);
    for (let r = 0; r < life.length; r++) rows[next[life[r]!]!++] = r;
    this.#weekly = weekly;
    this.#rows = rows;
    this.#starts = starts;
  }

  /** Score in tenths, NOT_SCORED where the life has no scored row on that day. */
  scoreAt(life: number, day: number): number {
    let low = this.#starts[life] ?? 0;
    let high = this.#starts[life + 1] ?? low;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#weekly.asOf[this.#rows[middle]!]! < day) low = middle + 1;
      else high = middle;
    }
    const row = this.#rows[low];
    if (row === undefined || this.#weekly.life[row] !== life || this.#weekly.asOf[row] !== day)
      return NOT_SCORED;
    return this.#weekly.scores[row]!;
  }
}

/** The first Monday on or after a day. */
export function mondayFrom(day: number): number {
  return day + ((8 - weekday(day)) % 7);
}
