import { periodEndOfIndex, periodIndex } from '../../../shared/csv/calendar.ts';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { NO_DAY } from '../../../shared/measures/dataset.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';
import { scoreAccount } from '../../../shared/scoring/score-account.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import type { DesignInput } from '../workers/compute-protocol.ts';
import { scoreOneAccount } from './score-date.ts';

type AccountPage = Omit<ChannelOutput<'accounts.get'>, 'outcomes'>;

const HISTORY_MONTHS = 24;
const RECORDS_SHOWN = 200;

/** One account as of a date: contributions, score at each month-end before, lives, records. Null when unknown. */
export async function describeAccount(
  data: AnalysisData,
  input: DesignInput & { readonly accountId: string; readonly asOf: number },
  yieldNow: YieldNow,
): Promise<AccountPage | null> {
  const { dataset } = data;
  const account = dataset.accountIds.indexOf(input.accountId);
  if (account < 0) return null;
  const days = historyDays(input.asOf);
  await yieldNow();
  const { panel, columns, scores } = scoreOneAccount(data, input, account, days);
  const rowAt = new Map<number, number>();
  panel.asOf.forEach((day, r) => {
    rowAt.set(day, r);
  });
  const row = rowAt.get(input.asOf);
  const today = scoreAccount(input.scorecard, (id) =>
    row === undefined ? Number.NaN : (columns.get(id)?.[row] ?? Number.NaN),
  );
  const scoreAt = (day: number) => {
    const r = rowAt.get(day);
    return r === undefined || scores[r] === NOT_SCORED ? null : scores[r]! / 10;
  };
  return {
    accountId: input.accountId,
    name: dataset.accountNames[account] ?? input.accountId,
    attributes: [...dataset.attributes].flatMap(([name, values]) => {
      const value = values[account];
      return value === undefined ? [] : { name, value };
    }),
    lives: livesOf(data, account),
    score: scoreAt(input.asOf),
    bandId: bandIdOf(input.scorecard, scoreAt(input.asOf)),
    coverage: today.coverage,
    contributions: today.contributions.map((part) => ({
      groupId: part.groupId,
      measureId: part.measureId,
      value: Number.isNaN(part.value) ? null : part.value,
      points: part.points === null ? null : part.points / 100,
      share: part.share,
      lostPoints: part.lostPoints,
    })),
    history: days.map((day) => ({
      asOf: day,
      score: scoreAt(day),
      bandId: bandIdOf(input.scorecard, scoreAt(day)),
    })),
    records: recordsOf(data, account, input.asOf),
  };
}

/** Id of the band of a score in points; null for no score. */
export function bandIdOf(scorecard: Scorecard, score: number | null): string | null {
  if (score === null) return null;
  const tenths = Math.round(score * 10);
  return scorecard.bands.find((band) => tenths >= Math.round(band.lowerBound * 10))?.id ?? null;
}

/** The as-of date and the month-ends before it, ascending. */
function historyDays(asOf: number): number[] {
  const month = periodIndex(asOf, 'month');
  const ends = Array.from({ length: HISTORY_MONTHS }, (_, i) =>
    periodEndOfIndex(month - HISTORY_MONTHS + i, 'month'),
  );
  return [...ends, asOf];
}

function livesOf({ dataset: { lives } }: AnalysisData, account: number): AccountPage['lives'] {
  const result: AccountPage['lives'] = [];
  for (let life = lives.offsets[account]!; life < lives.offsets[account + 1]!; life++) {
    result.push({
      startDay: lives.startDay[life]!,
      noticeDay: orNull(lives.noticeDay[life]!),
      endDay: orNull(lives.endDay[life]!),
      assumedStart: lives.assumedStart[life] === 1,
    });
  }
  return result;
}

/** Newest first, up to the as-of date. */
function recordsOf({ dataset }: AnalysisData, account: number, asOf: number): AccountPage['records'] {
  const records: AccountPage['records'] = [];
  for (const source of dataset.records.values()) {
    for (let i = source.offsets[account]!; i < source.offsets[account + 1]!; i++) {
      if (source.day[i]! > asOf) continue;
      const text = [...source.columns]
        .flatMap(([name, cells]) => (cells[i] ? `${name}: ${cells[i]}` : []))
        .join(' · ');
      records.push({
        source: source.name,
        day: source.day[i]!,
        closedDay: orNull(source.closedDay[i]!),
        text,
      });
    }
  }
  return records.sort((a, b) => b.day - a.day).slice(0, RECORDS_SHOWN);
}

function orNull(day: number): number | null {
  return day === NO_DAY ? null : day;
}
