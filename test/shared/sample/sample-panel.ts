import type { SampleFile } from '../../../shared/sample/generate-sample.ts';

/** A row of a parsed file by header. */
export type CsvRow = Record<string, string>;

/** One account with what the tests need of it. Days since 1970-01-01; `outcome` = notice, else effective day. */
export interface PanelAccount {
  id: string;
  start: number;
  end: number;
  outcome: number;
  row: CsvRow;
}

const idColumn = '顧客ID';
const startColumn = '契約開始日';
const endColumn = '解約日';
const noticeColumn = '申出日';

/** A small, obvious reader for text without quoted newlines: independent of the generator's writer. */
export function parseCsv(text: string): CsvRow[] {
  const [header, ...lines] = text.trimEnd().split('\n').map(splitLine);
  return lines.map((cells) => Object.fromEntries(header!.map((name, i) => [name, cells[i]!])));
}

export function toDay(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

export function fileText(files: readonly SampleFile[], name: string): string {
  return files.find((file) => file.fileName === `${name}.csv`)!.text;
}

/** Accounts with their end and outcome (Infinity when they stay). */
export function readAccounts(files: readonly SampleFile[]): PanelAccount[] {
  const churns = new Map(parseCsv(fileText(files, '解約')).map((row) => [row[idColumn], row]));
  return parseCsv(fileText(files, '顧客')).map((row) => {
    const churn = churns.get(row[idColumn]);
    const end = churn === undefined ? Number.POSITIVE_INFINITY : toDay(churn[endColumn]!);
    const notice = churn?.[noticeColumn] ? toDay(churn[noticeColumn]) : end;
    return { id: row[idColumn]!, start: toDay(row[startColumn]!), end, outcome: notice, row };
  });
}

/** Values of one column per account and day. */
export function readSeries(
  text: string,
  dateColumn: string,
  column: string,
): Map<string, [number, number][]> {
  const series = new Map<string, [number, number][]>();
  for (const row of parseCsv(text)) {
    const values = series.get(row[idColumn]!) ?? [];
    values.push([toDay(row[dateColumn]!.padEnd(10, '-01')), Number(row[column])]);
    series.set(row[idColumn]!, values);
  }
  return series;
}

export interface Replay {
  asOf: readonly number[];
  gapDays: number;
  horizonDays: number;
  /** Value as of a day, high = healthy; NaN = missing, its pair is not counted. */
  value: (account: PanelAccount, asOf: number) => number;
}

/** AUC over pairs of the same as-of date: P(kept > churned) + ½ P(equal), by comparing every pair. */
export function replayAuc(accounts: readonly PanelAccount[], replay: Replay): number {
  let concordant = 0;
  let pairs = 0;
  for (const t of replay.asOf) {
    const rows = eligibleAt(accounts, t, replay.gapDays)
      .map((account) => ({ account, value: replay.value(account, t) }))
      .filter((row) => !Number.isNaN(row.value));
    const last = t + replay.gapDays + replay.horizonDays;
    const churned = rows.filter((row) => row.account.outcome <= last);
    const kept = rows.filter((row) => row.account.outcome > last);
    pairs += churned.length * kept.length;
    for (const { value } of churned) {
      for (const other of kept) concordant += other.value > value ? 1 : other.value === value ? 0.5 : 0;
    }
  }
  return concordant / pairs;
}

/** Distinct accounts with a positive row. */
export function replayChurners(accounts: readonly PanelAccount[], replay: Omit<Replay, 'value'>): number {
  const ids = replay.asOf.flatMap((t) =>
    eligibleAt(accounts, t, replay.gapDays)
      .filter((account) => account.outcome <= t + replay.gapDays + replay.horizonDays)
      .map((account) => account.id),
  );
  return new Set(ids).size;
}

/** Last days of months from `from` to `to` (`YYYY-MM`), both included. */
export function monthEnds(from: string, to: string): number[] {
  const ends: number[] = [];
  let [year, month] = from.split('-').map(Number) as [number, number];
  for (;;) {
    const end = Date.UTC(year, month, 0) / 86_400_000;
    ends.push(end);
    if (new Date(end * 86_400_000).toISOString().startsWith(to)) return ends;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

function eligibleAt(accounts: readonly PanelAccount[], t: number, gapDays: number): PanelAccount[] {
  return accounts.filter((account) => account.start <= t && account.outcome > t + gapDays && account.end > t);
}

function splitLine(line: string): string[] {
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
}
