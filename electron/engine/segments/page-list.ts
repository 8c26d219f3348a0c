import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';
import { overrideOn } from '../../../shared/scoring/overrides.ts';
import { patternCell } from '../../../shared/scoring/patterns.ts';
import { coverageShares } from '../../../shared/scoring/score-account.ts';
import { assignVariants, variantCard } from '../../../shared/scoring/variants.ts';
import { matchesConditions } from '../../../shared/segments/match-conditions.ts';
import { matchesSearch } from '../data/find-accounts.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import { bandIdOf, patternsOf, scoreRow } from '../scores/describe-account.ts';
import { type DatedScores, scoreDates } from '../scores/score-date.ts';
import type { ComputeRequests, DesignInput } from '../workers/compute-protocol.ts';

type Input = ComputeRequests['lists.page']['input'];
type ListPage = ChannelOutput<'lists.page'>;
type ListRow = ListPage['rows'][number];

/** Days between a score and the one that its change is measured against. */
const CHANGE_DAYS = 28;
const REASONS = 3;

/** The accounts of a list in order, as panel rows, with the scores and bands all its pages use. */
interface OrderedList {
  readonly rows: readonly number[];
  readonly dated: DatedScores;
  /** Score in tenths by account four weeks earlier, NOT_SCORED where none. */
  readonly before: Int16Array;
  readonly bandCounts: ListPage['bandCounts'];
}

/** One page of the accounts under contract as of a date that meet the conditions, sorted; with counts per band. */
export async function pageList(data: AnalysisData, input: Input, yieldNow: YieldNow): Promise<ListPage> {
  const { offset, limit, attributes: _, ...query } = input;
  const list = await data.orderedList(JSON.stringify(query), () => orderList(data, input, yieldNow));
  return {
    total: list.rows.length,
    bandCounts: list.bandCounts,
    rows: list.rows.slice(offset, offset + limit).map((row) => toListRow(data, input, list, row)),
  };
}

async function orderList(data: AnalysisData, input: Input, yieldNow: YieldNow): Promise<OrderedList> {
  const dated = await scoreDates(data, input, [input.asOf - CHANGE_DAYS, input.asOf], yieldNow);
  const { panel, scores } = dated;
  const before = new Int16Array(data.dataset.accountIds.length).fill(NOT_SCORED);
  panel.account.forEach((account, r) => {
    if (panel.asOf[r] !== input.asOf) before[account] = scores[r]!;
  });
  const rows = selectRows(data, input, dated);
  await yieldNow();
  const ordered = sortRows(data, input, { dated, before }, rows);
  return { rows: ordered, dated, before, bandCounts: countBands(input, dated, rows) };
}

function selectRows(data: AnalysisData, input: Input, { panel, scores, columns }: DatedScores): number[] {
  const attributeOf = data.attributesOn(input.asOf);
  const search = input.search.trim().toLowerCase();
  const bandOf = bandIdByTenths(input.scorecard);
  const rows: number[] = [];
  for (let r = 0; r < panel.account.length; r++) {
    if (panel.asOf[r] !== input.asOf) continue;
    const account = panel.account[r]!;
    const tenths = scores[r]!;
    const subject = {
      score: tenths === NOT_SCORED ? null : tenths / 10,
      bandId: tenths === NOT_SCORED ? null : bandOf[tenths]!,
      attribute: (name: string) => attributeOf(name, account),
      patternCell: (patternId: string) => {
        const pattern = input.scorecard.patterns?.find(({ id }) => id === patternId);
        return pattern === undefined
          ? null
          : patternCell(pattern, (id) => columns.get(id)?.[r] ?? Number.NaN);
      },
    };
    if (!matchesConditions(input.conditions, subject)) continue;
    if (matchesSearch(data.dataset, account, search)) rows.push(r);
  }
  return rows;
}

function countBands(input: Input, { scores }: DatedScores, rows: readonly number[]): ListPage['bandCounts'] {
  const bandOf = bandIdByTenths(input.scorecard);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const band = scores[row] === NOT_SCORED ? '' : bandOf[scores[row]!]!;
    counts.set(band, (counts.get(band) ?? 0) + 1);
  }
  return [...input.scorecard.bands.map((band) => band.id), ''].map((bandId) => ({
    bandId,
    accounts: counts.get(bandId) ?? 0,
  }));
}

function bandIdByTenths({ bands }: DesignInput['scorecard']): string[] {
  return Array.from(bandOfScores(bands), (band) => bands[band]!.id);
}

