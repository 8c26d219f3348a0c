import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDetectionLead } from '../../../shared/backtest/detection-lead.ts';
import { detectionLeadSchema } from '../../../shared/schemas/lab-autopsy.ts';
import { isRed, type Lab, lab, randomLab, type ScoreRule } from './lab-panel.ts';
import { life } from './random-panel.ts';

// Mondays are the days 4, 11, 18 … (1970-01-05 is day 4). The end below is a Friday: Mondays before it 396, 389, 382 …
const END = 400;
const SCHEDULE = { type: 'typed' as const, days: [340, 370] };
const settings = { schedule: SCHEDULE, gapDays: 10, horizonDays: 60, knownThrough: 1000, testFrom: 340 };

function leadOf(score: ScoreRule, part: Parameters<typeof life>[0] = {}) {
  const { lives, input, weekly } = lab([life({ endDay: END, ...part })], score, settings);
  return computeDetectionLead(lives, input, weekly).leads[0]!;
}
const redFrom =
  (day: number): ScoreRule =>
  (_, t) =>
    t >= day ? 200 : 800;

describe('detection lead', () => {
  it('is the end minus the first Monday of the final alarm run', () => {
    expect(leadOf(redFrom(382))).toEqual({
      account: 0,
      life: 0,
      endDay: END,
      firstDay: 382,
      leadDays: 18,
      cut: false,
    });
    expect(leadOf(redFrom(383)).leadDays).toBe(11);
  });

  it('is none where the last scored week is calm', () => {
    expect(leadOf((_, t) => (t < 396 ? 100 : 800))).toMatchObject({ leadDays: null, firstDay: null });
  });

  it('counts only the final run', () => {
    expect(leadOf((_, t) => (t === 375 ? 900 : 100)).leadDays).toBe(END - 382);
  });

  it('skips four unscored weeks in a row and breaks at five', () => {
    const gap = (weeks: number) =>
      leadOf((_, t) => (t < 396 && t >= 396 - 7 * weeks ? -1 : redFrom(200)(0, t)));
    expect(gap(4)).toMatchObject({ leadDays: 180 - ((180 - 4) % 7), cut: true });
    expect(gap(5).leadDays).toBe(4);
  });

  it('survives four unscored weeks before the end, not five', () => {
    expect(leadOf((_, t) => (t > 396 - 28 ? -1 : redFrom(361)(0, t))).leadDays).toBe(END - 361);
    expect(leadOf((_, t) => (t > 396 - 35 ? -1 : redFrom(354)(0, t))).leadDays).toBeNull();
  });

  it('goes back 180 days at most and says so', () => {
    expect(leadOf(() => 0)).toMatchObject({ firstDay: 221, leadDays: 179, cut: true });
    expect(leadOf(() => 0, { startDay: 300 })).toMatchObject({ firstDay: 305, leadDays: 95, cut: false });
  });

  it('ends at the notice where one is known', () => {
    const lead = leadOf(redFrom(382), { noticeDay: 390, endDay: 430 });
    expect(lead).toMatchObject({ endDay: 390, leadDays: 8 });
  });

  it('is in time where it exceeds the gap, beside the kept accounts that are as red', () => {
    const scores: ScoreRule = (account, t) => {
      const from = [390, 389, 330, 360, 999][account]!;
      return t >= from ? 100 : 900;
    };
    const lives = [END, END, null, null, null].map((endDay, account) => life({ account, endDay }));
    const made = lab(lives, scores, settings);
    const figures = computeDetectionLead(made.lives, made.input, made.weekly);
    expect(figures.leads.map(({ leadDays }) => leadDays)).toEqual([4, 11]);
    expect(figures.inTime).toMatchObject({ count: 1, total: 2, rate: 0.5 });
    // the last as-of date is 370: red since 333 (37 days) and since 361 (9 days)
    expect(figures.keptInAlarm).toMatchObject({ count: 1, total: 3 });
    expect(figures.median).toEqual({ leadDays: 7.5, cut: false });
  });

  it('has a median that counts "never red" as shortest', () => {
    const firstRed = [999, 389, 382];
    const made = lab(
      firstRed.map((_, account) => life({ account, endDay: END })),
      (account, t) => (t >= firstRed[account]! ? 100 : 900),
      settings,
    );
    expect(computeDetectionLead(made.lives, made.input, made.weekly).median!.leadDays).toBe(11);
  });

  it('equals its twin that walks forward over plain weeks', () => {
    let withRun = 0;
    fc.assert(
      fc.property(randomLab(25), (made) => {
        const figures = computeDetectionLead(made.lives, made.input, made.weekly);
        expect(detectionLeadSchema.safeParse(figures).error).toBeUndefined();
        for (const lead of figures.leads) {
          if (lead.leadDays !== null) withRun++;
          expect(lead.firstDay).toBe(slowFirstDay(made, lead.life, lead.endDay));
        }
      }),
      { numRuns: 150, seed: 5 },
    );
    expect(withRun).toBeGreaterThan(100);
  });

  it('without churners says so', () => {
    const made = lab([life()], () => 100, settings);
    const figures = computeDetectionLead(made.lives, made.input, made.weekly);
    expect(figures).toMatchObject({ reason: 'noChurners', leads: [], median: null });
    expect(figures.inTime.rate).toBeNull();
  });
});

/** Forward over the Mondays of the 180 days: a run starts at an alarm and dies at a calm or a fifth unscored week. */
function slowFirstDay({ lives, input, weekly }: Lab, lifeIndex: number, end: number): number | null {
  let run: number | null = null;
  let unscored = 0;
  for (let t = end - 180; t < end; t++) {
    if ((t - 4) % 7 !== 0) continue;
    if (t < lives.startDay[lifeIndex]! + input.settings.minimumTenureDays) continue;
    const row = weekly.asOf.findIndex((day, i) => day === t && weekly.life[i] === lifeIndex);
    const score = row < 0 ? -1 : weekly.scores[row]!;
    if (score < 0) {
      unscored++;
      if (unscored > 4) run = null;
      continue;
    }
    unscored = 0;
    if (!isRed(score)) run = null;
    else run ??= t;
  }
  return run;
}
