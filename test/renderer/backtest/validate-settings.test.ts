import { describe, expect, it } from 'vitest';
import { parseDays } from '../../../renderer/features/backtest/schedule-form.tsx';
import { validateSettings } from '../../../renderer/features/backtest/validate-settings.ts';
import { parseDay } from '../../../renderer/format/days.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { figuresOf } from './figures-of.ts';

const fine = figuresOf({}).settings;
const monthly = { type: 'monthly', firstDay: 19_000, lastDay: 19_700 } as const;

function problemsOf(change: Partial<BacktestSettings>): string[] {
  return validateSettings({ ...fine, ...change }).map(({ field, key }) => `${field} ${key}`);
}

describe('back-test settings', () => {
  it('are fine as proposed', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('refuse numbers outside their range, fractions and nothing at all', () => {
    expect(problemsOf({ gapDays: -1 })).toEqual(['gapDays range']);
    expect(problemsOf({ horizonDays: 0 })).toEqual(['horizonDays range']);
    expect(problemsOf({ minimumTenureDays: 1.5 })).toEqual(['minimumTenureDays range']);
    expect(problemsOf({ capacityPerAsOf: Number.NaN })).toEqual(['capacityPerAsOf range']);
  });

  it('refuse a last date before the first', () => {
    expect(problemsOf({ schedule: { ...monthly, lastDay: 18_999 } })).toEqual(['schedule order']);
  });

  it('refuse a range without an as-of date', () => {
    const day = parseDay('2024-06-10')!;
    expect(
      problemsOf({ schedule: { ...monthly, firstDay: day, lastDay: day }, knownThrough: day + 999 }),
    ).toEqual(['schedule noDates']);
  });

  it('refuse dates of which none can be known yet', () => {
    expect(problemsOf({ knownThrough: 19_050 })).toEqual(['schedule noneMature']);
    expect(problemsOf({ knownThrough: 18_000 })).toEqual(['schedule afterKnown']);
  });

  it('accept a first date whose horizon ends on the known-through date', () => {
    const first = parseDay('2024-01-31')!;
    const schedule = { ...monthly, firstDay: first, lastDay: first };
    expect(problemsOf({ schedule, knownThrough: first + 90 })).toEqual([]);
    expect(problemsOf({ schedule, knownThrough: first + 89 })).toEqual(['schedule noneMature']);
  });

  it('refuse a test window that starts outside the dates', () => {
    expect(problemsOf({ testFrom: 19_800 })).toEqual(['testFrom testOutside']);
    expect(problemsOf({ testFrom: 19_400 })).toEqual([]);
  });

  it('refuse typed dates with one that is none', () => {
    expect(parseDays('2024-01-31\n2024-02-29')).toEqual([parseDay('2024-01-31'), parseDay('2024-02-29')]);
    expect(problemsOf({ schedule: { type: 'typed', days: parseDays('2023-01-31 2023-02-30') } })).toEqual([
      'schedule dayMissing',
    ]);
    expect(problemsOf({ schedule: { type: 'typed', days: [] } })).toEqual(['schedule noDates']);
  });
});
