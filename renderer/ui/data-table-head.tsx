import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DataColumn, RowSelection, TableSort } from './data-column.ts';
import { Explained, ExplainedAround } from './explained.tsx';
import { HelpTip } from './help-tip.tsx';

export interface DataTableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
  readonly hasSelection: boolean;
  /** Null where not all rows are here to be selected. */
  readonly selectAll: { readonly selection: RowSelection; readonly ids: readonly string[] } | null;
}

export function DataTableHead<Row>({
  columns,
  sort,
  onSort,
  hasSelection,
  selectAll,
}: DataTableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {hasSelection && <SelectHead selectAll={selectAll} />}
        {columns.map((column) => {
          const isSorted = sort?.columnId === column.id;
          return (
            <th
              key={column.id}
              scope="col"
              style={column.width === undefined ? undefined : { width: column.width }}
              className={column.align === 'right' ? 'data-table-right' : undefined}
              aria-sort={!isSorted ? undefined : sort.descending ? 'descending' : 'ascending'}
            >
              <ColumnName column={column} sort={isSorted ? sort : null} onSort={onSort} />
              {column.help !== undefined && <HelpTip text={column.help} />}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Keeps the sign in the line of the word before it. */
const wordJoiner = '\u2060';

interface ColumnNameProps<Row> {
  readonly column: DataColumn<Row>;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
}

function ColumnName<Row>({ column, sort, onSort }: ColumnNameProps<Row>) {
  const { header, term, id, firstSort } = column;
  if (column.sortBy === undefined)
    return term === undefined ? header : <Explained term={term}>{header}</Explained>;
  const button = (
    <SortButton header={header} sort={sort} columnId={id} firstSort={firstSort} onSort={onSort} />
  );
  return term === undefined ? button : <ExplainedAround term={term}>{button}</ExplainedAround>;
}

interface SortButtonProps {
  readonly firstSort: DataColumn<never>['firstSort'] | undefined;
  readonly header: string;
  readonly columnId: string;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
}

function SortButton({ header, columnId, sort, firstSort = 'ascending', onSort }: SortButtonProps) {
  const { t } = useTranslation('common');
  const descending = sort === null ? firstSort === 'descending' : !sort.descending;
  const label = t(descending ? 'table.sortDescending' : 'table.sortAscending', { column: header });
  return (
    <button
      type="button"
      className="data-table-sort"
      title={label}
      onClick={() => onSort({ columnId, descending })}
    >
      {header}
      <span aria-hidden className={sort === null ? 'data-table-sortable' : undefined}>
        {`${wordJoiner}${sort === null ? '↕' : sort.descending ? '↓' : '↑'}`}
      </span>
    </button>
  );
}

function SelectAll({
  selection,
  ids,
}: {
  readonly selection: RowSelection;
  readonly ids: readonly string[];
}) {
  const { t } = useTranslation('common');
  const chosen = ids.filter((id) => selection.ids.has(id)).length;
  const hasAll = chosen > 0 && chosen === ids.length;
  return (
    <Checkbox
      size="xs"
      aria-label={t('table.selectAll')}
      checked={hasAll}
      indeterminate={chosen > 0 && !hasAll}
      onChange={() => selection.onChange(new Set(hasAll ? [] : ids))}
    />
  );
}

/** The head above the boxes; a plain cell where there is nothing to choose all of. */
function SelectHead({ selectAll }: Pick<DataTableHeadProps<unknown>, 'selectAll'>) {
  if (selectAll === null) return <td className="data-table-select" />;
  return (
    <th className="data-table-select">
      <SelectAll {...selectAll} />
    </th>
  );
}
