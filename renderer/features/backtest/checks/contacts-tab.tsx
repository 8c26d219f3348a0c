import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RunInterventions } from '../../../../shared/schemas/lab-checks.ts';
import type { Rate } from '../../../../shared/schemas/lab-figures.ts';
import { useTaskQuery } from '../../../client/use-task-query.ts';
import { useFormat } from '../../../format/use-format.ts';
import { HelpTip } from '../../../ui/help-tip.tsx';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { ColumnHead } from '../column-head.tsx';
import { LabPart } from '../lab/lab-part.tsx';
import { NoFigure } from '../lab/no-figure.tsx';
import { TaskQueryView } from '../lab/task-query-view.tsx';
import { useRun } from '../run-context.ts';

/** Treated, untreated, and how far contacts could have changed the figures. */
export function ContactsTab() {
  const { t } = useTranslation('backtest');
  const runId = useRun().output.run.id;
  const label = t('checks.contacts.running');
  const query = useTaskQuery('backtests.interventions', { runId }, { label });
  return (
    <LabPart title={t('checks.contacts.title')} why={t('checks.contacts.why')}>
      <TaskQueryView query={query} label={label}>
        {(found) => <Found found={found} />}
      </TaskQueryView>
    </LabPart>
  );
}

function Found({ found: { contacts, figures } }: { readonly found: RunInterventions }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  if (contacts === 0) return <Text size="sm">{t('checks.contacts.none')}</Text>;
  if (figures.reason === 'noContacts') {
    return (
      <Text size="sm">{t('checks.contacts.noneInWindow', { contacts: format.number(contacts, 0) })}</Text>
    );
  }
  if (figures.reason !== null) return <NoFigure reason={figures.reason} />;
  const { treated } = figures;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('checks.contacts.care')}
      </Text>
      <Text size="sm">
        {t('checks.contacts.treated', {
          rows: format.number(treated.rows, 0),
          accounts: format.number(treated.accounts, 0),
          alarm: format.number(treated.keptInAlarm, 0),
          calm: format.number(treated.keptNotInAlarm, 0),
          positives: format.number(treated.positives, 0),
        })}
      </Text>
      <Sides figures={figures} />
    </Stack>
  );
}

function Sides({ figures }: { readonly figures: RunInterventions['figures'] }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { bounds } = figures;
  const range = (bound: { low: number; high: number } | null, write: (value: number) => string) =>
    bound === null ? '–' : t('checks.contacts.range', { low: write(bound.low), high: write(bound.high) });
  const percent = (value: number) => format.percent(value, 0);
  return (
    <Table fz={13} maw={1000} aria-label={t('checks.contacts.label')} data-testid="contacts">
      <Table.Thead>
        <Table.Tr>
          <ColumnHead>{t('checks.contacts.side')}</ColumnHead>
          <ColumnHead>{t('checks.contacts.n')}</ColumnHead>
          <ColumnHead term="auc">{t('checks.contacts.auc')}</ColumnHead>
          <ColumnHead term="hitRate">{t('checks.contacts.hit')}</ColumnHead>
          <ColumnHead term="catchRate">{t('checks.contacts.catch')}</ColumnHead>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {(['all', 'untreated'] as const).map((key) => {
          const side = figures[key];
          return (
            <Table.Tr key={key}>
              <Table.Th fw={500}>{t(`checks.contacts.${key}`)}</Table.Th>
              <Table.Td>
                {t('checks.contacts.nText', {
                  rows: format.number(side.rows, 0),
                  churners: format.number(side.churners, 0),
                })}
              </Table.Td>
              <Table.Td>
                <span className="backtest-figure">
                  <span className="num">{format.auc(side.auc?.value ?? null)}</span>
                  <IntervalBar estimate={side.auc} reference={0.5} />
                </span>
              </Table.Td>
              <RateCell rate={side.hitRate} />
              <RateCell rate={side.catchRate} />
            </Table.Tr>
          );
        })}
        <Table.Tr>
          <Table.Th fw={500}>
            {t('checks.contacts.bounds')} <HelpTip text={t('checks.contacts.boundsHelp')} />
          </Table.Th>
          <Table.Td />
          <Table.Td>{range(bounds.auc, format.auc)}</Table.Td>
          <Table.Td>{range(bounds.hitRate, percent)}</Table.Td>
          <Table.Td>{range(bounds.catchRate, percent)}</Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

function RateCell({ rate: { rate, low, high } }: { readonly rate: Rate }) {
  const format = useFormat();
  return (
    <Table.Td>
      <span className="backtest-figure">
        <span className="num">{format.percent(rate, 0)}</span>
        <IntervalBar
          estimate={rate === null ? null : { value: rate, low, high }}
          format={(value) => format.percent(value, 0)}
        />
      </span>
    </Table.Td>
  );
}
