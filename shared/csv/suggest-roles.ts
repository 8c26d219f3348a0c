import { assertNever } from '../ipc/assert-never.ts';
import type { ColumnRole, FileKind } from '../schemas/import-plan.ts';
import { type NamedRole, nameScore } from './column-names.ts';
import { outcomeShare } from './outcome-words.ts';
import type { ColumnProfile } from './profile-column.ts';
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
      return [
        dateWish('noticeOn', 'noticeOn', 0.7),
        dateWish('startOn', 'startOn', 0.7),
        dateWish('endOn', 'endOn', 0.7),
        textWish('accountName', 'accountName', 0.7),
      ];
    case 'outcomes':
      return [
        dateWish('noticeOn', 'noticeOn', 0.7),
        dateWish('outcomeOn', 'endOn', 0.7),
        anyDateWish('outcomeOn'),
        { role: 'outcomeKind', type: 'other', atLeast: 0.8, fit: ({ distinct }) => outcomeShare(distinct) },
        textWish('voluntary', 'voluntary', 0.7),
        textWish('amount', 'amount', 0.7),
        textWish('reason', 'reason', 0.7),
      ];
    case 'records':
      return [dateWish('closedOn', 'closedOn', 0.7), anyDateWish('date')];
    case 'metricsWide':
      return [anyDateWish('date')];
    case 'metricsLong':
      return [
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
    default:
      return assertNever(kind);
  }
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
  if (profile.filled === 0) return { role: kind === 'accounts' ? 'attribute' : 'ignore', confidence: 0.5 };
  if (kind === 'accounts') return { role: 'attribute', confidence: 0.7 };
  if (kind === 'records') return { role: 'recordColumn', confidence: 0.7 };
  const measured = kind === 'metricsWide' && isMetric(profile) && !isFlag(profile);
  return measured ? { role: 'metricValue', confidence: 0.8 } : { role: 'ignore', confidence: 0.6 };
}
