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
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataColumn, RowSelection, TableSort } from './data-column.ts';
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
  const [active, setActive] = useState(0);
  const isMoving = useRef(false);
  const paged = isPaged(rows) ? rows : null;
  const total = isPaged(rows) ? rows.total : rows.length;
  const sort = props.onSort === undefined ? ownSort : (props.sort ?? null);

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

  const data = useMemo<Entry<Row>[]>(() => {
    if (!isPaged(rows)) return rows.map((row, index) => ({ index, row }));
    const shown = [];
    for (let index = first; index <= last; index += 1) shown.push({ index, row: rows.rowAt(index) });
    return shown;
  }, [rows, first, last]);
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const sorting: SortingState =
    sort === null || paged !== null ? [] : [{ id: sort.columnId, desc: sort.descending }];
  const table = useTable({
    features,
    columns: definitions,
    data,
    state: { sorting },
    manualSorting: paged !== null,
  });
  const model = table.getRowModel().rows;
  const shown = paged === null ? items.map((item) => model[item.index]) : model;

  useEffect(() => {
    if (!isMoving.current) return;
    const row = box.current?.querySelector<HTMLElement>(`tr[data-row="${active}"]`);
    if (row === null || row === undefined) return;
    isMoving.current = false;
    row.focus();
  });

  const move = (event: React.KeyboardEvent, index: number, row: Row | null) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && row !== null && onOpenRow !== undefined) {
      event.preventDefault();
      return onOpenRow(row);
    }
    const next = nextRowIndex(event.key, index, total);
    if (next === null) return;
    event.preventDefault();
    isMoving.current = true;
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const top = items[0]?.start ?? 0;
  const bottom = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const tabStop = active >= first && active <= last ? active : first;

  return (
    <div ref={box} className="data-table" style={{ height: props.height ?? 480 }}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are moved through with arrow keys */}
      <table role="grid" aria-label={props.label} aria-rowcount={total + 1}>
        <DataTableHead
          columns={columns}
          sort={sort}
          onSort={props.onSort ?? setOwnSort}
          selectAll={selection !== undefined && paged === null ? { selection, ids: rowIdsOf(rows, rowId) } : null}
          hasSelection={selection !== undefined}
        />
        <tbody>
          {top > 0 && <tr aria-hidden style={{ height: top }} />}
          {shown.map((entry, position) => {
            if (entry === undefined) return null;
            const { row } = entry.original;
            const index = first + position;
            const id = row === null ? null : rowId(row);
            return (
              <tr
                key={id ?? `waiting-${index}`}
                data-row={index}
                aria-rowindex={index + 2}
                aria-selected={selection === undefined ? undefined : id !== null && selection.ids.has(id)}
                aria-current={id !== null && props.openRowId === id ? 'true' : undefined}
                tabIndex={index === tabStop ? 0 : -1}
                style={{ height: rowHeight }}
                className={onOpenRow === undefined ? undefined : 'data-table-opens'}
                onFocus={() => setActive(index)}
                onKeyDown={(event) => move(event, index, row)}
                onClick={() => row !== null && onOpenRow?.(row)}
              >
                {selection !== undefined && <SelectCell id={id} selection={selection} />}
                {entry.getAllCells().map((cell) => (
                  // biome-ignore lint/a11y/useSemanticElements: a cell of a grid
                  <td key={cell.id} role="gridcell" className={alignOf(columns, cell.column.id)}>
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

function SelectCell({ id, selection }: { readonly id: string | null; readonly selection: RowSelection }) {
  const { t } = useTranslation('common');
  const toggle = () => {
    if (id === null) return;
    const ids = new Set(selection.ids);
    if (!ids.delete(id)) ids.add(id);
    selection.onChange(ids);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click on the box from opening the row
    <td role="gridcell" className="data-table-select" onClick={(event) => event.stopPropagation()}>
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
