import { formatDay } from '../csv/calendar.ts';
import type { CsvCell } from '../csv/write-csv.ts';
import type { ChannelOutput } from '../ipc/contract.ts';
import type { Measure } from '../schemas/measure.ts';
import type { Scorecard } from '../schemas/scorecard.ts';
import { patternCellName } from '../scoring/patterns.ts';

export type ListRow = ChannelOutput<'lists.page'>['rows'][number];

/** What a list is written with: its rows, and the design and date they were scored by. */
export interface ListTableInput {
  readonly rows: readonly ListRow[];
  readonly scorecard: Scorecard;
  readonly measures: readonly Measure[];
  /** Names of the attribute columns, in the order of each row's `attributes`. */
  readonly attributes: readonly string[];
  readonly asOf: number;
  /** Hash of the design; its first 12 characters are written. Empty where it is not known yet. */
  readonly designHash: string;
  readonly language: 'ja' | 'en';
}

/** Headers and one array of cells per row. */
export interface ListTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

const REASONS = 3;
const HASH_LENGTH = 12;

/**
 * A list as the exported file and its preview show it: account, name, score, band (symbol and label), change over four
 * weeks, the three measures that cost most points, next action and owner of the band, scorecard, design, as-of date
 * (2024-06-30), per pattern its cell with action and owner, chosen attributes. Headers are in the given language. Numbers are numbers; missing ones are null.
 * An account that is not scored has no score, band, change, action and owner, and no reasons.
 */
export function buildListTable(input: ListTableInput): ListTable {
  const words = headerWords[input.language];
  const bands = new Map(input.scorecard.bands.map((band) => [band.id, band]));
  const names = new Map(input.measures.map((measure) => [measure.id, measure.name]));
  const asOf = formatDay(input.asOf);
  const design = input.designHash.slice(0, HASH_LENGTH);
  return {
    headers: [...words, ...patternHeaders(input), ...input.attributes],
    rows: input.rows.map((row) => {
      const band = row.bandId === null ? undefined : bands.get(row.bandId);
      const reasons = row.score === null ? [] : row.reasons;
      return [
        cellOfText(row.accountId),
        cellOfText(row.name),
        row.score,
        band === undefined ? null : bandText(band),
        row.change,
        ...Array.from({ length: REASONS }, (_, i) => reasonText(reasons[i], names)),
        band?.action ?? null,
        band?.owner ?? null,
        input.scorecard.name,
        design,
        asOf,
        ...patternCellsOf(input, row, names),
        ...input.attributes.map((_, i) => cellOfText(row.attributes[i] ?? '')),
      ];
    }),
  };
}

/** Per pattern: its cell, and the cell's own action and owner. */
function patternHeaders({ scorecard, language }: ListTableInput): string[] {
  const { action, owner } = patternHeaderWords[language];
  return (scorecard.patterns ?? []).flatMap(({ name }) => [name, `${name}: ${action}`, `${name}: ${owner}`]);
}

function patternCellsOf(
  { scorecard }: ListTableInput,
  row: ListRow,
  names: ReadonlyMap<string, string>,
): CsvCell[] {
  return (scorecard.patterns ?? []).flatMap((pattern, p): CsvCell[] => {
    const cell = row.patterns?.[p] ?? null;
    if (cell === null) return [null, null, null];
    const name = patternCellName(pattern, cell, (id) => names.get(id) ?? id);
    return [name, pattern.cells[cell]?.action ?? null, pattern.cells[cell]?.owner ?? null];
  });
}

/** A band as text: symbol and label, or the label alone where the symbol says the same or is missing. */
export function bandText(band: { readonly symbol: string; readonly label: string }): string {
  return band.symbol === '' || band.symbol === band.label ? band.label : `${band.symbol} ${band.label}`;
}

/** Points as written in reasons: one decimal at most, a true minus sign, "−23", "−0.4". */
export function lostPointsText(lostPoints: number): string {
  return `−${Math.round(lostPoints * 10) / 10}`;
}

const patternHeaderWords = {
  ja: { action: 'アクション', owner: '担当' },
  en: { action: 'action', owner: 'owner' },
} as const;

const headerWords = {
  ja: [
    '顧客ID',
    '顧客名',
    'ヘルススコア',
    'ランク',
    '変化 (4週間)',
    '理由1',
    '理由2',
    '理由3',
    'ネクストアクション',
    '担当',
    'スコアカード',
    '設計の識別子',
    '基準日',
  ],
  en: [
    'Account id',
    'Account',
    'Health score',
    'Band',
    'Change (4 weeks)',
    'Reason 1',
    'Reason 2',
    'Reason 3',
    'Next action',
    'Owner',
    'Scorecard',
    'Design hash',
    'As of',
  ],
} as const;

/** A text that is a plain number ("-5", "1200.5") is written as one; "007" or "1,200" stay text. */
function cellOfText(text: string): CsvCell {
  const number = Number(text);
  return Number.isFinite(number) && String(number) === text ? number : text;
}

function reasonText(reason: ListRow['reasons'][number] | undefined, names: ReadonlyMap<string, string>) {
  if (reason === undefined) return null;
  return `${names.get(reason.measureId) ?? reason.measureId} ${lostPointsText(reason.lostPoints)}`;
}
