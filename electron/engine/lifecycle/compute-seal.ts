import { OUTSIDE } from '../../../shared/backtest/build-panel.ts';
import { rowContext } from '../../../shared/backtest/score-design.ts';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { type GradedSeal, gradeSeal, settingsOfSeal } from '../../../shared/lifecycle/grade-seal.ts';
import { NO_DAY } from '../../../shared/measures/dataset.ts';
import type { SealCell, SealFigures, SealRow, SealSettings } from '../../../shared/schemas/lifecycle.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { measuresNeeded } from '../../../shared/scoring/design-hash.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { LiveScorer, NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';
import { proposeSettings } from '../backtests/propose-settings.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import { learnChurned } from '../scores/learn-churned.ts';
import type { DesignInput } from '../workers/compute-protocol.ts';

/** What a seal stores of a date, in the order of account indexes. */
export interface SealScores {
  readonly knownThrough: number | null;
  readonly account: Int32Array;
  readonly accountIds: string[];
  readonly tenths: Int16Array;
  /** Accounts with an outcome of the gap or horizon already in the data, usable or not. */
  readonly outcomesRecorded: number;
}

/** A stored seal as figures are made from it. */
export interface SealRequest {
  readonly asOf: number;
  readonly settings: SealSettings;
  readonly scorecard: Scorecard;
  readonly account: Int32Array;
  readonly tenths: Int16Array;
}

/** Last day that settings may name: nothing recorded lies after it. */
const END_OF_TIME = 73_050;

/** How far outcomes are known, and the contacts of some spans of days. */
export function lifecycleFacts(
  data: AnalysisData,
  spans: readonly { readonly from: number; readonly to: number }[],
): { knownThrough: number | null; contacts: { contacts: number; accounts: number }[] } {
  return {
    knownThrough: data.knownThrough(),
    contacts: spans.map(({ from, to }) => countContacts(data, from, to)),
  };
}

function countContacts({ dataset }: AnalysisData, from: number, to: number) {
  const accounts = new Set<number>();
  let contacts = 0;
  for (const source of dataset.records.values()) {
    if (source.kind !== 'intervention') continue;
    for (let account = 0; account + 1 < source.offsets.length; account++) {
      for (let i = source.offsets[account]!; i < source.offsets[account + 1]!; i++) {
        if (source.day[i]! < from || source.day[i]! > to) continue;
        contacts++;
        accounts.add(account);
      }
    }
  }
  return { contacts, accounts: accounts.size };
}

/**
 * Scores everybody in the population of one date, as a back-test would on it. What variants borrow is learnt from
 * outcomes up to that date alone, so that a seal of an earlier day does not know what came after it.
 */
export async function scoreForSeal(
  data: AnalysisData,
  input: DesignInput & { readonly asOf: number; readonly sealSettings: SealSettings },
  yieldNow: YieldNow,
): Promise<SealScores> {
  const { scorecard, asOf } = input;
  const knownThrough = data.knownThrough() ?? asOf;
  const seal = { asOf, settings: input.sealSettings };
  const settings = settingsOfSeal(seal, knownThrough);
  const panel = data.panel(settings);
  const measures = new Map(input.measures.map((measure) => [measure.id, measure]));
  const columns = await data.columns(measuresNeeded(scorecard, measures), measures, settings, yieldNow);
  const base = input.settings ?? proposeSettings(data, measures.keys(), measures);
  const learnt = base === null ? null : { ...base, knownThrough: Math.min(asOf, base.knownThrough) };
  const churned = await learnChurned(data, { ...input, settings: learnt }, yieldNow);
  const context = rowContext(data.dataset, panel, columns, churned);
  const scores = new LiveScorer(columns, panel.account.length, context).score(scorecard);
  const rows = Int32Array.from(panel.account.keys()).filter((r) => panel.label[r] !== OUTSIDE);
  const recorded = data.panel(settingsOfSeal(seal, END_OF_TIME));
  const last = asOf + settings.gapDays + settings.horizonDays;
  const outcomesRecorded = recorded.outcomeDay.filter(
    (day, r) => day <= last && recorded.label[r] !== OUTSIDE,
  ).length;
  const account = rows.map((r) => panel.account[r]!);
  return {
    knownThrough: data.knownThrough(),
    account,
    accountIds: Array.from(account, (a) => data.dataset.accountIds[a] ?? ''),
    tenths: Int16Array.from(rows, (r) => scores[r]!),
    outcomesRecorded,
  };
}

/** Figures of a seal with the outcomes known now; null while it is not mature. */
export function gradeFigures(data: AnalysisData, seal: SealRequest): SealFigures | null {
  return grade(data, seal)?.figures ?? null;
}

function grade(data: AnalysisData, seal: SealRequest): GradedSeal | null {
  const knownThrough = data.knownThrough();
  if (knownThrough === null) return null;
  const { dataset } = data;
  return gradeSeal(dataset.lives, dataset, { ...seal, bands: seal.scorecard.bands }, knownThrough);
}

type RowsRequest = SealRequest & {
  readonly cell: SealCell;
  readonly isGraded: boolean;
  readonly offset: number;
  readonly limit: number;
};

/** The accounts behind a number of a seal, those to call first ahead, unscored last. No outcome before it is graded. */
export function sealRows(data: AnalysisData, request: RowsRequest): ChannelOutput<'lifecycle.sealRows'> {
  const graded = request.isGraded ? grade(data, request) : null;
  const rows = [...sealedRows(data, request, graded), ...laterRows(data, graded)].filter((row) =>
    isInCell(row, request),
  );
  const sign = isHopedFor(request.settings.outcome) ? -1 : 1;
  rows.sort(
    (a, b) => Number(a.score === null) - Number(b.score === null) || sign * ((a.score ?? 0) - (b.score ?? 0)),
  );
  return { total: rows.length, rows: rows.slice(request.offset, request.offset + request.limit) };
}

function sealedRows({ dataset }: AnalysisData, seal: SealRequest, graded: GradedSeal | null): SealRow[] {
  const { bands } = seal.scorecard;
  const bandOf = bandOfScores(bands);
  return Array.from(seal.account, (account, i): SealRow => {
    const tenths = seal.tenths[i]!;
    const outcomeDay = graded?.outcomeDay[i] ?? NO_DAY;
    return {
      accountId: dataset.accountIds[account] ?? '',
      name: dataset.accountNames[account] ?? '',
      score: tenths === NOT_SCORED ? null : tenths / 10,
      bandId: tenths === NOT_SCORED ? null : bands[bandOf[tenths]!]!.id,
      state: graded?.states[i] ?? null,
      outcomeDay: outcomeDay === NO_DAY ? null : outcomeDay,
    };
  });
}

function laterRows({ dataset }: AnalysisData, graded: GradedSeal | null): SealRow[] {
  return (graded?.addedLater ?? []).map((account) => ({
    accountId: dataset.accountIds[account] ?? '',
    name: dataset.accountNames[account] ?? '',
    score: null,
    bandId: null,
    state: 'addedLater',
    outcomeDay: null,
  }));
}

function isInCell(row: SealRow, { cell, scorecard, settings }: RowsRequest): boolean {
  const counts = row.state === 'churned' || row.state === 'kept';
  const isAlarm = () => isAlarmBand(row.bandId, scorecard, settings);
  switch (cell.type) {
    case 'sealed':
      return row.state !== 'addedLater';
    case 'churned':
    case 'kept':
    case 'tooLate':
    case 'leftOut':
    case 'addedLater':
      return row.state === cell.type;
    case 'unscored':
      return row.score === null && row.state !== 'addedLater' && (row.state === null || counts);
    case 'unscoredChurned':
      return row.score === null && row.state === 'churned';
    case 'alarm':
      return counts && isAlarm();
    case 'caught':
      return row.state === 'churned' && isAlarm();
    case 'missed':
      return row.state === 'churned' && !isAlarm();
    case 'band':
      if (row.bandId !== cell.bandId || (row.state !== null && !counts)) return false;
      return !cell.churnedOnly || row.state === 'churned';
  }
}

/** For a hoped-for outcome the top band alone calls. */
function isAlarmBand(bandId: string | null, { bands }: Scorecard, { outcome }: SealSettings): boolean {
  if (isHopedFor(outcome)) return bandId !== null && bandId === bands[0]?.id;
  return bands.some((band) => band.id === bandId && band.alarm);
}
