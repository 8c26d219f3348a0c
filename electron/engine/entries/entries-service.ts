import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Contact, HearingNote, OutcomeEntry } from '../../../shared/schemas/entries.ts';
import { defaultSources, fixedColumns } from '../../../shared/schemas/record-kinds.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import { toBatch } from '../imports/to-batch.ts';
import { loadAccountIds } from '../store/account-table.ts';
import type { Database } from '../store/database.ts';
import { insertOutcomes, loadCurrentOutcomes, type OutcomeRow } from '../store/outcome-table.ts';
import { insertRecords, loadCurrentRecords, type RecordRow } from '../store/record-table.ts';
import type { Workspace } from '../workspace/workspace-session.ts';
import { listEntries } from './list-entries.ts';
import { localDay, openManualBatch } from './manual-batch.ts';
import { type RestoredEntry, restoreEntries } from './restore-entries.ts';

type Answer<C extends Channel> = Result<ChannelOutput<C>>;
type TypedKind = keyof typeof defaultSources & ('hearingNote' | 'intervention');

/** Notes, contacts and outcomes typed on an account's page: each change one batch that can be undone. */
export interface EntriesService {
  list(payload: ChannelPayload<'entries.list'>): Answer<'entries.list'>;
  saveNote(payload: ChannelPayload<'entries.saveNote'>): Answer<'entries.saveNote'>;
  saveContact(payload: ChannelPayload<'entries.saveContact'>): Answer<'entries.saveContact'>;
  delete(payload: ChannelPayload<'entries.delete'>): Answer<'entries.delete'>;
  saveOutcome(payload: ChannelPayload<'entries.saveOutcome'>): Answer<'entries.saveOutcome'>;
  deleteOutcome(payload: ChannelPayload<'entries.deleteOutcome'>): Answer<'entries.deleteOutcome'>;
  /** Entries of an export, those that are new here; their batches. */
  restore(entries: readonly RestoredEntry[]): Result<readonly number[]>;
}

export function createEntriesService(context: EngineContext, data: DataService): EntriesService {
  return {
    list: ({ accountId }) =>
      withAccount(context, accountId, ({ database }, account) => succeed(listEntries(database, account))),
    saveNote: ({ accountId, entry, note }) =>
      saveRecord(context, data, { accountId, entry, kind: 'hearingNote', ...splitDates(note) }),
    saveContact: ({ accountId, entry, contact }) =>
      saveRecord(context, data, { accountId, entry, kind: 'intervention', ...splitDates(contact) }),
    delete: (payload) => deleteRecord(context, data, payload),
    saveOutcome: (payload) => saveOutcome(context, data, payload),
    deleteOutcome: (payload) => deleteOutcome(context, data, payload),
    restore(entries) {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const done = edit(data, workspace.value, (database) =>
        restoreEntries(database, entries, context.now()),
      );
      return done.ok ? done.value : done;
    },
  };
}

interface TypedRecord {
  readonly accountId: string;
  readonly entry: number | null;
  readonly kind: TypedKind;
  readonly day: number;
  readonly knownOn: number | null;
  readonly fields: Readonly<Record<string, string | number | null>>;
}

function splitDates({
  day,
  knownOn,
  ...fields
}: HearingNote | Contact): Pick<TypedRecord, 'day' | 'knownOn' | 'fields'> {
  return { day, knownOn, fields };
}

function saveRecord(
  context: EngineContext,
  data: DataService,
  typed: TypedRecord,
): Answer<'entries.saveNote'> {
  const { accountId, kind, day, fields } = typed;
  return withAccount(context, accountId, (workspace, account) => {
    const records = loadCurrentRecords(workspace.database);
    const before = typed.entry === null ? null : findEntry(records, account, typed.entry);
    if (before === undefined || (before !== null && before.kind !== kind))
      return fail('notFound', { what: 'entry' });
    const now = context.now();
    const today = before?.typedDay ?? localDay(now);
    const knownOn = typed.knownOn ?? today;
    const row: Omit<RecordRow, 'entry'> = {
      ...{ account, kind, day, closedDay: null, typedDay: today },
      source: before?.source ?? sourceOf(records, kind),
      knownDay: knownOn > day ? knownOn : null,
      cells: fixedColumns[kind].flatMap((column) => {
        const value = fields[column];
        return value === null || value === undefined || value === ''
          ? []
          : [[column, String(value)] as const];
      }),
    };
    return edit(data, workspace, (database) => {
      const content = { ...row, entry: typed.entry };
      const batch = openManualBatch(database, { accountId, day, replaces: before !== null, content, now });
      const entry = typed.entry ?? batch.number;
      insertRecords(database, batch.number, [{ ...row, entry }]);
      return { batch: toBatch(batch), entry };
    });
  });
}

