import { Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { buildDrillColumns } from './build-drill-columns.tsx';
import { openAccount } from './open-account.ts';
import { type Drill, useRun } from './run-context.ts';

/** The accounts behind a number, read page by page; a row opens its account. */
export function DrillTable({ drill, height }: { readonly drill: Drill; readonly height: number | string }) {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const { run, scorecard } = useRun().output;
  const { cell, window } = drill;
  const key = JSON.stringify([run.id, window, cell]);
  const [distinct, setDistinct] = useState<number | null>(null);
  const rows = usePagedRows(async (offset, limit) => {
    const result = await call('backtests.rows', { runId: run.id, window, cell, offset, limit });
    if (result.ok) setDistinct(result.value.distinctAccounts);
    return result;
  }, key);
  const columns = useMemo(() => buildDrillColumns(scorecard.bands, { t, format }), [scorecard, t, format]);
  if (rows.error !== null) return <FailedState error={rows.error} />;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed" aria-live="polite">
        {distinct === null
          ? t('common:state.loading')
          : t('drill.counts', {
              rows: format.count(rows.total, 'row'),
              accounts: format.count(distinct, 'account'),
            })}
      </Text>
      <DataTable
        label={drill.title === '' ? t('drill.label') : drill.title}
        columns={columns}
        rows={rows}
        rowId={(row) => `${row.accountId} ${row.asOf}`}
        onOpenRow={(row) => openAccount(row.accountId, row.asOf)}
        height={height}
      />
    </Stack>
  );
}
