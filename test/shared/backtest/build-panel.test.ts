import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildPanel,
  KEPT,
  labelRow,
  PENDING,
  POSITIVE,
  TOO_LATE,
} from '../../../shared/backtest/build-panel.ts';
import type { LifeInput } from '../../../shared/measures/build-dataset.ts';
import { NO_DAY } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { life, lifeTable, plainSettings, randomLives, settings } from './random-panel.ts';

describe('the label of a row as of day 100, gap 30, horizon 60', () => {
  const window = { gapDays: 30, horizonDays: 60, knownThrough: 190 };

  it.each([
    ['the next day', 101, TOO_LATE],
    ['on as-of + gap', 130, TOO_LATE],
    ['the day after as-of + gap', 131, POSITIVE],
    ['on the last day of the horizon', 190, POSITIVE],
    ['the day after the horizon', 191, KEPT],
    ['never', NO_DAY, KEPT],
  ])('with an outcome %s', (_, outcomeDay, label) => {
    expect(labelRow(100, outcomeDay, window)).toBe(label);
  });

  it('counts when the horizon ends on the known-through day', () => {
    expect(labelRow(100, NO_DAY, window)).toBe(KEPT);
  });

  it.each([110, 131, 189])('is pending one day later even with a known outcome on day %i', (outcomeDay) => {
    expect(labelRow(101, outcomeDay, window)).toBe(PENDING);
  });

  it('with no gap is positive the next day', () => {
    expect(labelRow(100, 101, { ...window, gapDays: 0 })).toBe(POSITIVE);
  });
});

describe('an account', () => {
  it('is eligible from its start and not on the day it ended', () => {
    const lives = [life({ startDay: 100, endDay: 120 })];
    expect(datesOf(lives, [99, 100, 119, 120])).toEqual([100, 119]);
  });

  it('is eligible after its minimum tenure', () => {
    expect(datesOf([life({ startDay: 50 })], [79, 80], { minimumTenureDays: 30 })).toEqual([80]);
  });

  it.each(['noticeOrEffective', 'effective'] as const)(
    'that gave notice is left out from that day on and counted (%s)',
    (outcomeDate) => {
      const lives = lifeTable([life({ noticeDay: 110, endDay: 150 })]);
      const days = [109, 110, 149, 150];
      const panel = buildPanel(lives, { ...plainSettings, outcomeDate, schedule: { type: 'typed', days } });
      expect(Array.from(panel.asOf)).toEqual([109]);
      expect(Array.from(panel.alreadyGaveNotice)).toEqual([0, 1, 1, 0]);
    },
  );

  it('churns on its notice, or on its end where the settings say so', () => {
    const lives = [life({ noticeDay: 110, endDay: 150 })];
    expect(labelsOf(lives, 100, { outcomeDate: 'noticeOrEffective' })).toEqual([POSITIVE]);
    expect(labelsOf(lives, 100, { outcomeDate: 'effective' })).toEqual([KEPT]);
  });

  it('churns at its end when its notice is dated after it', () => {
    expect(labelsOf([life({ endDay: 110, noticeDay: 400 })], 100, {})).toEqual([POSITIVE]);
  });

  it('is not known to churn after the known-through day', () => {
    const panel = buildPanel(lifeTable([life({ endDay: 201 })]), { ...plainSettings, knownThrough: 200 });
    expect(Array.from(panel.outcomeDay)).toEqual([NO_DAY]);
  });

  it('that returns is a new life: nothing before its start belongs to it', () => {
    const lives = lifeTable([life({ endDay: 120 }), life({ startDay: 140 })]);
    const panel = buildPanel(lives, { ...plainSettings, schedule: { type: 'typed', days: [100, 130, 150] } });
    expect(Array.from(panel.asOf)).toEqual([100, 150]);
    expect(Array.from(panel.life)).toEqual([0, 1]);
    expect(Array.from(panel.lifeStart)).toEqual([0, 140]);
    expect(Array.from(panel.recordsFrom)).toEqual([-NO_DAY, 140]);
    expect(Array.from(panel.label)).toEqual([POSITIVE, KEPT]);
  });

  it('has one row per date where two of its lives overlap', () => {
    const panel = buildPanel(lifeTable([life(), life({ startDay: 80 })]), plainSettings);
    expect(Array.from(panel.lifeStart)).toEqual([80]);
  });
});

describe('a panel', () => {
  it('equals a walk over accounts, dates and lives', () => {
    fc.assert(
      fc.property(randomLives(12), settings, (lives, drawn) => {
        const panel = buildPanel(lifeTable(lives, 12), drawn);
        const rows = Array.from(panel.account, (account, r) => [account, panel.asOf[r], panel.label[r]]);
        expect(rows).toEqual(slowRows(lives, drawn));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('has the same rows as of a date whatever became known later', () => {
    fc.assert(
      fc.property(randomLives(12), settings, fc.integer({ min: 40, max: 300 }), (lives, drawn, t) => {
        const at = { ...drawn, schedule: { type: 'typed' as const, days: [t] } };
        const known = lives
          .filter((one) => one.startDay <= t)
          .map((one) => ({
            ...one,
            endDay: one.endDay !== null && one.endDay <= t ? one.endDay : null,
            noticeDay: one.noticeDay !== null && one.noticeDay <= t ? one.noticeDay : null,
          }));
        const rowsOf = (some: readonly LifeInput[]) => {
          const { account, lifeStart, recordsFrom } = buildPanel(lifeTable(some, 12), at);
          return { account, lifeStart, recordsFrom };
        };
        expect(rowsOf(known)).toEqual(rowsOf(lives));
      }),
      { numRuns: 500, seed: 2 },
    );
  });
});

function slowRows(lives: readonly LifeInput[], drawn: BacktestSettings): number[][] {
  const days = drawn.schedule.type === 'typed' ? drawn.schedule.days : [];
  const rows: number[][] = [];
  for (let account = 0; account < 12; account++) {
    for (const t of days) {
      for (const one of lives) {
        const isHere =
          one.account === account && one.startDay <= t && (one.endDay === null || one.endDay > t);
        if (!isHere || t - one.startDay < drawn.minimumTenureDays) continue;
        if (one.noticeDay !== null && one.noticeDay <= t) continue;
        rows.push([account, t, slowLabel(one, t, drawn)]);
      }
    }
  }
  return rows;
}

function slowLabel(one: LifeInput, t: number, drawn: BacktestSettings): number {
  if (t + drawn.gapDays + drawn.horizonDays > drawn.knownThrough) return PENDING;
  const outcome = drawn.outcomeDate === 'effective' ? one.endDay : (one.noticeDay ?? one.endDay);
  for (let day = t + 1; day <= t + drawn.gapDays + drawn.horizonDays; day++) {
    if (day === outcome) return day <= t + drawn.gapDays ? TOO_LATE : POSITIVE;
  }
  return KEPT;
}

function datesOf(lives: LifeInput[], days: number[], part: Partial<BacktestSettings> = {}): number[] {
  const panel = buildPanel(lifeTable(lives), {
    ...plainSettings,
    ...part,
    schedule: { type: 'typed', days },
  });
  return Array.from(panel.asOf);
}

function labelsOf(lives: LifeInput[], day: number, part: Partial<BacktestSettings>): number[] {
  const schedule = { type: 'typed' as const, days: [day] };
  return Array.from(buildPanel(lifeTable(lives), { ...plainSettings, ...part, schedule }).label);
}
