import type { LifeTable } from '../measures/dataset.ts';
import { NO_DAY } from '../measures/dataset.ts';
import { outcomeDayOfLives } from './build-panel.ts';
import { judgedDates, type LabInput } from './lab-input.ts';

/** A churner of the judged window. */
export interface WindowOutcome {
  readonly account: number;
  readonly life: number;
  /** The day that counts as churn under the settings. */
  readonly outcomeDay: number;
  /** The notice where one is known, else the outcome: what a lead is measured to. */
  readonly endDay: number;
}

/**
 * Every outcome in (first as-of + gap, last mature as-of + gap + horizon] of the judged window, in life order: the
 * population of the autopsy and of detection lead, whether or not a date could have seen it. Empty without dates.
 */
export function outcomesOfWindow(lives: LifeTable, input: LabInput): WindowOutcome[] {
  const dates = judgedDates(input);
  if (dates === null) return [];
  const { gapDays, horizonDays } = input.settings;
  const after = dates.first + gapDays;
  const upTo = dates.last + gapDays + horizonDays;
  const outcomes: WindowOutcome[] = [];
  outcomeDayOfLives(lives, input.settings).forEach((outcomeDay, life) => {
    if (outcomeDay === NO_DAY || outcomeDay <= after || outcomeDay > upTo) return;
    const endDay = Math.min(outcomeDay, lives.noticeDay[life]!);
    outcomes.push({ account: lives.account[life]!, life, outcomeDay, endDay });
  });
  return outcomes;
}
