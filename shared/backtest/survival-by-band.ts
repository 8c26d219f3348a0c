import { type LifeTable, NO_DAY } from '../measures/dataset.ts';
import type { NoFigureReason, SurvivalFigures, SurvivalStepFigure } from '../schemas/lab-figures.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { kaplanMeier, medianSurvival, type SurvivalStep } from '../statistics/kaplan-meier.ts';
import { logRank } from '../statistics/log-rank.ts';
import { OUTSIDE } from './build-panel.ts';
import { judgedDates, type LabInput } from './lab-input.ts';

/** Days between ticks of the table of numbers at risk, and how many ticks it has at most. */
const TICK_DAYS = 30;
const MOST_TICKS = 13;

/**
 * Who is still there, by the band of one as-of date (default the first of the judged window): the band is fixed at that
 * landmark and never looked at again; time = outcome − landmark in days, censored at known-through and at an end that is
 * no outcome. All eligible scored accounts of the date take part, whatever their label. Kaplan–Meier with both kinds of
 * interval, numbers at risk, log-rank (null with fewer than two bands or no outcome).
 */
export function computeSurvivalByBand(lives: LifeTable, input: LabInput, asOf?: number): SurvivalFigures {
  const landmark = asOf ?? judgedDates(input)?.first ?? null;
  const nothing: SurvivalFigures = {
    reason: null,
    asOf: landmark,
    unscored: 0,
    bands: [],
    times: [],
    logRank: null,
  };
  if (landmark === null) return { ...nothing, reason: 'noRows' };
  const snapshot = input.panel.startDays.indexOf(landmark);
  if (snapshot < 0) return { ...nothing, reason: 'noSuchDate' };
  if (landmark >= input.settings.knownThrough) return { ...nothing, reason: 'pending' };
  const { times, events, group, unscored } = landmarkRows(lives, input, snapshot);
  if (times.length === 0) return { ...nothing, unscored, reason: 'noRows' };
  const longest = times.reduce((most, time) => Math.max(most, time), 0);
  const step = TICK_DAYS * Math.max(1, Math.ceil(longest / TICK_DAYS / (MOST_TICKS - 1)));
  const ticks = Array.from({ length: Math.floor(longest / step) + 1 }, (_, i) => i * step);
  const test = logRank({ times, events, group, groupCount: input.bands.length });
  const reason: NoFigureReason | null = events.includes(1) ? null : 'noChurners';
  return {
    reason,
    asOf: landmark,
    unscored,
    bands: input.bands.map((band, b) => {
      const members = [...group.keys()].filter((i) => group[i] === b);
      const ownTimes = members.map((i) => times[i]!);
      const steps = kaplanMeier(
        ownTimes,
        members.map((i) => events[i]!),
      );
      return {
        bandId: band.id,
        accounts: members.length,
        events: steps.reduce((sum, { events: count }) => sum + count, 0),
        steps: steps.filter((s, i) => s.events > 0 || i === steps.length - 1).map(toFigure),
        median: medianSurvival(steps),
        atRisk: ticks.map((tick) => ownTimes.filter((time) => time >= tick).length),
      };
    }),
    times: ticks,
    logRank:
      test === null
        ? null
        : { chiSquare: test.chiSquare, degreesOfFreedom: test.degreesOfFreedom, p: test.p },
  };
}

function landmarkRows(lives: LifeTable, { panel, scores, bands, settings }: LabInput, snapshot: number) {
  const bandOf = bandOfScores(bands);
  const times: number[] = [];
  const events: number[] = [];
  const group: number[] = [];
  let unscored = 0;
  for (let r = 0; r < panel.account.length; r++) {
    const t0 = panel.asOf[r]!;
    const isIn = panel.snapshot[r] === snapshot && panel.label[r] !== OUTSIDE && t0 < settings.knownThrough;
    if (!isIn) continue;
    if (scores[r] === NOT_SCORED) {
      unscored++;
      continue;
    }
    const outcome = panel.outcomeDay[r]!;
    const lastSeen = Math.min(settings.knownThrough, lives.endDay[panel.life[r]!]!);
    times.push((outcome === NO_DAY ? lastSeen : outcome) - t0);
    events.push(outcome === NO_DAY ? 0 : 1);
    group.push(bandOf[scores[r]!]!);
  }
  return { times, events, group, unscored };
}

function toFigure({ time, atRisk, events, survival, ...interval }: SurvivalStep): SurvivalStepFigure {
  return {
    time,
    atRisk,
    events,
    survival,
    low: interval.logInterval?.low ?? null,
    high: interval.logInterval?.high ?? null,
    logLogLow: interval.logLogInterval?.low ?? null,
    logLogHigh: interval.logLogInterval?.high ?? null,
  };
}
