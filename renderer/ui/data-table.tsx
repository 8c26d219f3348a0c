import { Checkbox, Text } from '@mantine/core';
import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DataColumn, leastWidth, type RowSelection, type TableSort } from './data-column.ts';
import { DataTableHead } from './data-table-head.tsx';
import { nextRowIndex } from './next-row-index.ts';
import type { PagedRows } from './use-paged-rows.ts';

export interface DataTableProps<Row> {
  /** The table's accessible name. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  /** All rows, or a list read page by page (`usePagedRows`). */
  readonly rows: readonly Row[] | PagedRows<Row>;
  readonly rowId: (row: Row) => string;
  readonly onOpenRow?: (row: Row) => void;
  /** Which row is open now, marked in the list. */
  readonly openRowId?: string | null;
  readonly sort?: TableSort | null;
  /** Needed for paged rows: they are sorted by whoever loads them. */
  readonly onSort?: (sort: TableSort) => void;
  readonly selection?: RowSelection;
  readonly height?: number | string;
  readonly rowHeight?: number;
}

interface Entry<Row> {
  readonly index: number;
  readonly row: Row | null;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** A table of any length: only the rows in view exist. Arrows move, Enter opens, headers sort. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, onOpenRow, selection, rowHeight = 36 } = props;
  const { t } = useTranslation('common');
  const box = useRef<HTMLDivElement>(null);
  const [ownSort, setOwnSort] = useState<TableSort | null>(props.sort ?? null);
  const sort = props.onSort === undefined ? ownSort : (props.sort ?? null);
  const paged = isPaged(rows) ? rows : null;
  const { table, shown, virtual, total, first, last } = useVisibleRows({ ...props, rowHeight, box, sort });
  const { active, setActive, move } = useRowFocus({ box, total, scrollTo: virtual.scrollToIndex });

  const sortFromTop = (next: TableSort) => {
    setActive(0);
    virtual.scrollToOffset(0);
    (props.onSort ?? setOwnSort)(next);
  };
  const press = (event: KeyboardEvent, index: number, row: Row | null) => {
    if (event.target !== event.currentTarget) return;
    if (event.key !== 'Enter' || row === null || onOpenRow === undefined) return move(event, index);
    event.preventDefault();
    onOpenRow(row);
  };
  const top = virtual.getVirtualItems()[0]?.start ?? 0;
  const bottom = virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0);
  const tabStop = active >= first && active <= last ? active : first;
  const canSelectAll = selection !== undefined && paged === null;

  return (
    <div ref={box} className="data-table" style={{ height: props.height ?? 480 }}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are moved through with arrow keys
        role="grid"
        aria-label={props.label}
        aria-rowcount={total + 1}
        data-boxes={selection !== undefined || undefined}
        style={{ minWidth: leastWidth(columns, selection !== undefined) }}
      >
        <DataTableHead
          columns={columns}
          sort={sort}
          onSort={sortFromTop}
          selectAll={canSelectAll ? { selection, ids: rowIdsOf(rows, rowId) } : null}
          hasSelection={selection !== undefined}
        />
        <tbody onPointerOver={(event) => titleIfCut(event.target)}>
          {top > 0 && <tr aria-hidden style={{ height: top }} />}
          {shown.map((entry, position) => {
            if (entry === undefined) return null;
            const { row } = entry.original;
            const index = first + position;
            const id = row === null ? null : rowId(row);
            return (
              <tr
                key={index}
                data-row={index}
                aria-rowindex={index + 2}
                aria-selected={selection === undefined ? undefined : id !== null && selection.ids.has(id)}
                aria-current={id !== null && props.openRowId === id ? 'true' : undefined}
                tabIndex={index === tabStop ? 0 : -1}
                style={{ height: rowHeight }}
                className={onOpenRow === undefined ? undefined : 'data-table-opens'}
                onFocus={() => setActive(index)}
                onKeyDown={(event) => press(event, index, row)}
                onClick={(event) => row !== null && !isControl(event.target) && onOpenRow?.(row)}
              >
                {selection !== undefined && <SelectCell id={id} selection={selection} />}
                {entry.getAllCells().map((cell) => (
                  <td key={cell.id} className={alignOf(columns, cell.column.id)}>
                    {row === null ? '…' : <table.FlexRender cell={cell} />}
                  </td>
                ))}
              </tr>
            );
          })}
          {bottom > 0 && <tr aria-hidden style={{ height: bottom }} />}
        </tbody>
      </table>
      {total === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t(paged?.isLoading === true ? 'state.loading' : 'table.none')}
        </Text>
      )}
    </div>
  );
}

