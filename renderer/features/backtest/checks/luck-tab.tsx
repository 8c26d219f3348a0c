import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LuckFigures } from '../../../../shared/schemas/lab-checks.ts';
import { useDesign } from '../../../client/use-design.ts';
import { useQuery } from '../../../client/use-query.ts';
import { useTaskQuery } from '../../../client/use-task-query.ts';
import { useFormat } from '../../../format/use-format.ts';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ColumnHead } from '../column-head.tsx';
import { LabPart } from '../lab/lab-part.tsx';
import { TaskQueryView } from '../lab/task-query-view.tsx';
import { useRun } from '../run-context.ts';

/** The trial ledger of this window, and what as many designs reach by luck alone. */
export function LuckTab() {
  const { t } = useTranslation('backtest');
  const runId = useRun().output.run.id;
  const label = t('checks.luck.running');
  const query = useTaskQuery('backtests.luck', { runId }, { label });
  return (
    <Stack gap="lg">
      <LabPart title={t('checks.luck.title')} why={t('checks.luck.why')}>
        <TaskQueryView query={query} label={label}>
          {(figures) => <Line figures={figures} />}
        </TaskQueryView>
      </LabPart>
      <Ledger />
    </Stack>
  );
}

function Line({ figures }: { readonly figures: LuckFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { figures: run } = useRun().output;
  const { mean, percentile95, reached, designs, reason } = figures;
  if (mean === null || percentile95 === null || reached === null) {
    return (
      <Text size="sm">
        {t('checks.luck.noLine', { reason: t(`lab.reason.${reason ?? 'constantScore'}`) })}
      </Text>
    );
  }
  const isAbove = reached > percentile95;
  return (
    <Stack gap={4} data-testid="luck-line">
      <Text>
        {t('checks.luck.sentence', {
          count: designs,
          value: format.number(designs, 0),
          mean: format.auc(mean),
          high: format.auc(percentile95),
        })}{' '}
        <b>{t(isAbove ? 'checks.luck.above' : 'checks.luck.within', { auc: format.auc(reached) })}</b>
      </Text>
      <IntervalBar
        estimate={{ value: reached, low: null, high: null }}
        reference={0.5}
        noise={{ low: Math.min(0.5, mean), high: percentile95 }}
        width={420}
      />
      {run.testFrom === null && (
        <Text fw={600}>
          {isAbove
            ? t('checks.luck.promising', { churners: run.verdict.churners })
            : t('checks.luck.notPromising')}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('checks.luck.n', {
          shuffles: format.number(figures.shuffles, 0),
          measures: format.count(figures.measures, 'measure'),
          churners: format.count(figures.churners, 'churner'),
          accounts: format.count(figures.accounts, 'account'),
          seed: run.settings.seed,
        })}
        {figures.relearnt > 0 &&
          ` ${t('checks.luck.accepted', { count: figures.relearnt, value: format.number(figures.relearnt, 0) })}`}
      </Text>
    </Stack>
  );
}

function Ledger() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const design = useDesign();
  const runId = useRun().output.run.id;
  const query = useQuery('backtests.ledger', { runId });
  const nameOf = (id: string) => design?.scorecards.find((card) => card.id === id)?.name ?? id;
  return (
    <LabPart title={t('checks.luck.ledger')} why={t('checks.luck.ledgerWhy')}>
      <QueryView query={query} loadingText={t('loading')}>
        {({ entries }) => (
          <Table fz={13} maw={820} aria-label={t('checks.luck.label')} data-testid="ledger">
            <Table.Thead>
              <Table.Tr>
                <ColumnHead right term="opened">
                  {t('checks.luck.number')}
                </ColumnHead>
                <ColumnHead>{t('checks.luck.opened')}</ColumnHead>
                <ColumnHead>{t('checks.luck.scorecard')}</ColumnHead>
                <ColumnHead>{t('checks.luck.design')}</ColumnHead>
                <ColumnHead right term="auc">
                  {t('checks.luck.auc')}
                </ColumnHead>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry, index) => (
                <Table.Tr key={entry.designHash}>
                  <Table.Td className="num" ta="right">
                    {format.number(index + 1, 0)}
                  </Table.Td>
                  <Table.Td>{format.instant(Date.parse(entry.openedAt))}</Table.Td>
                  <Table.Td>{nameOf(entry.scorecardId)}</Table.Td>
                  <Table.Td>
                    <code>{entry.designHash.slice(0, 10)}</code>
                    {entry.isShown && ` (${t('checks.luck.shown')})`}
                  </Table.Td>
                  <Table.Td className="num" ta="right">
                    {format.auc(entry.auc)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </QueryView>
    </LabPart>
  );
}