function deleteRecord(
  context: EngineContext,
  data: DataService,
  { accountId, entry }: ChannelPayload<'entries.delete'>,
): Answer<'entries.delete'> {
  return withAccount(context, accountId, (workspace, account) => {
    const before = findEntry(loadCurrentRecords(workspace.database), account, entry);
    if (before === undefined) return fail('notFound', { what: 'entry' });
    return edit(data, workspace, (database) => {
      const { day } = before;
      const content = { deleted: entry };
      const batch = openManualBatch(database, {
        accountId,
        day,
        replaces: true,
        content,
        now: context.now(),
      });
      insertRecords(database, batch.number, [{ ...before, deleted: true }]);
      return { batch: toBatch(batch) };
    });
  });
}

function saveOutcome(
  context: EngineContext,
  data: DataService,
  { accountId, replaces, outcome }: ChannelPayload<'entries.saveOutcome'>,
): Answer<'entries.saveOutcome'> {
  return withAccount(context, accountId, (workspace, account) => {
    const outcomes = loadCurrentOutcomes(workspace.database);
    const find = (key: Pick<OutcomeEntry, 'day' | 'kind'>) =>
      outcomes.find((row) => row.account === account && row.day === key.day && row.kind === key.kind);
    const before = replaces === null ? null : find(replaces);
    if (before === undefined) return fail('notFound', { what: 'outcome' });
    const isMoved = before !== null && (before.day !== outcome.day || before.kind !== outcome.kind);
    if ((before === null || isMoved) && find(outcome) !== undefined)
      return fail('alreadyExists', { what: 'outcome' });
    return edit(data, workspace, (database) => {
      const now = context.now();
      const content = { replaces, outcome };
      const { day } = outcome;
      const batch = openManualBatch(database, { accountId, day, replaces: before !== null, content, now });
      const row: OutcomeRow = { ...outcome, account, reason: outcome.reason === '' ? null : outcome.reason };
      insertOutcomes(database, batch.number, [...(isMoved ? [{ ...before, deleted: true }] : []), row]);
      return { batch: toBatch(batch) };
    });
  });
}

function deleteOutcome(
  context: EngineContext,
  data: DataService,
  { accountId, outcome }: ChannelPayload<'entries.deleteOutcome'>,
): Answer<'entries.deleteOutcome'> {
  return withAccount(context, accountId, (workspace, account) => {
    const before = loadCurrentOutcomes(workspace.database).find(
      (row) => row.account === account && row.day === outcome.day && row.kind === outcome.kind,
    );
    if (before === undefined) return fail('notFound', { what: 'outcome' });
    return edit(data, workspace, (database) => {
      const content = { deleted: outcome };
      const { day } = outcome;
      const batch = openManualBatch(database, {
        accountId,
        day,
        replaces: true,
        content,
        now: context.now(),
      });
      insertOutcomes(database, batch.number, [{ ...before, deleted: true }]);
      return { batch: toBatch(batch) };
    });
  });
}

function withAccount<T>(
  context: EngineContext,
  accountId: string,
  work: (workspace: Workspace, account: number) => Result<T>,
): Result<T> {
  const workspace = requireWorkspace(context);
  if (!workspace.ok) return workspace;
  const account = loadAccountIds(workspace.value.database).indexOf(accountId);
  return account === -1 ? fail('notFound', { what: 'account' }) : work(workspace.value, account);
}

function edit<T>(data: DataService, workspace: Workspace, work: (database: Database) => T): Result<T> {
  const done = workspace.edit((database) => {
    const value = work(database);
    data.bump(database);
    return value;
  });
  if (done.ok) data.announce(workspace);
  return done;
}

function findEntry(records: readonly RecordRow[], account: number, entry: number): RecordRow | undefined {
  return records.find((row) => row.entry === entry && row.account === account);
}

/** Entries join the rows of their kind that files brought, in the source with most of them, so that measures see both. */
function sourceOf(records: readonly RecordRow[], kind: TypedKind): string {
  const counts = new Map<string, number>();
  for (const row of records) {
    if (row.kind === kind) counts.set(row.source, (counts.get(row.source) ?? 0) + 1);
  }
  const ordered = [...counts].sort((a, b) => b[1] - a[1]);
  return ordered[0]?.[0] ?? defaultSources[kind];
}
