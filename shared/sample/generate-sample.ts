import { formatDay } from '../csv/calendar.ts';
import type { FileKind } from '../schemas/import-plan.ts';
import { drawSampleAccounts, type SampleAccount } from './sample-accounts.ts';
import { type SampleFileKey, type SampleFileShape, sampleFileShapes } from './sample-columns.ts';
import { contactRows, hearingRows, surveyRows, ticketRows } from './sample-contacts.ts';
import { dailyRows, monthlyRows, type SampleRow, seatPrices, seatsByMonth } from './sample-usage.ts';
import { type SampleLanguage, type SampleWords, sampleWords } from './sample-words.ts';

/** One CSV file of the sample: UTF-8 text without BOM, LF line ends, first row = headers, ISO dates. */
export interface SampleFile {
  fileName: string;
  kind: FileKind;
  text: string;
}

/** The seed of the sample that the app opens. */
export const sampleSeed = 2;

/**
 * The sample workspace's files: a made-up B2B SaaS with 400 accounts, January 2022 to June 2024, 70 of which churn.
 * Holds on purpose: one good signal (days with log-ins), noise (weather index), a leak (churn flag set from the
 * future), a metric that fades too late to act on (scheduled reports) and churns that nothing shows.
 * Same seed → byte-identical text on every machine; the language changes words only. Order = order of import.
 */
export function generateSample(seed: number, language: SampleLanguage = 'ja'): SampleFile[] {
  const words = sampleWords(language);
  const accounts = drawSampleAccounts(seed);
  const source = { seed, accounts, words };
  const rows: Record<SampleFileKey, SampleRow[]> = {
    accounts: accounts.map((account) => accountRow(seed, account, words)),
    daily: dailyRows(seed, accounts),
    monthly: monthlyRows(seed, accounts),
    survey: surveyRows(source),
    hearing: hearingRows(source),
    contacts: contactRows(source),
    tickets: ticketRows(source),
    outcomes: accounts.flatMap((account) => outcomeRow(account, words)),
  };
  return (Object.keys(sampleFileShapes) as SampleFileKey[]).map((key) => {
    const shape: SampleFileShape = sampleFileShapes[key];
    const header = shape.columns.map((column) => column[language]);
    return { fileName: `${shape[language]}.csv`, kind: shape.kind, text: csvText([header, ...rows[key]]) };
  });
}

function accountRow(seed: number, account: SampleAccount, words: SampleWords): SampleRow {
  const seats = seatsByMonth(seed, account).at(-1)!;
  return [
    account.id,
    words.companyName(words.places[account.place]!, words.businesses[account.business]!),
    words.industries[account.industry]!,
    words.regions[account.region]!,
    words.plans[account.plan]!,
    account.annual ? words.terms.annual : words.terms.monthly,
    words.managers[account.manager]!,
    formatDay(account.startDay),
    seats,
    seats * seatPrices[account.plan]!,
    account.churn === null ? 0 : 1,
  ];
}

function outcomeRow({ id, churn }: SampleAccount, words: SampleWords): SampleRow[] {
  if (churn === null) return [];
  const reasons = words.reasons[churn.story];
  const notice = churn.noticeDay === null ? null : formatDay(churn.noticeDay);
  const voluntary = churn.story === 'bankruptcy' ? words.no : words.yes;
  const reason = reasons[Math.floor(churn.reasonDraw * reasons.length)]!;
  return [[id, formatDay(churn.effectiveDay), words.churn, notice, voluntary, reason]];
}

function csvText(rows: readonly SampleRow[]): string {
  return `${rows.map((row) => row.map(csvCell).join(',')).join('\n')}\n`;
}

function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
