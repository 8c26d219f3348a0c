import type { LifeTable } from '../measures/dataset.ts';
import type { DetectionLead, Lead } from '../schemas/lab-autopsy.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { judgedDates, keptAccounts, type LabInput, rateOf } from './lab-input.ts';
import { DAYS_BACK, mondayFrom, WeeklyIndex, type WeeklyScores } from './weekly-scores.ts';
import { outcomesOfWindow } from './window-outcomes.ts';

/** How many unscored weeks in a row a run survives. */
const WEEKS_SKIPPED = 4;

/** More lives than this are counted, not named. */
const MOST_LIVES = 5000;

/**
 * How early the alarm came and stayed: for each churner of the judged window the final unbroken alarm run on the weekly
 * grid, ending at the last scored week before the end (the notice where one is known, else the outcome). Unscored weeks
 * are skipped, more than four in a row break the run, those just before the end included. At most 180 days back.
 * Lead = end − first day of the run; `cut` where the run reaches the edge of the 180 days; null without a run, which
 * the median counts as shortest. Wilson intervals, distinct lives and accounts.
 */
export function computeDetectionLead(lives: LifeTable, input: LabInput, weekly: WeeklyScores): DetectionLead {
  const { gapDays, minimumTenureDays } = input.settings;
  const finder = new RunFinder(weekly, input.bands);
  const from = (life: number) => lives.startDay[life]! + minimumTenureDays;
  const leads = outcomesOfWindow(lives, input).map(({ account, life, endDay }): Lead => {
    const run = finder.find({
      life,
      before: endDay,
      notBefore: endDay - DAYS_BACK,
      eligibleFrom: from(life),
    });
    const leadDays = run === null ? null : endDay - run.firstDay;
    return { account, life, endDay, firstDay: run?.firstDay ?? null, leadDays, cut: run?.cut ?? false };
  });
  const last = judgedDates(input)?.last ?? 0;
  const kept = keptAccounts(input);
  const keptLong = kept.filter(({ life }) => {
    const span = { before: last + 1, notBefore: last - DAYS_BACK, eligibleFrom: from(life) };
    const run = finder.find({ life, ...span });
    return run !== null && last - run.firstDay > gapDays;
  });
  const inTime = leads.filter(({ leadDays }) => leadDays !== null && leadDays > gapDays);
  return {
    reason: leads.length === 0 ? 'noChurners' : null,
    leads,
    churners: leads.length,
    withRun: leads.filter(({ leadDays }) => leadDays !== null).length,
    median: medianLead(leads),
    inTime: rateOf(inTime.length, leads.length),
    keptInAlarm: rateOf(keptLong.length, kept.length),
    keptInAlarmLives: keptLong.slice(0, MOST_LIVES).map(({ life }) => life),
  };
}

interface RunRequest {
  readonly life: number;
  /** Weeks t with `notBefore` ≤ t < `before`. */
  readonly before: number;
  readonly notBefore: number;
  /** First day on which the life could have been scored. */
  readonly eligibleFrom: number;
}

/** Walks a life's weeks backwards. */
class RunFinder {
  readonly #index: WeeklyIndex;
  readonly #isAlarm: (score: number) => boolean;

  constructor(weekly: WeeklyScores, bands: LabInput['bands']) {
    const bandOf = bandOfScores(bands);
    this.#index = new WeeklyIndex(weekly);
    this.#isAlarm = (score) => bands[bandOf[score]!]!.alarm;
  }

  find({ life, before, notBefore, eligibleFrom }: RunRequest): { firstDay: number; cut: boolean } | null {
    const first = Math.max(notBefore, eligibleFrom);
    let firstDay: number | null = null;
    let unscored = 0;
    let t = mondayFrom(before) - 7;
    for (; t >= first; t -= 7) {
      const score = this.#index.scoreAt(life, t);
      if (score === NOT_SCORED) {
        unscored++;
        if (unscored > WEEKS_SKIPPED) return firstDay === null ? null : { firstDay, cut: false };
        continue;
      }
      if (!this.#isAlarm(score)) return firstDay === null ? null : { firstDay, cut: false };
      firstDay = t;
      unscored = 0;
    }
    return firstDay === null ? null : { firstDay, cut: t >= eligibleFrom };
  }
}

/** No run counts as shortest. An even number of leads: the mean of the two in the middle, none where one is none. */
function medianLead(leads: readonly Lead[]): DetectionLead['median'] {
  if (leads.length === 0) return null;
  const sorted = [...leads].sort((a, b) => (a.leadDays ?? -1) - (b.leadDays ?? -1));
  const low = sorted[(sorted.length - 1) >> 1]!;
  const high = sorted[sorted.length >> 1]!;
  if (low.leadDays === null || high.leadDays === null) return { leadDays: null, cut: false };
  return { leadDays: (low.leadDays + high.leadDays) / 2, cut: low.cut || high.cut };
}
