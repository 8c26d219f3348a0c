import { Button, Group, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { Ban, Check, LoaderCircle, Pencil, RotateCcw, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { Format } from '../../format/use-format.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { withCell } from './edit-fixes.ts';
import { reasonOf } from './problem-reasons.ts';
import type { GridRow, RowFixes, Verdict } from './use-row-fixes.ts';

/** A problem row as the grid shows it: as last checked, or as just changed. */
export interface ShownRow {
  readonly row: GridRow;
  readonly cells: readonly string[];
  readonly state: Verdict['state'];
  readonly column: string;
  readonly reason: string;
  readonly value: string;
}

/** What the cells of the grid act on, as it is when they are drawn. */
export interface GridContext {
  readonly plan: ImportPlan;
  readonly fixes: RowFixes;
  readonly onEdit: (row: ShownRow) => void;
}

export interface GridColumnsInput {
  readonly t: TFunction<['data', 'common']>;
  readonly format: Format;
  /** Asked when a cell is drawn, so that the columns stay the same while a person types. */
  readonly context: () => GridContext;
}

/** What a row reads now: a verdict newer than the last check wins. */
export function buildShownRow(row: GridRow, verdict: Verdict | undefined): ShownRow {
  const { column, reason, value } = verdict?.problem ?? row;
  return {
    row,
    cells: verdict?.cells ?? row.cells,
    state: verdict?.state ?? row.state,
    column,
    reason,
    value,
  };
}

const marks = { open: TriangleAlert, fixed: Check, skipped: Ban, checking: LoaderCircle } as const;

/** Line, state, column, the text to mend, why, and what can be done with the row. */
export function buildGridColumns({ t, format, context }: GridColumnsInput): DataColumn<ShownRow>[] {
  return [
    {
      id: 'line',
      header: t('problemTable.line'),
      width: 64,
      align: 'right',
      cell: ({ row }) => format.number(row.line, 0),
    },
    {
      id: 'state',
      header: t('problemGrid.state'),
      width: 96,
      cell: ({ state }) => {
        const Mark = marks[state];
        return (
          <span className="row-state" data-state={state}>
            <Mark size={13} aria-hidden /> {t(`problemGrid.mark.${state}`)}
          </span>
        );
      },
    },
    {
      id: 'column',
      header: t('problemTable.column'),
      width: 112,
      cell: ({ column }) => (column === '' ? t('problemTable.wholeRow') : column),
    },
    {
      id: 'value',
      header: t('problemTable.value'),
      width: 168,
      cell: (shown) => <CellField shown={shown} context={context()} t={t} />,
    },
    {
      id: 'reason',
      header: t('problemTable.reason'),
      cell: ({ reason, state }) => (
        <span className="problem-reason" data-state={state}>
          {t(`reason.${reasonOf(reason)}`)}
        </span>
      ),
    },
    {
      id: 'action',
      header: t('problemGrid.action'),
      width: 196,
      cell: (shown) => <RowActions shown={shown} context={context()} t={t} />,
    },
  ];
}

interface RowPartProps {
  readonly shown: ShownRow;
  readonly context: GridContext;
  readonly t: TFunction<['data', 'common']>;
}

/** The text at fault, to be typed over; Enter or leaving the field checks the row again. */
function CellField({ shown, context: { plan, fixes }, t }: RowPartProps) {
  const { row, cells, column, state } = shown;
  const index = plan.columns.find(({ name }) => name === column)?.index ?? -1;
  const text = cells[index] ?? '';
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  if (index < 0 || row.isCut || state === 'skipped')
    return <>{cells.join(plan.read.delimiter).slice(0, 200)}</>;
  const commit = () => {
    if (typed !== text) fixes.fix(row, withCell(cells, index, typed, plan.columns.length));
  };
  return (
    <TextInput
      size="xs"
      aria-label={t('problemGrid.cellOf', { line: row.line, column })}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(text);
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
      }}
    />
  );
}

function RowActions({ shown, context: { fixes, onEdit }, t }: RowPartProps) {
  const { row, state } = shown;
  const { line } = row;
  const isChanged = state === 'fixed' || state === 'skipped';
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<Pencil size={11} aria-hidden />}
        aria-label={t('problemGrid.editOf', { line })}
        onClick={() => onEdit(shown)}
      >
        {t('problemGrid.edit')}
      </Button>
      {isChanged ? (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<RotateCcw size={11} aria-hidden />}
          aria-label={t('problemGrid.restoreOf', { line })}
          onClick={() => fixes.restore(row)}
        >
          {t('problemGrid.restore')}
        </Button>
      ) : (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('problemGrid.skipOf', { line })}
          onClick={() => fixes.skip(row)}
        >
          {t('problemGrid.skip')}
        </Button>
      )}
    </Group>
  );
}
