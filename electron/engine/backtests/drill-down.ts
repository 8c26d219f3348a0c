import { KEPT, PENDING, POSITIVE, TOO_LATE } from '../../../shared/backtest/build-panel.ts';
import { rowsOfWindow } from '../../../shared/backtest/choose-split.ts';
import type { Replay } from '../../../shared/backtest/replay.ts';
import { decisionRows } from '../../../shared/backtest/window-figures.ts';
import { selectRows } from '../../../shared/backtest/window-rows.ts';
import type { ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { NO_DAY } from '../../../shared/measures/dataset.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';
import type { AnalysisData } from '../measures/analysis-data.ts';

type Query = Pick<ChannelPayload<'backtests.rows'>, 'window' | 'cell' | 'offset' | 'limit'>;
type Cell = Query['cell'];
type DrillRow = ChannelOutput<'backtests.rows'>['rows'][number];

const labelNames = {
  [KEPT]: 'kept',
  [POSITIVE]: 'positive',
  [TOO_LATE]: 'tooLate',
  [PENDING]: 'pending',
} as const;

/** The accounts behind one number of a back-test, lowest score first, unscored last. */
export function pageRows(
  data: AnalysisData,
  result: Replay,
  scorecard: Scorecard,
  query: Query,
): ChannelOutput<'backtests.rows'> {
  if (query.cell.type === 'snapshot' && query.cell.which === 'notice') {
    return pageNotices(data, query.cell.asOf, query);
  }
  const rows = selectCell(result, scorecard, query);
  const order = (r: number) => (result.scores[r] === NOT_SCORED ? 2000 : result.scores[r]!);
  rows.sort((a, b) => order(a) - order(b) || a - b);
  const { panel } = result;
  return {
    total: rows.length,
    distinctAccounts: new Set(rows.map((r) => panel.account[r])).size,
    rows: rows
      .slice(query.offset, query.offset + query.limit)
      .map((r) => toDrillRow(data, result, scorecard, r)),
  };
}

function selectCell(result: Replay, scorecard: Scorecard, { window, cell }: Query): number[] {
  const { panel, scores, windows } = result;
  if (cell.type === 'snapshot') return selectSnapshot(result, cell);
  const wanted = window === 'all' ? (['design', 'test', 'all'] as const) : ([window, 'all'] as const);
  const row = rowsOfWindow(panel, windows, wanted);
  if (cell.type === 'churners') {
    return decisionRows(panel, selectRows(panel, row)).filter((r) => isChurnerWanted(scores[r]!, cell));
  }
  if (cell.type === 'band') {
    const bandOf = bandOfScores(scorecard.bands);
    return Array.from(row).filter((r) => {
      if (scores[r] === NOT_SCORED || scorecard.bands[bandOf[scores[r]!]!]?.id !== cell.bandId) return false;
      return cell.label === 'both' || (panel.label[r] === POSITIVE) === (cell.label === 'positive');
    });
  }
  if (cell.type === 'accounts') return selectAccounts(result, row, cell);
  const bound = Math.round(cell.threshold * 10);
  return Array.from(row).filter((r) => {
    if (scores[r] === NOT_SCORED) return false;
    const isAlarm = scores[r]! < bound;
    return cellOf(isAlarm, panel.label[r] === POSITIVE) === cell.cell;
  });
}

function cellOf(isAlarm: boolean, isPositive: boolean) {
  if (isPositive) return isAlarm ? 'caught' : 'missed';
  return isAlarm ? 'falseAlarm' : 'healthy';
}

function isChurnerWanted(score: number, cell: Extract<Cell, { type: 'churners' }>): boolean {
  const isScored = score !== NOT_SCORED;
  const isAlarm = isScored && cell.threshold !== null && score < Math.round(cell.threshold * 10);
  switch (cell.which) {
    case 'all':
      return true;
    case 'unscored':
      return !isScored;
    case 'caught':
      return isAlarm;
    case 'missed':
      return !isAlarm;
  }
}

/** The lowest scored row of each account that was ever below the threshold; kept = no outcome in sight of any row. */
function selectAccounts(
  { panel, scores }: Replay,
  rows: Int32Array,
  { threshold, which }: Extract<Cell, { type: 'accounts' }>,
): number[] {
  const lowest = new Map<number, number>();
  const ended = new Set<number>();
  for (const r of rows) {
    if (scores[r] === NOT_SCORED) continue;
    const account = panel.account[r]!;
    const before = lowest.get(account);
    if (before === undefined || scores[r]! < scores[before]!) lowest.set(account, r);
    if (panel.label[r] === POSITIVE || panel.outcomeDay[r] !== NO_DAY) ended.add(account);
  }
  const bound = Math.round(threshold * 10);
  return [...lowest]
    .filter(([account, r]) => scores[r]! < bound && (which === 'contacted' || !ended.has(account)))
    .map(([, r]) => r);
}

function selectSnapshot(result: Replay, cell: Extract<Cell, { type: 'snapshot' }>): number[] {
  const { panel, scores } = result;
  const snapshot = panel.asOfDays.indexOf(cell.asOf);
  const rows: number[] = [];
  for (let r = 0; r < panel.account.length; r++) {
    if (panel.snapshot[r] !== snapshot) continue;
    const label = labelNames[panel.label[r] as keyof typeof labelNames];
    const isWanted =
      cell.which === 'eligible' ||
      cell.which === label ||
      (cell.which === 'unscored' && scores[r] === NOT_SCORED);
    if (isWanted) rows.push(r);
  }
  return rows;
}

/** Accounts left out of an as-of date because their notice was known by then. */
function pageNotices(data: AnalysisData, asOf: number, query: Query): ChannelOutput<'backtests.rows'> {
  const { lives } = data.dataset;
  const rows: DrillRow[] = [];
  lives.account.forEach((account, life) => {
    const isOut =
      lives.startDay[life]! <= asOf && lives.endDay[life]! > asOf && lives.noticeDay[life]! <= asOf;
    if (!isOut) return;
    rows.push({
      accountId: data.dataset.accountIds[account] ?? '',
      name: data.dataset.accountNames[account] ?? '',
      asOf,
      score: null,
      bandId: null,
      label: 'notice',
      outcomeDay: lives.noticeDay[life]!,
    });
  });
  return {
    total: rows.length,
    distinctAccounts: new Set(rows.map((row) => row.accountId)).size,
    rows: rows.slice(query.offset, query.offset + query.limit),
  };
}

function toDrillRow(data: AnalysisData, result: Replay, scorecard: Scorecard, r: number): DrillRow {
  const { panel } = result;
  const score = result.scores[r]!;
  const isScored = score !== NOT_SCORED;
  const outcomeDay = panel.outcomeDay[r]!;
  return {
    accountId: data.dataset.accountIds[panel.account[r]!] ?? '',
    name: data.dataset.accountNames[panel.account[r]!] ?? '',
    asOf: panel.asOf[r]!,
    score: isScored ? score / 10 : null,
    bandId: isScored ? (scorecard.bands[bandOfScores(scorecard.bands)[score]!]?.id ?? null) : null,
    label: labelNames[panel.label[r] as keyof typeof labelNames],
    outcomeDay: outcomeDay === NO_DAY ? null : outcomeDay,
  };
}
