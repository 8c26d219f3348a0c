import { Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';

type Run = ChannelOutput<'backtests.list'>['items'][number];

export interface RunListProps {
  readonly runs: readonly Run[];
  readonly draftHash: string;
}

/** What was back-tested when, newest first. */
export function RunList({ runs, draftHash }: RunListProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const columns = useMemo<DataColumn<Run>[]>(
    () => [
      {
        id: 'ranAt',
        header: t('runs.ranAt'),
        cell: (run) => format.instant(Date.parse(run.ranAt)),
        sortBy: (run) => run.ranAt,
      },
      {
        id: 'design',
        header: t('runs.design'),
        cell: (run) => t(run.designHash === draftHash ? 'runs.draft' : 'runs.earlier'),
      },
      {
        id: 'churners',
        header: t('runs.churners'),
        width: 120,
        align: 'right',
        cell: (run) => format.number(run.churners, 0),
        sortBy: (run) => run.churners,
      },
      {
        id: 'auc',
        header: t('runs.auc'),
        width: 160,
        align: 'right',
        cell: (run) => format.auc(run.testAuc),
        sortBy: (run) => run.testAuc,
      },
    ],
    [t, format, draftHash],
  );
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        {t('runs.title')}
      </Title>
      {runs.length === 0 ? (
        <Text size="sm">{t('runs.none')}</Text>
      ) : (
        <DataTable
          label={t('runs.title')}
          columns={columns}
          rows={runs}
          rowId={(run) => run.id}
          sort={{ columnId: 'ranAt', descending: true }}
          onOpenRow={(run) => navigate('backtest', run.id)}
          height={Math.min(320, 44 + runs.length * 36)}
        />
      )}
    </Stack>
  );
}
