import type { LifeTable } from '../measures/dataset.ts';
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
 * The lives with an outcome in (first as-of + gap, last mature as-of + gap + horizon] of the judged window, in life
 * order, each with its last one there: the population of the autopsy and of detection lead, whether or not a date could
 * have seen it. Accounts outside the segment are not among them. Empty without dates.
 */
export function outcomesOfWindow(lives: LifeTable, input: LabInput): WindowOutcome[] {
  const dates = judgedDates(input);
  if (dates === null) return [];
  const { events } = input.panel;
  const { gapDays, horizonDays } = input.settings;
  const after = dates.first + gapDays;
  const upTo = dates.last + gapDays + horizonDays;
  const outcomes: WindowOutcome[] = [];
  for (let life = 0; life + 1 < events.offsets.length; life++) {
    for (let i = events.offsets[life + 1]! - 1; i >= events.offsets[life]!; i--) {
      const outcomeDay = events.day[i]!;
      if (outcomeDay <= after || outcomeDay > upTo || outcomeDay > events.stopDay[life]!) continue;
      const endDay = Math.min(outcomeDay, events.noticeDay[i]!);
      outcomes.push({ account: lives.account[life]!, life, outcomeDay, endDay });
      break;
    }
  }
  return outcomes;
}
