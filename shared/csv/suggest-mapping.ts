import type { ColumnPlan, DateFormat, FileKind, ImportPlan } from '../schemas/import-plan.ts';
import { defaultSources, hasSource, recordKindOf } from '../schemas/record-kinds.ts';
import { grainOfMarks } from './calendar.ts';
import { nameScore, namesDate } from './column-names.ts';
import { detectDecimal } from './detect-decimal.ts';
import { type ColumnProfile, profileColumn } from './profile-column.ts';
import { suggestDateMarks } from './suggest-date-marks.ts';
import { type SortedColumns, suggestKind } from './suggest-kind.ts';
import { suggestMetricKind } from './suggest-metric-kind.ts';
import { assignRoles, type RoleGuess } from './suggest-roles.ts';
import { suggestZone } from './suggest-zone.ts';

export interface MappingInput {
  readonly fileName: string;
  readonly columns: readonly { readonly index: number; readonly name: string }[];
  /** Rows of data, cells by column index: the more, the surer. */
  readonly rows: readonly (readonly string[])[];
  readonly read: ImportPlan['read'];
}

export interface MappingSuggestion {
  readonly plan: ImportPlan;
  /** 0–1. */
  readonly kindConfidence: number;
  /** As many as columns, in their order. */
  readonly columns: readonly {
    readonly index: number;
    readonly confidence: number;
    /** Readings that fit the texts; more than one means the person must choose. */
    readonly dateFormats: readonly DateFormat[];
  }[];
}

const dateRoles: readonly string[] = [
  'date',
  'startOn',
  'noticeOn',
  'endOn',
  'outcomeOn',
  'closedOn',
  'knownOn',
  'validFrom',
  'renewalOn',
];

/**
 * A first import plan for a file, from its name, its column names (English and Japanese) and sample rows: the kind of
 * file, a role for each column, date formats, what the date marks, the decimal mark. Every part is a proposal that
 * the person may change. `kind` states the kind instead of guessing it; the roles then follow it.
 */
export function suggestMapping(input: MappingInput, kind?: FileKind): MappingSuggestion {
  const rows = input.rows.slice(0, Math.max(100, Math.floor(250_000 / Math.max(1, input.columns.length))));
  const decimal = detectDecimal(rows.slice(0, 500).flat());
  const profiles = input.columns.map((column) => profileColumn(column, rows, decimal));
  const sorted = sortColumns(profiles);
  const guess = kind === undefined ? suggestKind(sorted, input.fileName) : { kind, confidence: 1 };
  const roles = assignRoles(guess.kind, profiles, sorted);
  const marks = marksOf(guess.kind, profiles, roles);
  return {
    plan: {
      kind: guess.kind,
      read: input.read,
      columns: profiles.map((profile, i) => planColumn(profile, roles[i]!, fallbackFormat(sorted))),
      decimal,
      dateMarks: marks,
      grain: grainOfMarks(marks),
      lagDays: 0,
      blankMeansZero: false,
      source: sourceOf(guess.kind, input.fileName),
      completeUntil: null,
      unknownAccounts: 'add',
      problemRows: 'skip',
    },
    kindConfidence: guess.confidence,
    columns: profiles.map(({ index, dates }, i) => ({
      index,
      confidence: roles[i]!.confidence,
      dateFormats: dateRoles.includes(roles[i]!.role) ? dates.alternatives : [],
    })),
  };
}

function sortColumns(profiles: readonly ColumnProfile[]): SortedColumns {
  const dates = profiles.filter(isDateColumn);
  const accountId = findAccountId(profiles.filter((profile) => !dates.includes(profile)));
  const others = profiles.filter(
    (profile) => profile !== accountId && !dates.includes(profile) && profile.filled > 0,
  );
  return { accountId, dates, others };
}

/** Bare numbers are dates only where the name says so: 20240401 may be an id, 45383 an amount. */
function isDateColumn({ name, dates }: ColumnProfile): boolean {
  if (dates.format === null) return false;
  if (!dates.bareNumbers) return true;
  return namesDate(name);
}

/** The column best named as the account; where none is, a first column that tells rows apart. */
function findAccountId(profiles: readonly ColumnProfile[]): ColumnProfile | null {
  let best: ColumnProfile | null = null;
  let bestScore = 0;
  for (const profile of profiles) {
    const score = nameScore(profile.name, 'accountId') * (profile.filledShare >= 0.5 ? 1 : 0.5);
    if (score > bestScore) [best, bestScore] = [profile, score];
  }
  if (best !== null) return best;
  const first = profiles[0];
  const tellsApart = first?.index === 0 && first.distinct.length > 1 && first.filledShare > 0.9;
  return tellsApart && nameScore(first.name, 'accountName') < 1 ? first : null;
}

function fallbackFormat(sorted: SortedColumns): DateFormat {
  return sorted.dates[0]?.dates.format ?? 'iso';
}

function planColumn(profile: ColumnProfile, guess: RoleGuess, otherFormat: DateFormat): ColumnPlan {
  const dated = dateRoles.includes(guess.role);
  const zone = dated && profile.dates.format === 'timestamp' ? suggestZone(profile.distinct) : null;
  return {
    index: profile.index,
    role: guess.role,
    name: profile.name.slice(0, 200),
    ...(dated ? { dateFormat: profile.dates.format ?? otherFormat } : {}),
    ...(zone === null ? {} : { zone }),
    ...(guess.role === 'metricValue' ? { metricKind: suggestMetricKind(profile) } : {}),
  };
}

/** Only a series' date can mark a period; a start or an end is a day. */
function marksOf(
  kind: FileKind,
  profiles: readonly ColumnProfile[],
  roles: readonly RoleGuess[],
): ImportPlan['dateMarks'] {
  const index = roles.findIndex(({ role }) => role === 'date' || role === 'outcomeOn');
  const profile = profiles[index];
  const format = profile?.dates.format;
  if (profile === undefined || format === undefined || format === null) return 'day';
  if (format !== 'yearMonth' && kind !== 'metricsWide' && kind !== 'metricsLong') return 'day';
  return suggestDateMarks(profile.name, format, profile.distinct);
}

/** `support_tickets_2024-04.csv` → `support_tickets`; answers, notes and contacts go to one source each. */
function sourceOf(kind: FileKind, fileName: string): string {
  if (!hasSource(kind)) return '';
  const record = recordKindOf(kind);
  if (record !== null && record !== 'record') return defaultSources[record];
  const base = fileName.replace(/\.[A-Za-z]{1,4}$/, '');
  return (base.replace(/[\s_\-.(]*\d{4}[\d\s_\-.)]*$/, '') || base).slice(0, 120);
}
