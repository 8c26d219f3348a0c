import { endOfMonth, endOfQuarter, weekday } from '../csv/calendar.ts';
import type { BacktestSettings } from '../schemas/backtest-settings.ts';

/**
 * Nominal days between as-of dates of a schedule: weekly 7, monthly and renewal-aligned (counted by month) 30,
 * quarterly 91, typed = smallest distance.
 */
export function daysBetweenDates(schedule: BacktestSettings['schedule']): number {
  switch (schedule.type) {
    case 'weekly':
      return 7;
    case 'monthly':
    case 'renewal':
      return 30;
    case 'quarterly':
      return 91;
    case 'typed':
      return smallestDistance(scheduleDays(schedule));
  }
}

/**
 * As-of days of a schedule, ascending and distinct: Mondays, last days of months or quarters in [firstDay, lastDay],
 * or the typed days. Empty when the range holds none. A renewal-aligned schedule has one entry a calendar month: its
 * last day, which may lie after `lastDay`.
 */
export function scheduleDays(schedule: BacktestSettings['schedule']): number[] {
  if (schedule.type === 'typed') return [...new Set(schedule.days)].sort((a, b) => a - b);
  const type = schedule.type === 'renewal' ? 'monthly' : schedule.type;
  const last = schedule.type === 'renewal' ? endOfMonth(schedule.lastDay) : schedule.lastDay;
  const days: number[] = [];
  if (schedule.firstDay > schedule.lastDay) return days;
  let day = alignDay(type, schedule.firstDay);
  while (day <= last) {
    days.push(day);
    day = alignDay(type, day + 1);
  }
  return days;
}

function alignDay(type: 'weekly' | 'monthly' | 'quarterly', day: number): number {
  switch (type) {
    case 'weekly':
      return day + ((8 - weekday(day)) % 7);
    case 'monthly':
      return endOfMonth(day);
    case 'quarterly':
      return endOfQuarter(day);
  }
}

function smallestDistance(days: readonly number[]): number {
  let smallest = 30;
  for (let i = 1; i < days.length; i++) {
    const distance = days[i]! - days[i - 1]!;
    smallest = i === 1 ? distance : Math.min(smallest, distance);
  }
  return smallest;
}
