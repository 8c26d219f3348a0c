import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import {
  columnOf,
  createDateReader,
  createNumberReader,
  optionalText,
  RowProblem,
  readName,
  requiredColumn,
} from './cell-readers.ts';
import { GrowingColumn } from './growing-column.ts';
import type { TextBooks } from './text-book.ts';

/** Rows of an events file in columns, in file order. */
export interface EventCells {
  readonly texts: TextBooks;
  readonly account: GrowingColumn<Int32Array>;
  readonly day: GrowingColumn<Int32Array>;
  /** Index in the dictionary of users; −1 = blank. */
  readonly user: GrowingColumn<Int32Array>;
  readonly event: GrowingColumn<Int32Array>;
  readonly quantity: GrowingColumn<Float64Array>;
}

export function emptyEvents(texts: TextBooks): EventCells {
  return {
    texts,
    account: GrowingColumn.int32(),
    day: GrowingColumn.int32(),
    user: GrowingColumn.int32(),
    event: GrowingColumn.int32(),
    quantity: GrowingColumn.float64(),
  };
}

/**
 * Takes rows of an events file: one act of one user each, or as many as its quantity says. A file without a column for
 * the event holds one event, named like its source.
 */
export function createEventReader(
  plan: ImportPlan,
  cells: EventCells,
  readAccount: (row: readonly string[]) => number,
): (row: readonly string[]) => void {
  const dayColumn = requiredColumn(plan, 'date');
  const readDay = createDateReader(dayColumn);
  const readUser = optionalText(plan, 'userId');
  const eventColumn = columnOf(plan, 'eventName');
  const quantityColumn = columnOf(plan, 'quantity');
  const readNumber = quantityColumn === undefined ? null : createNumberReader(quantityColumn, plan);
  const { users, events } = cells.texts;
  return (row) => {
    const day = readDay(row);
    if (day === null) throw new RowProblem(dayColumn, 'dateBlank', '');
    const name = eventColumn === undefined ? plan.source : readName(row, eventColumn, 'eventNameBlank');
    const quantity = readNumber === null ? 1 : readNumber(row);
    if (quantityColumn !== undefined && quantity < 0) {
      throw new RowProblem(quantityColumn, 'quantityNegative', row[quantityColumn.index] ?? '');
    }
    const user = readUser(row);
    cells.account.push(readAccount(row));
    cells.day.push(day);
    cells.user.push(user === '' ? -1 : users.findOrAdd(user));
    cells.event.push(events.findOrAdd(name));
    cells.quantity.push(Number.isNaN(quantity) ? 1 : quantity);
  };
}
