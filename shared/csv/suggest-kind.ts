import type { FileKind } from '../schemas/import-plan.ts';
import { nameScore, plainName } from './column-names.ts';
import { outcomeShare } from './outcome-words.ts';
import type { ColumnProfile } from './profile-column.ts';
import { scoreFurtherKinds } from './suggest-further-kinds.ts';

/** Columns sorted by what they hold; `dates` are those whose texts are dates and whose names do not deny it. */
export interface SortedColumns {
  readonly accountId: ColumnProfile | null;
  readonly dates: readonly ColumnProfile[];
  /** Neither the account nor a date, and not empty. */
  readonly others: readonly ColumnProfile[];
}

export interface KindGuess {
  readonly kind: FileKind;
  /** 0–1. */
  readonly confidence: number;
}

/**
 * Which kind of file the columns make: one row per account → accounts; a churn date in every row → outcomes; account,
 * date and numbers → metrics (long when a column names the metric); account, date and texts → records.
 * The file's name decides where the columns leave it open.
 */
export function suggestKind(columns: SortedColumns, fileName: string): KindGuess {
  const scores = scoreKinds(columns, plainName(fileName.replace(/\.[a-z]+$/i, '')));
  const ordered = (Object.entries(scores) as [FileKind, number][]).sort((a, b) => b[1] - a[1]);
  const [best, second] = [ordered[0]!, ordered[1]!];
  const clear = Math.min(1, 0.5 + (best[1] - second[1]));
  return { kind: best[0], confidence: Math.max(0, Math.min(1, best[1])) * clear };
}

function scoreKinds(columns: SortedColumns, file: string): Record<FileKind, number> {
  const { accountId, dates, others } = columns;
  const share =
    accountId === null || accountId.filled === 0 ? 0 : accountId.distinct.length / accountId.filled;
  const unique = share === 1;
  const starts = dates.some((column) => nameScore(column.name, 'startOn') >= 0.7);
  // Customers who came back, and slips, name some accounts twice in a list of contracts.
  const closes = dates.some((column) => nameScore(column.name, 'closedOn') > 0);
  const listed = unique || (starts && !closes && share >= mostlyOnce);
  const series = accountId !== null && dates.length > 0 && !(listed && starts);
  return {
    accounts: scoreAccounts({ listed, starts, dated: dates.length > 0, others, file }),
    outcomes: starts ? 0 : scoreOutcomes(columns, file),
    metricsLong: series ? scoreLong(others) : 0,
    metricsWide: series ? scoreWide(others, unique) : 0,
    records: series ? scoreRecords(columns, file) : 0,
    ...scoreFurtherKinds(columns, file, { unique, series }),
  };
}

/** Least share of different ids among the rows of an accounts file. */
const mostlyOnce = 0.5;

interface AccountClues {
  readonly listed: boolean;
  readonly starts: boolean;
  readonly dated: boolean;
  readonly others: readonly ColumnProfile[];
  readonly file: string;
}

function scoreAccounts({ listed, starts, dated, others, file }: AccountClues): number {
  const named = others.some((column) => nameScore(column.name, 'accountName') >= 0.7);
  const hinted = /account|customer|client|subscription|contract|顧客|契約|企業/.test(file);
  return (
    (listed ? 0.5 : -0.2) +
    (starts ? 0.4 : 0) +
    (dated ? 0 : 0.4) +
    (named ? 0.1 : 0) +
    (hinted && (starts || !dated) ? 0.2 : 0)
  );
}

function scoreOutcomes({ accountId, dates, others }: SortedColumns, file: string): number {
  if (accountId === null) return 0;
  const ends = dates.some((column) => nameScore(column.name, 'endOn') >= 0.7 && column.filledShare >= 0.95);
  const kinds = dates.length > 0 && others.some((column) => outcomeShare(column.distinct) >= 0.8);
  if (!ends && !kinds) return 0;
  const measures = others.filter(isMetric).length;
  const hinted = /churn|outcome|cancel|renewal|解約|結果|更新/.test(file);
  return (ends ? 0.6 : 0) + (kinds ? 0.7 : 0) + (hinted ? 0.2 : 0) - 0.2 * Math.max(0, measures - 1);
}

function scoreLong(others: readonly ColumnProfile[]): number {
  const numbers = others.filter(isMetric);
  const texts = others.filter((column) => !isMetric(column));
  const named = Math.max(0, ...texts.map((column) => nameScore(column.name, 'metricName')));
  if (named === 0 || numbers.length !== 1) return 0;
  const valued = nameScore(numbers[0]!.name, 'metricValue');
  return 0.6 * named + 0.35 * valued - 0.1 * (texts.length - 1);
}

function scoreWide(others: readonly ColumnProfile[], unique: boolean): number {
  const metrics = others.filter((column) => isMetric(column) && !isFlag(column));
  const judged = others.filter((column) => !isFlag(column));
  if (metrics.length === 0) return 0;
  return (0.8 * metrics.length) / judged.length + (unique ? 0 : 0.15);
}

function scoreRecords({ dates, others }: SortedColumns, file: string): number {
  const texts = others.filter((column) => !isMetric(column)).length;
  const closes = dates.some((column) => nameScore(column.name, 'closedOn') > 0);
  const hinted =
    /ticket|support|case|incident|meeting|webinar|training|note|問い合わせ|問合せ|チケット|会議|打ち合わせ|ウェビナー|研修|ヒアリング/.test(
      file,
    );
  const textShare = others.length === 0 ? 0.5 : texts / others.length;
  return 0.4 + 0.3 * textShare + (closes ? 0.3 : 0) + (hinted ? 0.2 : 0);
}

/** A column of numbers: what a metric may be. */
export function isMetric(column: ColumnProfile): boolean {
  return column.filled > 0 && column.numberShare >= 0.95;
}

/** A yes/no column named like a state (churned, is_active, 解約フラグ): no metric. */
export function isFlag(column: ColumnProfile): boolean {
  const named = /^(is|has) |flag|churn|cancel|フラグ|解約|退会/.test(plainName(column.name));
  return column.booleanShare >= 0.95 && column.distinct.length <= 2 && named;
}
