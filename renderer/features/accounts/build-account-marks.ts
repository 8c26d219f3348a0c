import { type OutcomeKind, outcomeKinds } from '../../../shared/schemas/outcome-kinds.ts';
import type { RecordKind } from '../../../shared/schemas/record-kinds.ts';
import type { AccountPage } from './name-records.ts';

/** Something dated that stands on the time axis. */
export interface AccountMark {
  readonly day: number;
  readonly kind: 'start' | 'notice' | 'outcome' | 'records';
  /** Of an outcome. */
  readonly outcome: OutcomeKind | null;
  /** Of records: what they are; each kind has marks of its own. */
  readonly recordKind: RecordKind | null;
  /** Of records: the sources, how many rows each has that day, and what the first of them says. */
  readonly records: readonly { readonly source: string; readonly rows: number; readonly text: string }[];
}

/** Starts, notices, outcomes and records in the order of their days; one mark per day for all records of a kind. */
export function buildAccountMarks(
  account: Pick<AccountPage, 'lives' | 'outcomes' | 'records'>,
  firstDay: number,
): AccountMark[] {
  const marks: AccountMark[] = [];
  const add = (kind: AccountMark['kind'], day: number | null, outcome: OutcomeKind | null = null) => {
    if (day === null || day < firstDay) return;
    if (marks.some((mark) => mark.kind === kind && mark.day === day && mark.outcome === outcome)) return;
    marks.push({ day, kind, outcome, recordKind: null, records: [] });
  };
  for (const life of account.lives) {
    if (!life.assumedStart) add('start', life.startDay);
    add('notice', life.noticeDay);
    add('outcome', life.endDay, 'churn');
  }
  for (const outcome of account.outcomes) {
    add('outcome', outcome.day, outcomeKindOf(outcome.kind));
    add('notice', outcome.noticeDay);
  }
  const days = Map.groupBy(account.records, (record) => `${record.kind} ${record.day}`);
  for (const records of days.values()) {
    const { day, kind } = records[0]!;
    if (day < firstDay) continue;
    const sources = Map.groupBy(records, (record) => record.source);
    marks.push({
      ...{ day, kind: 'records', outcome: null, recordKind: kind },
      records: [...sources].map(([source, rows]) => ({ source, rows: rows.length, text: rows[0]!.text })),
    });
  }
  return marks.sort((a, b) => a.day - b.day);
}

/** The kind of an outcome as the window has a word for it; null for any other. */
export function outcomeKindOf(text: string): OutcomeKind | null {
  return outcomeKinds.find((kind) => kind === text) ?? null;
}