function changeOf({ dated, before }: Pick<OrderedList, 'dated' | 'before'>, row: number): number | null {
  const now = dated.scores[row]!;
  const earlier = before[dated.panel.account[row]!]!;
  return now === NOT_SCORED || earlier === NOT_SCORED ? null : (now - earlier) / 10;
}

/** In the order asked for; missing values last in both directions, ties by account id in code unit order. */
function sortRows(
  data: AnalysisData,
  input: Input,
  list: Pick<OrderedList, 'dated' | 'before'>,
  rows: readonly number[],
): number[] {
  const { dataset } = data;
  const { panel, scores } = list.dated;
  const { sort } = input;
  const attributeOf = data.attributesOn(input.asOf);
  const coverageAt = coverageByRow(input, list.dated);
  const idOf = (row: number) => dataset.accountIds[panel.account[row]!] ?? '';
  const keyOf = (row: number): string | number | null => {
    switch (sort.key) {
      case 'accountId':
        return idOf(row);
      case 'name':
        return dataset.accountNames[panel.account[row]!] ?? '';
      case 'score':
        return scores[row] === NOT_SCORED ? null : scores[row]!;
      case 'change':
        return changeOf(list, row);
      case 'coverage':
        return coverageAt(row);
      case 'attribute':
        return sortableText(attributeOf(sort.attribute, panel.account[row]!));
    }
  };
  const sign = sort.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row), id: idOf(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null)
        return Number(a.key === null) - Number(b.key === null) || compare(a.id, b.id);
      return sign * compare(a.key, b.key) || compare(a.id, b.id);
    })
    .map((entry) => entry.row);
}

/** Present share of the weight of a panel row, 0–1, in its variant's groups; the same as `scoreAccount` gives. */
function coverageByRow({ scorecard }: DesignInput, dated: DatedScores): (row: number) => number {
  const { variants = [] } = scorecard;
  const { of } = assignVariants(variants, dated.context.subjects);
  const coverages = [scorecard, ...variants.map((variant) => variantCard(scorecard, variant))].map((card) =>
    coverageIn(card, dated),
  );
  return (row) => coverages[of[row]!]!(row);
}

function coverageIn(scorecard: DesignInput['scorecard'], { columns }: DatedScores): (row: number) => number {
  const shares = coverageShares(scorecard);
  const parts = scorecard.groups
    .flatMap((group) => group.measures)
    .map((measure, m) => ({ column: columns.get(measure.measureId), share: shares[m] ?? 0 }));
  if (!shares.some((share) => share > 0)) return () => 0;
  return (row) => {
    let missing = 0;
    for (const { column, share } of parts) if (Number.isNaN(column?.[row] ?? Number.NaN)) missing += share;
    return Math.min(1, Math.max(0, 1 - missing));
  };
}

/** Numbers sort as numbers; texts by code point, after all numbers. */
function compare(a: string | number, b: string | number): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function sortableText(text: string | undefined): string | number | null {
  if (text === undefined) return null;
  const number = Number(text.replaceAll(',', ''));
  return text.trim() !== '' && Number.isFinite(number) ? number : text;
}

function toListRow(data: AnalysisData, input: Input, list: OrderedList, row: number): ListRow {
  const { dataset } = data;
  const { panel, scores } = list.dated;
  const attributeOf = data.attributesOn(input.asOf);
  const account = panel.account[row]!;
  const score = scores[row] === NOT_SCORED ? null : scores[row]! / 10;
  const detail = scoreRow(input.scorecard, list.dated, row);
  const override = overrideOn(input.scorecard, dataset.accountIds[account] ?? '', input.asOf);
  const reasons = detail.contributions
    .filter((part) => score !== null && part.lostPoints > 0)
    .sort((a, b) => b.lostPoints - a.lostPoints)
    .slice(0, REASONS);
  return {
    accountId: dataset.accountIds[account] ?? '',
    name: dataset.accountNames[account] ?? '',
    score,
    bandId: bandIdOf(input.scorecard, score),
    change: changeOf(list, row),
    coverage: detail.coverage,
    reasons: reasons.map(({ measureId, lostPoints }) => ({ measureId, lostPoints })),
    attributes: input.attributes.map((name) => attributeOf(name, account) ?? ''),
    ...patternsOf(input.scorecard, list.dated, row),
    ...(override !== null && { override }),
  };
}
