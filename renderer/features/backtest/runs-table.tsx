import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../shared/schemas/figures.ts';
import { useAppStore } from '../../client/app-store.ts';
import { navigate } from '../../client/navigate.ts';
import { useDesign } from '../../client/use-design.ts';
import { useFormat } from '../../format/use-format.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { type RunHead, useRun } from './run-context.ts';

/** All runs of the workspace, newest first; a row opens its result again without opening the test window. */
export function RunsTable({ runs }: { readonly runs: readonly RunHead[] }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const design = useDesign();
  const selectScorecard = useAppStore((state) => state.selectScorecard);
  const shown = useRun().output.run.id;
  const nameOf = (run: RunHead) =>
    design?.scorecards.find((card) => card.id === run.scorecardId)?.name ?? run.scorecardId;
  // The engine writes the verdict's kind into the head; the contract keeps it as plain text.
  const kindOf = (run: RunHead) => t(`runs.kind.${run.verdictKind as Verdict['kind']}`);
  const columns: DataColumn<RunHead>[] = [
    {
      id: 'ranAt',
      header: t('runs.ranAt'),
      width: 220,
      cell: (run) => (
        <>
          {format.instant(Date.parse(run.ranAt))}{' '}
          {run.id === shown && (
            <Text span size="xs" c="dimmed">
              ({t('runs.shown')})
            </Text>
          )}
        </>
      ),
      sortBy: (run) => run.ranAt,
    },
    { id: 'scorecard', header: t('runs.scorecard'), cell: nameOf, sortBy: nameOf },
    { id: 'verdict', header: t('runs.verdict'), width: 200, cell: kindOf, sortBy: kindOf },
    {
      id: 'churners',
      header: t('runs.churners'),
      width: 110,
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
  ];
  return (
    <DataTable
      label={t('runs.label')}
      columns={columns}
      rows={runs}
      rowId={(run) => run.id}
      openRowId={shown}
      sort={{ columnId: 'ranAt', descending: true }}
      onOpenRow={(run) => {
        selectScorecard(run.scorecardId);
        navigate('backtest', run.id);
      }}
      height={Math.min(400, 52 + 36 * Math.max(1, runs.length))}
    />
  );
}
