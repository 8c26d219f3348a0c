import {
  type AccountDay,
  largestPart,
  scoreWithoutGaps,
  splitChange,
} from '../../../shared/lifecycle/split-change.ts';
import type { Dataset } from '../../../shared/measures/dataset.ts';
import { type Split, type SplitPart, type SplitRow, splitParts } from '../../../shared/schemas/lifecycle.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';
import { scoreAccount } from '../../../shared/scoring/score-account.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import { explainMove } from '../scores/explain-move.ts';
import { type DatedScores, scoreDates } from '../scores/score-date.ts';
import type { DesignInput } from '../workers/compute-protocol.ts';

/** One end of a change: a design on a day; `sealed` = what it said then, as stored. */
export interface SplitEnd {
  readonly scorecard: Scorecard;
  readonly measures: readonly Measure[];
  readonly asOf: number;
  readonly sealed: { readonly account: Int32Array; readonly tenths: Int16Array } | null;
}

export interface SplitRequest {
  readonly before: SplitEnd;
  readonly after: SplitEnd;
  readonly settings: DesignInput['settings'];
}

const ROWS_SHOWN = 500;
const ROWS_PER_SLICE = 500;

/**
 * Takes each account's change of score apart, in integers: what the old design says of the old day now (restated data),
 * of the new values alone (behaviour), with values that came or went (missing), and the new design (configuration).
 */
export async function computeSplit(
  data: AnalysisData,
  { before, after, settings = null }: SplitRequest,
  yieldNow: YieldNow,
): Promise<Split> {
  const withSettings = ({ scorecard, measures }: SplitEnd) => ({ scorecard, measures, settings });
  const days = [...new Set([before.asOf, after.asOf])];
  const old = byDay(await scoreDates(data, withSettings(before), days, yieldNow));
  const fresh = byDay(await scoreDates(data, withSettings(after), [after.asOf], yieldNow));
  const said = before.sealed === null ? null : saidBy(before.sealed);
  const rows: SplitAccount[] = [];
  let [onlyBefore, onlyAfter] = [0, 0];
  const total = data.dataset.accountIds.length;
  for (let account = 0; account < total; account++) {
    if (account % ROWS_PER_SLICE === 0) await yieldNow({ done: account, total });
    const oldThen = old(account, before.asOf);
    const first = said === null ? (oldThen?.tenths ?? null) : (said.get(account) ?? null);
    const last = fresh(account, after.asOf)?.tenths ?? null;
    if (first === null || last === null) {
      if (first !== null) onlyBefore++;
      if (last !== null) onlyAfter++;
      continue;
    }
    const oldNow = old(account, after.asOf);
    const isBoth = oldThen !== null && oldNow !== null;
    const tenths = splitChange({
      said: first,
      before: oldThen?.tenths ?? null,
      sameData: isBoth ? scoreWithoutGaps(before.scorecard, oldThen, oldNow) : null,
      newData: oldNow?.tenths ?? null,
      after: last,
    });
    const ends = { first, last, bands: [before.scorecard.bands, after.scorecard.bands] as const };
    rows.push({ ...toRow(data.dataset, account, ends, tenths), account, tenths });
  }
  const shown = rows
    .filter((row) => row.before !== row.after || row.bandBefore !== row.bandAfter)
    .sort(inOrder)
    .slice(0, ROWS_SHOWN)
    .map(({ tenths: _, account, ...row }) => {
      const [oldThen, freshNow] = [old(account, before.asOf), fresh(account, after.asOf)];
      return { ...row, reason: reasonOf({ before, oldThen }, { after, freshNow }) };
    });
  return { ...summarise(rows, before, after), onlyBefore, onlyAfter, rows: shown };
}

/** An account of both sides, its parts in tenths. */
type SplitAccount = Omit<SplitRow, 'reason'> & {
  readonly account: number;
  readonly tenths: Record<SplitPart, number> | null;
};

