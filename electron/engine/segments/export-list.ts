import { writeCsv } from '../../../shared/csv/write-csv.ts';
import { buildListTable, type ListTableInput } from '../../../shared/segments/list-table.ts';

export interface ListCsv {
  readonly text: string;
  readonly rows: number;
}

/** A list as CSV text: UTF-8 with BOM, CR LF, safe against formula injection. `rows` counts accounts. */
export function writeListCsv(input: ListTableInput): ListCsv {
  const table = buildListTable(input);
  return { text: writeCsv(table.headers, table.rows), rows: table.rows.length };
}
