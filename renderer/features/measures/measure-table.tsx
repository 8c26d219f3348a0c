import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { type MeasureRow, warningCount } from './build-measure-rows.ts';
import { measureColumns } from './measure-columns.tsx';
import { useMeasureSteps } from './use-measure-steps.ts';

export interface MeasureTableProps {
  readonly rows: readonly MeasureRow[];
  readonly onOpen: (measureId: string) => void;
}

const rowHeight = 60;

/** One row per measure, sortable by every column. */
export function MeasureTable({ rows, onOpen }: MeasureTableProps) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const { setActionable, flip } = useMeasureSteps();
  const hasWarnings = rows.some((row) => warningCount(row) > 0);
  const columns = useMemo(
    () =>
      measureColumns({
        t,
        format,
        hasWarnings,
        onFlip: (measure) => void flip(measure),
        onActionable: (measure, actionable) => void setActionable(measure, actionable),
      }),
    [t, format, hasWarnings, setActionable, flip],
  );
  return (
    <DataTable
      label={t('tableLabel')}
      columns={columns}
      rows={rows}
      rowId={({ measure }) => measure.id}
      rowHeight={rowHeight}
      height={`min(calc(100vh - 270px), ${96 + rows.length * rowHeight}px)`}
      onOpenRow={({ measure }) => onOpen(measure.id)}
    />
  );
}
