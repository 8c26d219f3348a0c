import { describe, expect, it } from 'vitest';
import {
  binLeads,
  buildLeadOption,
  type Lead,
} from '../../../../renderer/features/backtest/lab/build-lead.ts';
import { causeDetail, pointsOf } from '../../../../renderer/features/backtest/lab/build-miss-columns.ts';
import {
  blindKind,
  buildCauseBars,
  churnersOf,
  everRed,
} from '../../../../renderer/features/backtest/lab/build-misses.ts';
import type { Format } from '../../../../renderer/format/use-format.ts';
import { startI18n } from '../../../../renderer/i18n/start-i18n.ts';
import {
  type MissCause,
  type MissedChurner,
  type MissFigures,
  missCauses,
} from '../../../../shared/schemas/lab-autopsy.ts';

const churner = (life: number, cause: MissCause, outcomeDay: number): MissedChurner => ({
  account: life,
  life,
  outcomeDay,
  cause,
  decisionDay: null,
  row: null,
  score: null,
  missingShare: null,
  alarmDay: null,
  earlierAlarmDay: null,
  badMeasures: [],
  blind: null,
});

const misses: MissFigures = {
  reason: null,
  churners: [],
  causes: [],
  caught: { count: 0, total: 0, rate: null, low: null, high: null },
  badBelow: { scorecard: 0.1, workspace: 0.05 },
  blindSpot: { count: 11, total: 27, rate: 11 / 27, low: 0.2, high: 0.6 },
  keptWithoutSign: { count: 79, total: 100, rate: 0.79, low: 0.7, high: 0.86 },
  redButKept: [],
};

describe('the causes of a miss', () => {
  it('are seven bars measured against the longest, in the order of the causes', () => {
    const bars = buildCauseBars(missCauses.map((cause, count) => ({ cause, count, share: null })));
    expect(bars.map(({ cause }) => cause)).toEqual([...missCauses]);
    expect([bars[0]?.length, bars[3]?.length, bars[6]?.length]).toEqual([0, 0.5, 1]);
  });

  it('have no length when nobody churned', () => {
    const bars = buildCauseBars(missCauses.map((cause) => ({ cause, count: 0, share: null })));
    expect(bars.every(({ length }) => length === 0)).toBe(true);
  });

  it('count who was red once and who was red in the end', () => {
    const red = { ...churner(1, 'noSign', 10), earlierAlarmDay: 5 };
    expect(everRed([red, churner(2, 'caught', 9), churner(3, 'noSign', 9)])).toEqual({
      ever: 2,
      atDecision: 1,
    });
  });

  it('say what became of the alarm', () => {
    const words = {
      t: startI18n('en').getFixedT('en', ['backtest', 'common'] as const),
      format: { day: (day: number | null) => `day ${day}` } as Format,
    };
    const say = (earlierAlarmDay: number | null, alarmDay: number | null) =>
      causeDetail({ cause: alarmDay === null ? 'noSign' : 'tooLate', alarmDay, earlierAlarmDay }, words);
    expect(say(5, null)).toBe('red went away (last on day 5)');
    expect(say(5, 9)).toBe('went away (red until day 5), back on day 9');
    expect(say(null, 9)).toBe('from day 9');
    expect(say(null, null)).toBe('');
    expect(causeDetail({ cause: 'caught', alarmDay: null, earlierAlarmDay: 5 }, words)).toBe('');
  });

  it('narrow the list to one cause, the latest outcome first', () => {
    const all = [churner(1, 'caught', 10), churner(2, 'noSign', 20), churner(3, 'caught', 30)];
    expect(churnersOf(all, 'caught').map(({ life }) => life)).toEqual([3, 1]);
    expect(churnersOf(all, null).map(({ life }) => life)).toEqual([3, 2, 1]);
  });
});

describe('the blind spot', () => {
  it('is told with its share only where somebody showed in no measure', () => {
    expect(blindKind(misses)).toBe('some');
    expect(blindKind({ ...misses, blindSpot: { ...misses.blindSpot, count: 0 } })).toBe('none');
  });

  it('is unknown without a decision date or without kept rows to settle what bad means', () => {
    expect(blindKind({ ...misses, blindSpot: misses.caught })).toBe('unknown');
    expect(blindKind({ ...misses, badBelow: { scorecard: null, workspace: null } })).toBe('unknown');
  });
});

describe('a score in the list', () => {
  it('is points, and stays missing where there is none', () => {
    expect([pointsOf(425), pointsOf(0), pointsOf(null)]).toEqual([42.5, 0, null]);
  });
});

describe('the detection leads', () => {
  const lead = (life: number, leadDays: number | null, cut = false): Lead => ({
    account: life,
    life,
    endDay: 100,
    firstDay: leadDays === null ? null : 100 - leadDays,
    leadDays,
    cut,
  });

  it('lie in steps of 30 days, none at the left and cut ones at the right', () => {
    const bins = binLeads([lead(1, null), lead(2, 1), lead(3, 30), lead(4, 31), lead(5, 178, true)]);
    expect(bins.map(({ kind, from, leads }) => [kind, from, leads.length])).toEqual([
      ['none', 0, 1],
      ['days', 1, 2],
      ['days', 31, 1],
      ['cut', 178, 1],
    ]);
  });

  it('are each in one bin', () => {
    const all = Array.from({ length: 181 }, (_, day) => lead(day, day === 0 ? null : day, day > 175));
    expect(binLeads(all).reduce((sum, { leads }) => sum + leads.length, 0)).toBe(181);
  });

  it('keep a bar for none without any lead', () => {
    const option = buildLeadOption(binLeads([]), {
      nameOf: ({ kind }) => kind,
      tip: () => '',
      accounts: '',
      ink: '#000',
    }) as { xAxis: { data: string[] }; series: { data: { value: number }[] }[] };
    expect(option.xAxis.data).toEqual(['none', 'days']);
    expect(option.series[0]?.data.map(({ value }) => value)).toEqual([0, 0]);
  });
});
