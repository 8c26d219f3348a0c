import { periodEndOfIndex, periodIndex } from '../../../shared/csv/calendar.ts';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { NO_DAY } from '../../../shared/measures/dataset.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';
import { measuresOf, percentilesOf } from '../../../shared/scoring/measures-of.ts';
import { overrideOn } from '../../../shared/scoring/overrides.ts';
import { patternCells } from '../../../shared/scoring/patterns.ts';
import { NO_POINTS } from '../../../shared/scoring/points.ts';
import { type AccountScore, scoreAccount } from '../../../shared/scoring/score-account.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import type { DesignInput } from '../workers/compute-protocol.ts';
import { type DatedScores, scoreOneAccount } from './score-date.ts';

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
  const attributeOf = data.attributesOn(input.asOf);
  await yieldNow();
  const { scorecard } = input;
  const dated = await scoreOneAccount(data, input, { account, days }, yieldNow);
  const { panel, scores } = dated;
  const rowAt = new Map<number, number>();
  panel.asOf.forEach((day, r) => {
    rowAt.set(day, r);
  });
  const row = rowAt.get(input.asOf);
  const today = row === undefined ? null : scoreRow(scorecard, dated, row);
  const override = overrideOn(scorecard, input.accountId, input.asOf);
  const scoreAt = (day: number) => {
    const r = rowAt.get(day);
    return r === undefined || scores[r] === NOT_SCORED ? null : scores[r]! / 10;
  };
  return {
    accountId: input.accountId,
    name: dataset.accountNames[account] ?? input.accountId,
    attributes: [...dataset.attributes.keys()].flatMap((name) => {
      const value = attributeOf(name, account);
      return value === undefined ? [] : { name, value };
    }),
    lives: livesOf(data, account),
    score: scoreAt(input.asOf),
    bandId: bandIdOf(input.scorecard, scoreAt(input.asOf)),
    coverage: today?.coverage ?? 0,
    contributions: today === null ? withoutRow(scorecard) : contributionsOf(today),
    ...(today !== null && row !== undefined && { adjustment: adjustmentOf(today, scorecard, dated, row) }),
    ...(override !== null && { override }),
    ...(row !== undefined && patternsOf(scorecard, dated, row)),
    history: days.map((day) => ({
      asOf: day,
      score: scoreAt(day),
      bandId: bandIdOf(input.scorecard, scoreAt(day)),
    })),
    records: recordsOf(data, account, input.asOf),
  };
}

/** One account by its own row of dated scores: the slow form with everything that made the score. */
export function scoreRow(
  scorecard: Scorecard,
  { columns, contextAt }: Pick<DatedScores, 'columns' | 'contextAt'>,
  row: number,
): AccountScore {
  const valueFor = (id: string) => columns.get(id)?.[row] ?? Number.NaN;
  return scoreAccount(scorecard, valueFor, contextAt(row));
}

/** In which cell of each pattern a row is; nothing for a scorecard without patterns. */
export function patternsOf(
  scorecard: Scorecard,
  { columns }: Pick<DatedScores, 'columns'>,
  row: number,
): { readonly patterns?: (number | null)[] } {
  const cells = patternCells(scorecard, (id) => columns.get(id)?.[row] ?? Number.NaN);
  return cells.length === 0 ? {} : { patterns: cells };
}

function contributionsOf({ contributions }: AccountScore): AccountPage['contributions'] {
  return contributions.map(({ groupId, measureId, value, points, share, lostPoints }) => ({
    groupId,
    measureId,
    value: Number.isNaN(value) ? null : value,
    points: points === null ? null : points / 100,
    share,
    lostPoints,
  }));
}

/** Nothing known of an account that isn't under contract on the date. */
function withoutRow({ groups }: Scorecard): AccountPage['contributions'] {
  return groups.flatMap((group) =>
    group.measures.map(({ measureId }) => ({
      groupId: group.id,
      measureId,
      value: null,
      points: null,
      share: 0,
      lostPoints: 0,
    })),
  );
}

function adjustmentOf(
  { weightedTenths, bites, variant }: AccountScore,
  scorecard: Scorecard,
  { columns, contextAt }: DatedScores,
  row: number,
): AccountPage['adjustment'] {
  const context = contextAt(row);
  const borrowed = variant?.borrowed ?? null;
  return {
    weighted: inPoints(weightedTenths),
    bites: bites.map(({ exceptionId, from, to }) => ({ exceptionId, from: from / 10, to: to / 10 })),
    variantId: variant?.id ?? null,
    alsoFits: [...(variant?.alsoFits ?? [])],
    borrowed:
      borrowed === null
        ? null
        : { ...borrowed, own: inPoints(borrowed.own), parent: inPoints(borrowed.parent) },
    tenureDays: context.tenureDays,
    values: measuresOf(scorecard).map((measureId) => {
      const value = columns.get(measureId)?.[row] ?? Number.NaN;
      return { measureId, value: Number.isNaN(value) ? null : value };
    }),
    peers: percentilesOf(scorecard).flatMap(({ measureId, direction }) => {
      const points = context.peerPoints(measureId, direction);
      return points === NO_POINTS ? [] : { measureId, direction, points: points / 100 };
    }),
  };
}

function inPoints(tenths: number | null): number | null {
  return tenths === null ? null : tenths / 10;
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
      if (source.day[i]! > asOf || source.knownOn[i]! > asOf) continue;
      const cells = [...source.columns].flatMap(([column, texts]) => {
        const value = texts[i];
        return value ? [{ column, value }] : [];
      });
      records.push({
        source: source.name,
        kind: source.kind,
        day: source.day[i]!,
        closedDay: orNull(source.closedDay[i]!),
        cells,
      });
    }
  }
  return records.sort((a, b) => b.day - a.day).slice(0, RECORDS_SHOWN);
}

function orNull(day: number): number | null {
  return day === NO_DAY ? null : day;
}
