import { assertNever } from '../ipc/assert-never.ts';
import type { ColumnRole, FileKind } from '../schemas/import-plan.ts';
import { recordKindOf } from '../schemas/record-kinds.ts';
import { type NamedRole, nameScore } from './column-names.ts';
import { outcomeShare } from './outcome-words.ts';
import { parseTerm } from './parse-term.ts';
import type { ColumnProfile } from './profile-column.ts';
import { isTwoValued } from './suggest-further-kinds.ts';
import { isFlag, isMetric, type SortedColumns } from './suggest-kind.ts';

export interface RoleGuess {
  readonly role: ColumnRole;
  /** 0–1. */
  readonly confidence: number;
}

/**
 * A role for every column of a file of this kind, in the order of `profiles`. Each single role (account, date, …)
 * goes to the column whose name and texts fit it best; what is left becomes attributes, metrics or record columns.
 */
export function assignRoles(
  kind: FileKind,
  profiles: readonly ColumnProfile[],
  sorted: SortedColumns,
): RoleGuess[] {
  const taken = new Map<ColumnProfile, RoleGuess>();
  if (sorted.accountId !== null) {
    const confidence = Math.max(0.3, nameScore(sorted.accountId.name, 'accountId'));
    taken.set(sorted.accountId, { role: 'accountId', confidence });
  }
  for (const wish of wishes(kind)) grant(wish, taken, { profiles, sorted });
  return profiles.map((profile) => taken.get(profile) ?? restRole(kind, profile));
}

interface Wish {
  readonly role: ColumnRole;
  /** Fit of a free column, 0–1; below `atLeast` it is not granted. */
  readonly fit: (profile: ColumnProfile) => number;
  readonly atLeast: number;
  readonly type: 'date' | 'other';
}

interface Candidates {
  readonly profiles: readonly ColumnProfile[];
  readonly sorted: SortedColumns;
}

function grant(wish: Wish, taken: Map<ColumnProfile, RoleGuess>, { profiles, sorted }: Candidates): void {
  if ([...taken.values()].some(({ role }) => role === wish.role)) return;
  let best: ColumnProfile | null = null;
  let bestFit = 0;
  for (const profile of profiles) {
    const isDate = sorted.dates.includes(profile) || (wish.type === 'date' && profile.filled === 0);
    if (taken.has(profile) || isDate !== (wish.type === 'date')) continue;
    const fit = wish.fit(profile);
    if (fit >= wish.atLeast && fit > bestFit) [best, bestFit] = [profile, fit];
  }
  if (best !== null) taken.set(best, { role: wish.role, confidence: bestFit });
}

/** Wishes in the order they are granted. */
function wishes(kind: FileKind): readonly Wish[] {
  switch (kind) {
    case 'accounts':
      return accountWishes;
    case 'snapshot':
      return [
        { role: 'churnFlag', type: 'other', atLeast: 0.5, fit: fitOfFlag },
        textWish('accountName', 'accountName', 0.7),
      ];
    case 'outcomes':
      return outcomeWishes;
    case 'records':
      return [dateWish('closedOn', 'closedOn', 0.7), dateWish('knownOn', 'knownOn', 1), anyDateWish('date')];
    case 'metricsWide':
      return [anyDateWish('date')];
    case 'metricsLong':
      return longWishes;
    case 'events':
      return [anyDateWish('date'), ...textWishes(['userId', 'eventName', 'quantity'])];
    case 'surveys':
      return [
        ...datedWishes,
        { role: 'score', type: 'other', atLeast: 0.3, fit: (profile) => fitOfNumber(profile, 'score') },
        ...textWishes(['respondent', 'text']),
      ];
    case 'hearingNotes':
      return [
        ...datedWishes,
        { role: 'rating', type: 'other', atLeast: 0.6, fit: (profile) => fitOfNumber(profile, 'rating') },
        ...textWishes(['topic', 'stakeholder', 'text']),
      ];
    case 'interventions':
      return [...datedWishes, ...textWishes(['contactKind', 'contactBy', 'text'])];
    default:
      return assertNever(kind);
  }
}