interface VisibleRowsOptions<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[] | PagedRows<Row>;
  readonly rowHeight: number;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly sort: TableSort | null;
}

/** The rows in view: of all rows once sorted, or of the pages that have come. */
function useVisibleRows<Row>({ columns, rows, rowHeight, box, sort }: VisibleRowsOptions<Row>) {
  const paged = isPaged(rows) ? rows : null;
  const total = isPaged(rows) ? rows.total : rows.length;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const need = paged?.need;
  useEffect(() => {
    if (last >= 0) need?.(first, last);
  }, [need, first, last]);

  const local = useMemo<Entry<Row>[] | null>(
    () => (isPaged(rows) ? null : rows.map((row, index) => ({ index, row }))),
    [rows],
  );
  const data = useMemo<Entry<Row>[]>(() => {
    if (local !== null || !isPaged(rows)) return local ?? [];
    const shown = [];
    for (let index = first; index <= last; index += 1) shown.push({ index, row: rows.rowAt(index) });
    return shown;
  }, [local, rows, first, last]);
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const sorting = useMemo<SortingState>(
    () => (sort === null || paged !== null ? [] : [{ id: sort.columnId, desc: sort.descending }]),
    [sort, paged],
  );
  const table = useTable({
    features,
    columns: definitions,
    data,
    state: { sorting },
    manualSorting: paged !== null,
  });
  const model = table.getRowModel().rows;
  const shown = paged === null ? items.map((item) => model[item.index]) : model;
  return { table, shown, virtual, total, first, last };
}

interface RowFocusOptions {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly total: number;
  readonly scrollTo: (index: number) => void;
}

/** One row takes the focus at a time; a key moves it, also to a row that has yet to scroll into view. */
function useRowFocus({ box, total, scrollTo }: RowFocusOptions) {
  const [active, setActive] = useState(0);
  const isMoving = useRef(false);
  useEffect(() => {
    if (!isMoving.current) return;
    const row = box.current?.querySelector<HTMLElement>(`tr[data-row="${active}"]`);
    if (row === null || row === undefined) return;
    isMoving.current = false;
    row.focus();
  });
  const move = (event: KeyboardEvent, index: number) => {
    const next = nextRowIndex(event.key, index, total);
    if (next === null) return;
    event.preventDefault();
    if (next === index) return;
    isMoving.current = true;
    setActive(next);
    scrollTo(next);
  };
  return { active, setActive, move };
}

function SelectCell({ id, selection }: { readonly id: string | null; readonly selection: RowSelection }) {
  const { t } = useTranslation('common');
  const toggle = () => {
    if (id === null) return;
    const ids = new Set(selection.ids);
    if (!ids.delete(id)) ids.add(id);
    selection.onChange(ids);
  };
  return (
    <td className="data-table-select">
      <Checkbox
        size="xs"
        aria-label={t('table.selectRow')}
        checked={id !== null && selection.ids.has(id)}
        disabled={id === null}
        onChange={toggle}
      />
    </td>
  );
}

/** A cell that its column cuts off says all of itself under the pointer. */
function titleIfCut(target: EventTarget): void {
  const cell = target instanceof Element ? target.closest('td') : null;
  if (cell === null || cell.querySelector('[title]') !== null) return;
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent ?? '';
  else cell.removeAttribute('title');
}

/** A button, link or box inside a row does its own thing and doesn't open the row. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input, select, label') !== null;
}

function definitionOf<Row>(column: DataColumn<Row>): ColumnDef<typeof features, Entry<Row>> {
  return {
    id: column.id,
    header: column.header,
    cell: ({ row }) => (row.original.row === null ? null : column.cell(row.original.row)),
    accessorFn: ({ row }) => sortValueOf(row === null ? null : column.sortBy?.(row)),
    enableSorting: column.sortBy !== undefined,
    sortUndefined: 'last',
    sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
  };
}

function sortValueOf(value: number | string | null | undefined): number | string | undefined {
  return value === null || value === undefined || Number.isNaN(value) ? undefined : value;
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}

function isPaged<Row>(rows: readonly Row[] | PagedRows<Row>): rows is PagedRows<Row> {
  return !Array.isArray(rows);
}

function rowIdsOf<Row>(rows: readonly Row[] | PagedRows<Row>, rowId: (row: Row) => string): string[] {
  return isPaged(rows) ? [] : rows.map(rowId);
}

function alignOf<Row>(columns: readonly DataColumn<Row>[], id: string): string | undefined {
  return columns.find((column) => column.id === id)?.align === 'right' ? 'data-table-right' : undefined;
}
