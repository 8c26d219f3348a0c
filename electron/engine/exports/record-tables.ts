import {
  type Dataset,
  type EventSource,
  NO_DAY,
  type RecordSource,
} from '../../../shared/measures/dataset.ts';
import type { ColumnRole, FileKind } from '../../../shared/schemas/import-plan.ts';
import { neededRoles } from '../../../shared/schemas/kind-roles.ts';
import { fixedColumns, type RecordKind } from '../../../shared/schemas/record-kinds.ts';
import { dayCell, type ExportCell, type ExportTable, exportPlan } from './export-plans.ts';

const fileKindOf: Readonly<Record<RecordKind, FileKind>> = {
  record: 'records',
  survey: 'surveys',
  hearingNote: 'hearingNotes',
  intervention: 'interventions',
};

/** One file a source of records, answers, notes or contacts, with every column that any of its rows has. */
export function recordTables(accountIds: readonly string[], records: Dataset['records']): ExportTable[] {
  return [...records.values()].map((source, i) => {
    const kind = fileKindOf[source.kind];
    const columns = columnsOf(source, kind);
    const plan = exportPlan(
      kind,
      [
        { role: 'accountId', name: 'account_id' },
        { role: 'date', name: 'date' },
        ...(kind === 'records' ? [{ role: 'closedOn' as const, name: 'closed_on' }] : []),
        { role: 'knownOn', name: 'known_on' },
        ...columns,
      ],
      { source: source.name },
    );
    const cells = columns.map(({ name }) => source.columns.get(name) ?? null);
    return { name: `${kind}-${i + 1}.csv`, plan, rows: () => recordRows(accountIds, source, cells) };
  });
}

/** Fixed columns under their roles, those a file of the kind can't do without always among them. */
function columnsOf(source: RecordSource, kind: FileKind): { role: ColumnRole; name: string }[] {
  const fixed: readonly ColumnRole[] = fixedColumns[source.kind];
  const names = new Set<string>(source.columns.keys());
  for (const role of neededRoles(kind)) if (fixed.includes(role)) names.add(role);
  return [...names].map((name) => ({ role: fixed.find((role) => role === name) ?? 'recordColumn', name }));
}

function* recordRows(
  ids: readonly string[],
  source: RecordSource,
  columns: readonly (readonly string[] | null)[],
): Generator<readonly ExportCell[]> {
  for (let account = 0; account + 1 < source.offsets.length; account++) {
    for (let i = source.offsets[account]!; i < source.offsets[account + 1]!; i++) {
      const day = source.day[i]!;
      const closed = source.kind === 'record' ? [dayCell(source.closedDay[i]!, NO_DAY)] : [];
      const known = dayCell(source.knownOn[i]!, day);
      yield [ids[account]!, dayCell(day), ...closed, known, ...columns.map((cells) => cells?.[i] ?? '')];
    }
  }
}

/** Events of a source by the lag after which they are known, the source's own lag last: the newest file decides it. */
export function eventTables(
  ids: readonly string[],
  events: Dataset['events'],
  users: readonly string[],
): ExportTable[] {
  return [...events.values()].flatMap((source, s) => {
    const lags = new Set<number>();
    for (let i = 0; i < source.day.length; i++) lags.add(source.knownOn[i]! - source.day[i]!);
    const ordered = [...lags].sort(
      (a, b) => Number(a === source.lagDays) - Number(b === source.lagDays) || a - b,
    );
    return ordered.map((lagDays, l): ExportTable => {
      const plan = exportPlan(
        'events',
        [
          { role: 'accountId', name: 'account_id' },
          { role: 'date', name: 'date' },
          { role: 'userId', name: 'user_id' },
          { role: 'eventName', name: 'event' },
          { role: 'quantity', name: 'quantity' },
        ],
        { source: source.name, lagDays },
      );
      const rows = () => eventRows(ids, source, users, lagDays);
      return { name: `events-${s + 1}${l === 0 ? '' : `-${l + 1}`}.csv`, plan, rows };
    });
  });
}

function* eventRows(
  ids: readonly string[],
  source: EventSource,
  users: readonly string[],
  lagDays: number,
): Generator<readonly ExportCell[]> {
  const { offsets, day, knownOn, user, event, quantity, eventNames } = source;
  for (let account = 0; account + 1 < offsets.length; account++) {
    for (let i = offsets[account]!; i < offsets[account + 1]!; i++) {
      if (knownOn[i]! - day[i]! !== lagDays) continue;
      const who = user[i]! < 0 ? null : users[user[i]!]!;
      yield [ids[account]!, dayCell(day[i]!), who, eventNames[event[i]!]!, quantity[i]!];
    }
  }
}