const datedWishes: readonly Wish[] = [dateWish('knownOn', 'knownOn', 1), anyDateWish('date')];

const accountWishes: readonly Wish[] = [
  dateWish('noticeOn', 'noticeOn', 0.7),
  dateWish('renewalOn', 'renewalOn', 1),
  dateWish('validFrom', 'validFrom', 1),
  dateWish('startOn', 'startOn', 0.7),
  dateWish('endOn', 'endOn', 0.7),
  textWish('accountName', 'accountName', 0.7),
  { role: 'termMonths', type: 'other', atLeast: 0.8, fit: fitOfTerm },
  {
    role: 'contractAmount',
    type: 'other',
    atLeast: 0.8,
    fit: (profile) => fitOfNumber(profile, 'contractAmount'),
  },
  { role: 'seats', type: 'other', atLeast: 0.8, fit: (profile) => fitOfNumber(profile, 'seats') },
];

const outcomeWishes: readonly Wish[] = [
  dateWish('noticeOn', 'noticeOn', 0.7),
  dateWish('outcomeOn', 'endOn', 0.7),
  anyDateWish('outcomeOn'),
  { role: 'outcomeKind', type: 'other', atLeast: 0.8, fit: ({ distinct }) => outcomeShare(distinct) },
  textWish('voluntary', 'voluntary', 0.7),
  textWish('amount', 'amount', 0.7),
  textWish('reason', 'reason', 0.7),
];

const longWishes: readonly Wish[] = [
  anyDateWish('date'),
  {
    role: 'metricName',
    type: 'other',
    atLeast: 0.1,
    fit: (profile) => (isMetric(profile) ? 0 : Math.max(0.3, nameScore(profile.name, 'metricName'))),
  },
  {
    role: 'metricValue',
    type: 'other',
    atLeast: 0.1,
    fit: (profile) => (isMetric(profile) ? Math.max(0.4, nameScore(profile.name, 'metricValue')) : 0),
  },
];

type FurtherRole = Extract<NamedRole, ColumnRole>;

function textWishes(roles: readonly FurtherRole[]): Wish[] {
  return roles.map((role) => textWish(role, role, 0.6));
}

function fitOfNumber(profile: ColumnProfile, role: FurtherRole): number {
  return isMetric(profile) ? Math.max(0.3, nameScore(profile.name, role)) : 0;
}

function fitOfTerm({ name, distinct, filled }: ColumnProfile): number {
  const readable = filled > 0 && distinct.every((text) => typeof parseTerm(text) === 'number');
  return readable ? nameScore(name, 'termMonths') : 0;
}

function fitOfFlag(profile: ColumnProfile): number {
  return isTwoValued(profile) ? nameScore(profile.name, 'churnFlag') : 0;
}

function dateWish(role: ColumnRole, named: NamedRole, atLeast: number): Wish {
  return { role, type: 'date', atLeast, fit: ({ name }) => nameScore(name, named) };
}

function textWish(role: ColumnRole, named: NamedRole, atLeast: number): Wish {
  return { role, type: 'other', atLeast, fit: ({ name }) => nameScore(name, named) };
}

/** The best-named date column, or any; skipped when an earlier wish already took the role's column. */
function anyDateWish(role: ColumnRole): Wish {
  return {
    role,
    type: 'date',
    atLeast: 0.3,
    fit: ({ name, filled }) => (filled === 0 ? 0 : Math.max(0.3, nameScore(name, 'date'))),
  };
}

function restRole(kind: FileKind, profile: ColumnProfile): RoleGuess {
  const hasAttributes = kind === 'accounts' || kind === 'snapshot';
  if (profile.filled === 0) return { role: hasAttributes ? 'attribute' : 'ignore', confidence: 0.5 };
  if (hasAttributes) return { role: 'attribute', confidence: 0.7 };
  if (recordKindOf(kind) !== null) return { role: 'recordColumn', confidence: 0.7 };
  const measured = kind === 'metricsWide' && isMetric(profile) && !isFlag(profile);
  return measured ? { role: 'metricValue', confidence: 0.8 } : { role: 'ignore', confidence: 0.6 };
}
