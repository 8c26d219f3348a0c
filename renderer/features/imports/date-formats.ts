import { detectDateFormat } from '../../../shared/csv/detect-date-format.ts';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { DateFormat } from '../../../shared/schemas/import-plan.ts';

type Readings = Pick<ChannelOutput<'imports.preview'>, 'columns' | 'rows'>;

/**
 * Date formats that fit a column, the best first; more than one = the person must choose. The engine judges by more
 * rows than the preview has, but only columns that it took for dates: the others are judged by the preview.
 */
export function dateFormatsOf({ columns, rows }: Readings, index: number): readonly DateFormat[] {
  const said = columns.find((column) => column.index === index)?.dateFormats ?? [];
  if (said.length > 0) return said;
  return detectDateFormat(rows.map((row) => row[index] ?? '')).alternatives;
}
