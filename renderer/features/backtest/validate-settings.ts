import { scheduleDays } from '../../../shared/backtest/build-schedule.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';

export type SettingField =
  | 'outcome'
  | 'schedule'
  | 'segment'
  | 'gapDays'
  | 'horizonDays'
  | 'minimumTenureDays'
  | 'outcomeDate'
  | 'knownThrough'
  | 'testFrom'
  | 'capacityPerAsOf'
  | 'incumbent';

export type ProblemKey =
  | 'dayMissing'
  | 'order'
  | 'afterKnown'
  | 'noneMature'
  | 'noDates'
  | 'tooMany'
  | 'range'
  | 'testOutside';

export interface SettingProblem {
  readonly field: SettingField;
  readonly key: ProblemKey;
  /** For `range`. */
  readonly low?: number;
  readonly high?: number;
}

export const numberRanges = {
  gapDays: { low: 0, high: 730 },
  horizonDays: { low: 1, high: 730 },
  minimumTenureDays: { low: 0, high: 3660 },
  capacityPerAsOf: { low: 1, high: 100_000 },
} as const;

export type NumberField = keyof typeof numberRanges;

const daysBeforeRange = { low: 0, high: 730 };
const MAXIMUM_DATES = 600;

/** What keeps settings from being used, each by the field where it can be put right; empty = fine. */
export function validateSettings(settings: BacktestSettings): SettingProblem[] {
  const problems: SettingProblem[] = [];
  for (const field of Object.keys(numberRanges) as NumberField[]) {
    if (!isWithin(settings[field], numberRanges[field])) {
      problems.push({ field, key: 'range', ...numberRanges[field] });
    }
  }
  return [...problems, ...scheduleProblems(settings)];
}

function isWithin(value: number, { low, high }: { readonly low: number; readonly high: number }): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}

function scheduleProblems(settings: BacktestSettings): SettingProblem[] {
  const { schedule, knownThrough, testFrom } = settings;
  const problem = (key: ProblemKey, field: SettingField = 'schedule') => [{ field, key }];
  if (schedule.type !== 'typed') {
    if (Number.isNaN(schedule.firstDay) || Number.isNaN(schedule.lastDay)) return problem('dayMissing');
    if (schedule.lastDay < schedule.firstDay) return problem('order');
  } else if (schedule.days.some(Number.isNaN)) return problem('dayMissing');
  if (schedule.type === 'renewal' && !isWithin(schedule.daysBefore, daysBeforeRange)) {
    return [{ field: 'schedule', key: 'range', ...daysBeforeRange }];
  }
  if (Number.isNaN(knownThrough)) return problem('dayMissing', 'knownThrough');
  const days = scheduleDays(schedule);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return problem('noDates');
  if (days.length > MAXIMUM_DATES) return problem('tooMany');
  if (schedule.type !== 'renewal' && first > knownThrough) return problem('afterKnown');
  const firstStart = schedule.type === 'renewal' ? schedule.firstDay : first;
  if (firstStart + settings.gapDays + settings.horizonDays > knownThrough) return problem('noneMature');
  if (typeof testFrom === 'number' && (Number.isNaN(testFrom) || testFrom < first || testFrom > last)) {
    return problem(Number.isNaN(testFrom) ? 'dayMissing' : 'testOutside', 'testFrom');
  }
  return [];
}
