import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { buildSnapshotColumns } from './build-snapshot-columns.tsx';
import { useRun } from './run-context.ts';

/** Every as-of date: its window, who was eligible, who was left out and why, and its AUC. */
export function SnapshotTable() {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const { snapshots } = useRun().output.figures;
  const columns = useMemo(() => buildSnapshotColumns(snapshots, { t, format }), [snapshots, t, format]);
  return (
    <DataTable
      label={t('dates.label')}
      columns={columns}
      rows={snapshots}
      rowId={(snapshot) => String(snapshot.asOf)}
      height={Math.min(440, 48 + 36 * snapshots.length)}
    />
  );
}