function summarise(
  rows: readonly SplitAccount[],
  before: SplitEnd,
  after: SplitEnd,
): Omit<Split, 'onlyBefore' | 'onlyAfter' | 'rows'> {
  return {
    asOfBefore: before.asOf,
    asOfAfter: after.asOf,
    accounts: rows.length,
    changed: rows.filter((row) => row.before !== row.after).length,
    bandChanged: rows.filter((row) => row.bandBefore !== row.bandAfter).length,
    notSplit: rows.filter((row) => row.parts === null).length,
    totals: splitParts.map((part) => totalOf(part, rows)),
    scorecardBefore: before.scorecard,
    scorecardAfter: after.scorecard,
    measureNames: namesOf([...before.measures, ...after.measures]),
  };
}

type DayOf = (account: number, asOf: number) => (AccountDay & { readonly tenths: number | null }) | null;

/** An account's score, values and surroundings on one of the days; null where it is not in the population. */
function byDay({ panel, columns, scores, contextAt }: DatedScores): DayOf {
  const rowOf = new Map<string, number>();
  panel.account.forEach((account, r) => {
    rowOf.set(`${account} ${panel.asOf[r]}`, r);
  });
  const kept = scores.slice();
  return (account, asOf) => {
    const row = rowOf.get(`${account} ${asOf}`);
    if (row === undefined) return null;
    return {
      tenths: kept[row] === NOT_SCORED ? null : kept[row]!,
      valueFor: (id) => columns.get(id)?.[row] ?? Number.NaN,
      context: contextAt(row),
    };
  };
}

/** What moved an account, from both its scores in full; null where one of them can't be told. */
function reasonOf(
  { before, oldThen }: { readonly before: SplitEnd; readonly oldThen: ReturnType<DayOf> },
  { after, freshNow }: { readonly after: SplitEnd; readonly freshNow: ReturnType<DayOf> },
): SplitRow['reason'] {
  if (oldThen === null || freshNow === null) return null;
  const scored = ({ scorecard }: SplitEnd, { valueFor, context }: AccountDay) => ({
    scorecard,
    score: scoreAccount(scorecard, valueFor, context),
  });
  return explainMove(scored(before, oldThen), scored(after, freshNow));
}

function namesOf(measures: readonly Measure[]): Split['measureNames'] {
  const names = new Map(measures.map(({ id, name }) => [id, name]));
  return [...names].map(([id, name]) => ({ id, name }));
}

function saidBy({ account, tenths }: NonNullable<SplitEnd['sealed']>): Map<number, number> {
  const said = new Map<number, number>();
  account.forEach((a, i) => {
    if (tenths[i] !== NOT_SCORED) said.set(a, tenths[i]!);
  });
  return said;
}

function toRow(
  { accountIds, accountNames }: Pick<Dataset, 'accountIds' | 'accountNames'>,
  account: number,
  {
    first,
    last,
    bands,
  }: {
    readonly first: number;
    readonly last: number;
    readonly bands: readonly [Scorecard['bands'], Scorecard['bands']];
  },
  tenths: Record<SplitPart, number> | null,
): Omit<SplitRow, 'reason'> {
  const bandId = (side: 0 | 1, score: number) => bands[side][bandOfScores(bands[side])[score]!]!.id;
  return {
    accountId: accountIds[account] ?? '',
    name: accountNames[account] ?? '',
    before: first / 10,
    after: last / 10,
    bandBefore: bandId(0, first),
    bandAfter: bandId(1, last),
    parts:
      tenths === null
        ? null
        : {
            restated: tenths.restated / 10,
            behaviour: tenths.behaviour / 10,
            missing: tenths.missing / 10,
            configuration: tenths.configuration / 10,
          },
    mostly: tenths === null ? null : largestPart(tenths),
  };
}

function totalOf(part: SplitPart, rows: readonly SplitAccount[]): Split['totals'][number] {
  let [gained, lost, mostly] = [0, 0, 0];
  for (const row of rows) {
    const change = row.tenths?.[part] ?? 0;
    if (change > 0) gained += change;
    else lost += change;
    if (row.mostly === part) mostly++;
  }
  return { part, gained: gained / 10, lost: lost / 10, mostly };
}

/** Those in another band first, then the largest change, then by id. */
function inOrder(a: SplitAccount, b: SplitAccount): number {
  const isMove = (row: SplitAccount) => Number(row.bandBefore !== row.bandAfter);
  const size = (row: SplitAccount) => Math.abs(row.after - row.before);
  return isMove(b) - isMove(a) || size(b) - size(a) || (a.accountId < b.accountId ? -1 : 1);
}
