import { fixedColumns } from '../../../shared/schemas/record-kinds.ts';
import type { OutcomeRow } from '../store/outcome-table.ts';
import type { RecordRow } from '../store/record-table.ts';
import { outcomeColumns, outcomeRow } from './account-tables.ts';
import { dayCell, type ExportCell, type ExportTable, exportPlan } from './export-plans.ts';

/** Name of the column with the day on which a note or contact was typed. */
export const typedColumn = 'typed_on';

const kinds = { hearingNote: 'hearingNotes', intervention: 'interventions' } as const;

/** Notes, contacts and outcomes by hand, one file a kind and source, each in the order in which it was first typed. */
export function entryTables(
  ids: readonly string[],
  records: readonly RecordRow[],
  outcomes: readonly OutcomeRow[],
): ExportTable[] {
  const sources = new Map<string, RecordRow[]>();
  const typed = records.filter(({ entry }) => entry !== null).sort((a, b) => a.entry! - b.entry!);
  for (const row of typed) {
    const key = `${row.kind} ${row.source}`;
    sources.set(key, [...(sources.get(key) ?? []), row]);
  }
  const tables = [...sources.values()].flatMap((rows, i) => recordTable(ids, rows, i));
  if (outcomes.length === 0) return tables;
  const plan = exportPlan('outcomes', outcomeColumns);
  const rows = () => outcomes.map((row) => outcomeRow(ids, row));
  return [...tables, { name: 'entries-outcomes.csv', plan, rows, byHand: true }];
}

function recordTable(ids: readonly string[], rows: readonly RecordRow[], place: number): ExportTable[] {
  const { kind, source } = rows[0]!;
  // Nothing else can be typed.
  if (kind !== 'hearingNote' && kind !== 'intervention') return [];
  const names: readonly string[] = fixedColumns[kind];
  const plan = exportPlan(
    kinds[kind],
    [
      { role: 'accountId', name: 'account_id' },
      { role: 'date', name: 'date' },
      { role: 'knownOn', name: 'known_on' },
      { role: 'ignore', name: typedColumn },
      ...fixedColumns[kind].map((role) => ({ role, name: role })),
    ],
    { source },
  );
  const cellsOf = (row: RecordRow): ExportCell[] => {
    const cells = new Map(row.cells);
    const dates = [dayCell(row.day), dayCell(row.knownDay), dayCell(row.typedDay)];
    return [ids[row.account]!, ...dates, ...names.map((name) => cells.get(name) ?? '')];
  };
  return [
    { name: `entries-${kinds[kind]}-${place + 1}.csv`, plan, rows: () => rows.map(cellsOf), byHand: true },
  ];
}
