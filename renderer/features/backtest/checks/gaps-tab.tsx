import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MissingFigures } from '../../../../shared/schemas/lab-checks.ts';
import { useDesign } from '../../../client/use-design.ts';
import { useTaskQuery } from '../../../client/use-task-query.ts';
import { useFormat } from '../../../format/use-format.ts';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { ColumnHead } from '../column-head.tsx';
import { LabPart } from '../lab/lab-part.tsx';
import { NoFigure } from '../lab/no-figure.tsx';
import { TaskQueryView } from '../lab/task-query-view.tsx';
import { useRun } from '../run-context.ts';

/** The verdict's figures under each way of filling gaps, and whether a gap is a sign itself. */
export function GapsTab() {
  const { t } = useTranslation('backtest');
  const runId = useRun().output.run.id;
  const label = t('checks.gaps.running');
  const query = useTaskQuery('backtests.missing', { runId }, { label });
  return (
    <TaskQueryView query={query} label={label}>
      {(figures) =>
        figures.reason !== null ? (
          <NoFigure reason={figures.reason} />
        ) : (
          <Stack gap="lg">
            <Choices figures={figures} />
            <Measures figures={figures} />
          </Stack>
        )
      }
    </TaskQueryView>
  );
}

function Choices({ figures }: { readonly figures: MissingFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  return (
    <LabPart title={t('checks.gaps.title')} why={t('checks.gaps.why')}>
      <Text size="xs" c="dimmed">
        {t('checks.gaps.n', {
          churners: format.count(figures.churners, 'churner'),
          accounts: format.count(figures.accounts, 'account'),
          rows: format.count(figures.rows, 'row'),
        })}
      </Text>
      <Table fz={13} aria-label={t('checks.gaps.label')} data-testid="gap-choices">
        <Table.Thead>
          <Table.Tr>
            <ColumnHead>{t('checks.gaps.choice')}</ColumnHead>
            <ColumnHead term="auc">{t('checks.gaps.auc')}</ColumnHead>
            <ColumnHead term="catchRate">{t('checks.gaps.catch')}</ColumnHead>
            <ColumnHead right term="rows">
              {t('checks.gaps.rows')}
            </ColumnHead>
            <ColumnHead right term="unscored">
              {t('checks.gaps.unscored')}
            </ColumnHead>
            <ColumnHead term="bandShare">{t('checks.gaps.shares')}</ColumnHead>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.choices.map((choice) => (
            <ChoiceRow key={choice.choice} choice={choice} />
          ))}
        </Table.Tbody>
      </Table>
    </LabPart>
  );
}

function ChoiceRow({ choice }: { readonly choice: MissingFigures['choices'][number] }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { bands } = useRun().output.scorecard;
  const { auc, catchRate } = choice;
  const share = (rows: number) => format.percent(choice.rows === 0 ? null : rows / choice.rows, 0);
  return (
    <Table.Tr>
      <Table.Th fw={500}>{t(`checks.gaps.choices.${choice.choice}`)}</Table.Th>
      <Table.Td>
        <span className="backtest-figure">
          <span className="num">{format.auc(auc?.value ?? null)}</span>
          <IntervalBar estimate={auc} reference={0.5} />
          <Text span size="xs" c="dimmed">
            {format.interval(auc?.low ?? null, auc?.high ?? null, format.auc)}
          </Text>
        </span>
      </Table.Td>
      <Table.Td>
        {t('checks.gaps.caughtOf', {
          part: format.number(catchRate.count, 0),
          total: format.number(catchRate.total, 0),
        })}{' '}
        {format.percent(catchRate.rate, 0)}
      </Table.Td>
      <Table.Td className="num" ta="right">
        {format.number(choice.rows, 0)}
      </Table.Td>
      <Table.Td className="num" ta="right">
        {t('checks.gaps.unscoredText', {
          rows: format.number(choice.unscoredRows, 0),
          churners: format.number(choice.unscoredChurners, 0),
        })}
      </Table.Td>
      <Table.Td>
        {choice.bands
          .map(({ bandId, rows }) => {
            const band = bands.find(({ id }) => id === bandId);
            return `${band?.symbol || band?.label || ''} ${share(rows)}`;
          })
          .join(' · ')}
      </Table.Td>
    </Table.Tr>
  );
}

function Measures({ figures }: { readonly figures: MissingFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const design = useDesign();
  const nameOf = (id: string) => design?.measures.find((measure) => measure.id === id)?.name ?? id;
  const shareOf = ({ count, total, rate }: MissingFigures['measures'][number]['kept']) =>
    t('checks.gaps.share', {
      share: format.percent(rate),
      count: format.number(count, 0),
      total: format.number(total, 0),
    });
  return (
    <LabPart title={t('checks.gaps.measuresTitle')} why={t('checks.gaps.measuresWhy')}>
      <Table fz={13} maw={960} aria-label={t('checks.gaps.measuresLabel')} data-testid="gap-measures">
        <Table.Thead>
          <Table.Tr>
            <ColumnHead>{t('checks.gaps.measure')}</ColumnHead>
            <ColumnHead right term="missingShare">
              {t('checks.gaps.churned')}
            </ColumnHead>
            <ColumnHead right term="missingShare">
              {t('checks.gaps.kept')}
            </ColumnHead>
            <ColumnHead term="auc">{t('checks.gaps.valueAuc')}</ColumnHead>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.measures.map(({ measureId, churned, kept, auc }) => {
            const { low = null, high = null } = auc ?? {};
            const tells = low !== null && high !== null && (low > 0.5 || high < 0.5);
            return (
              <Table.Tr key={measureId}>
                <Table.Th fw={500}>{nameOf(measureId)}</Table.Th>
                <Table.Td className="num" ta="right">
                  {shareOf(churned)}
                </Table.Td>
                <Table.Td className="num" ta="right">
                  {shareOf(kept)}
                </Table.Td>
                <Table.Td>
                  {auc === null ? (
                    <Text span size="xs" c="dimmed">
                      {t('checks.gaps.noGaps')}
                    </Text>
                  ) : (
                    <span className="backtest-figure">
                      <span className="num">{format.auc(auc.value)}</span>
                      <IntervalBar estimate={auc} reference={0.5} />
                      {tells && <b>{t('checks.gaps.tells')}</b>}
                    </span>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </LabPart>
  );
}
