import { type DrillInput, drillRows, labelOf } from '../../../shared/backtest/drill-rows.ts';
import { linkRows } from '../../../shared/backtest/link-rows.ts';
import { rowsWithoutSign } from '../../../shared/backtest/miss-causes.ts';
import type { ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { NO_DAY } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { DrillCell, Linked } from '../../../shared/schemas/drill-down.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import type { LabRequest } from '../workers/compute-protocol.ts';
import { missInput, prepareLab } from './compute-lab.ts';

type RowsQuery = Pick<ChannelPayload<'backtests.rows'>, 'window' | 'cell' | 'offset' | 'limit'>;
type LinkQuery = Pick<ChannelPayload<'backtests.linked'>, 'window' | 'cell'>;
type DrillPage = ChannelOutput<'backtests.rows'>;
type DrillRow = DrillPage['rows'][number];

/** The accounts behind one number of a back-test, those to call first ahead, unscored last. */
export async function pageRows(
  data: AnalysisData,
  request: LabRequest & RowsQuery,
  yieldNow: YieldNow,
): Promise<DrillPage> {
  const asOf = noticesAsked(request.cell);
  if (asOf !== undefined) return pageNotices(data, request, asOf);
  const input = await scoredRun(data, request, yieldNow);
  const { panel, scores } = input;
  const rows = await selectCell(data, request, input, yieldNow);
  const order = (r: number) => (scores[r] === NOT_SCORED ? 2000 : scores[r]!);
  rows.sort((a, b) => order(a) - order(b) || a - b);
  return {
    total: rows.length,
    distinctAccounts: new Set(rows.map((r) => panel.account[r])).size,
    rows: rows
      .slice(request.offset, request.offset + request.limit)
      .map((r) => toDrillRow(data, input, request.settings, r)),
  };
}

/** The rows behind one mark, seen in every other chart. */
export async function linkCell(
  data: AnalysisData,
  request: LabRequest & LinkQuery,
  yieldNow: YieldNow,
): Promise<Linked> {
  const input = await scoredRun(data, request, yieldNow);
  const linked = linkRows(input, await selectCell(data, request, input, yieldNow));
  return isHopedFor(request.settings.outcome) ? { ...linked, bands: linked.bands.toReversed() } : linked;
}

/** A run's scored rows, kept while it is looked at: the next number or mark needs no new replay. */
function scoredRun(data: AnalysisData, request: LabRequest, yieldNow: YieldNow): Promise<DrillInput> {
  const { scorecard, measures, settings } = request;
  const key = `rows ${JSON.stringify([scorecard, measures, settings])}`;
  return data.orderedList(key, async () => {
    const { lab } = await prepareLab(data, { scorecard, measures, settings }, yieldNow);
    return { ...lab, lives: data.dataset.lives, capacityPerAsOf: settings.capacityPerAsOf };
  });
}

async function selectCell(
  data: AnalysisData,
  request: LabRequest & LinkQuery,
  input: DrillInput,
  yieldNow: YieldNow,
): Promise<number[]> {
  const { cell, window } = request;
  if (cell.type !== 'withoutSign') return drillRows(input, window, cell);
  return rowsWithoutSign(data.dataset.lives, await missInput(data, request, input, yieldNow), cell.which);
}

/** The as-of date whose notices are asked for; null = all dates, undefined = none. */
function noticesAsked(cell: DrillCell): number | null | undefined {
  if (cell.type === 'snapshot' && cell.which === 'notice') return cell.asOf;
  return cell.type === 'leftOut' && cell.which === 'notice' ? null : undefined;
}

/** Accounts left out of an as-of date, or of each of them, because their notice was known by then. */
function pageNotices(data: AnalysisData, request: LabRequest & RowsQuery, asOf: number | null): DrillPage {
  const { lives, accountIds, accountNames } = data.dataset;
  const { asOfDays, noticed } = data.panel(request.settings);
  const rows: DrillRow[] = [];
  for (const [s, day] of asOfDays.entries()) {
    if (asOf !== null && day !== asOf) continue;
    for (const life of noticed[s]!) {
      const account = lives.account[life]!;
      const noticeDay = lives.noticeDay[life]!;
      rows.push({
        accountId: accountIds[account] ?? '',
        name: accountNames[account] ?? '',
        asOf: day,
        score: null,
        bandId: null,
        label: 'notice',
        outcomeDay: noticeDay === NO_DAY ? null : noticeDay,
      });
    }
  }
  return {
    total: rows.length,
    distinctAccounts: new Set(rows.map((row) => row.accountId)).size,
    rows: rows.slice(request.offset, request.offset + request.limit),
  };
}

function toDrillRow(
  { dataset }: AnalysisData,
  input: DrillInput,
  { outcome }: BacktestSettings,
  r: number,
): DrillRow {
  const { panel, scores, bands } = input;
  const score = scores[r]!;
  const isScored = score !== NOT_SCORED;
  const outcomeDay = panel.outcomeDay[r]!;
  return {
    accountId: dataset.accountIds[panel.account[r]!] ?? '',
    name: dataset.accountNames[panel.account[r]!] ?? '',
    asOf: panel.asOf[r]!,
    score: isScored ? (isHopedFor(outcome) ? 1000 - score : score) / 10 : null,
    bandId: isScored ? (bands[bandOfScores(bands)[score]!]?.id ?? null) : null,
    label: labelOf(input, r),
    outcomeDay: outcomeDay === NO_DAY ? null : outcomeDay,
  };
}
