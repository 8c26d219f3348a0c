import { type Dataset, NO_DAY, type RecordSource } from '../../../shared/measures/dataset.ts';
import { dayCell, type ExportCell, type ExportTable, exportPlan } from './export-plans.ts';

/** One file a source of records, with every column that any of its rows has. */
export function recordTables({ accountIds, records }: Dataset): ExportTable[] {
  return [...records.values()].map((source, i) => {
    const plan = exportPlan(
      'records',
      [
        { role: 'accountId', name: 'account_id' },
        { role: 'date', name: 'date' },
        { role: 'closedOn', name: 'closed_on' },
        ...[...source.columns.keys()].map((name) => ({ role: 'recordColumn' as const, name })),
      ],
      { source: source.name },
    );
    return { name: `records-${i + 1}.csv`, plan, rows: () => recordRows(accountIds, source) };
  });
}

function* recordRows(ids: readonly string[], source: RecordSource): Generator<readonly ExportCell[]> {
  const columns = [...source.columns.values()];
  for (let account = 0; account + 1 < source.offsets.length; account++) {
    for (let i = source.offsets[account]!; i < source.offsets[account + 1]!; i++) {
      const closed = dayCell(source.closedDay[i]!, NO_DAY);
      yield [ids[account]!, dayCell(source.day[i]!), closed, ...columns.map((cells) => cells[i] ?? '')];
    }
  }
}
