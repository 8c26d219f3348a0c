import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isBeside } from '../../../shared/backtest/judge-baselines.ts';
import type { Query } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { Explained } from '../../ui/explained.tsx';
import { buildHeadline, buildNextStep } from './build-verdict-sentence.ts';
import { LuckNote, useLuck } from './checks/luck-note.tsx';
import { DrillNumber } from './drill-number.tsx';
import type { LabOutput } from './lab/lab-context.ts';
import { ReportButton } from './report/report-button.tsx';
import { useRun } from './run-context.ts';
import { VerdictNumbers } from './verdict-numbers.tsx';

/** The verdict in one sentence, what to do next, and the numbers behind it. */
export function VerdictCard({ lab }: { readonly lab: Query<LabOutput> }) {
  const { t } = useTranslation(['backtest', 'common']);
  const { output } = useRun();
  const { figures } = output;
  const { luck, isWaiting } = useLuck();
  const { headline, below } = buildHeadline(figures, luck, t);
  return (
    <Paper withBorder p="md" data-testid="verdict">
      <Stack gap="sm">
        <div>
          <Group justify="space-between">
            <Title order={2} size="sm" fw={600} c="dimmed">
              <Explained term="verdict">{t('verdict.title')}</Explained>
            </Title>
            <ReportButton lab={lab} luck={luck} isWaiting={isWaiting} />
          </Group>
          <Text fz={20} lh={1.5} fw={600} maw={980} data-testid="verdict-sentence">
            {headline}
          </Text>
          {below !== null && (
            <Text size="sm" mt={4} maw={980}>
              {below}
            </Text>
          )}
          <Text size="sm" mt={4} maw={980}>
            {buildNextStep(figures, t)}
          </Text>
        </div>
        <Purpose />
        <VerdictNumbers />
        <LuckNote luck={luck} />
        <LeftOut />
        <RowsLine />
      </Stack>
    </Paper>
  );
}

/** What the scorecard is for, in the person's own words, beside what it is worth. */
function Purpose() {
  const { t } = useTranslation('backtest');
  const { goal, healthyCustomer } = useRun().output.scorecard.purpose;
  const parts = [
    ...(goal === '' ? [] : [t('verdict.goal', { goal })]),
    ...(healthyCustomer === '' ? [] : [t('verdict.healthy', { healthy: healthyCustomer })]),
  ];
  if (parts.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" maw={980}>
      {parts.join(' · ')}
    </Text>
  );
}

function LeftOut() {
  const { t } = useTranslation('backtest');
  const { baselines } = useRun().output.figures;
  const sentences = baselines.flatMap(({ key, status }) =>
    status === 'judged' || isBeside(key)
      ? []
      : [t(`baseline.${status}`, { name: t(`baseline.name.${key}`) })],
  );
  if (sentences.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {sentences.join(' ')}
    </Text>
  );
}

/** Why the window ends before the last as-of date of the schedule. */
function PendingReason() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { figures } = useRun().output;
  const pending = figures.snapshots.filter(({ window }) => window === 'pending');
  if (pending.length === 0) return null;
  return (
    <Text span inherit data-testid="pending-reason">
      {t('verdict.pending', {
        count: pending.length,
        value: format.number(pending.length, 0),
        from: format.day(pending[0]!.asOf),
        known: format.day(figures.settings.knownThrough),
      })}
    </Text>
  );
}

function RowsLine() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { output, window, windowName, isOptimistic } = useRun();
  const days = output.figures.snapshots.filter((snapshot) => snapshot.window === windowName);
  return (
    <Group gap="xs" fz="xs" c="dimmed">
      {window !== null && (
        <>
          <Text span inherit>
            {t(isOptimistic ? 'verdict.rowsDesign' : 'verdict.rows', {
              from: format.day(days[0]?.asOf ?? null),
              to: format.day(days.at(-1)?.asOf ?? null),
            })}
          </Text>
          <DrillNumber
            count={window.churners}
            value={format.count(window.churners, 'churner')}
            what={t('cases.drill')}
            cell={{ type: 'churners', threshold: null, which: 'all' }}
          />
          <DrillNumber
            count={window.accounts}
            value={format.count(window.accounts, 'account')}
            what={t('verdict.allAccounts')}
            cell={{ type: 'accounts', threshold: 100.1, which: 'contacted' }}
          />
          <DrillNumber
            count={window.rows}
            value={format.count(window.rows, 'row')}
            what={t('verdict.allRows')}
            cell={{ type: 'rows', label: 'both', scored: 'any' }}
          />
        </>
      )}
      {window !== null && window.unscoredChurners > 0 && (
        <Text span inherit>
          <Explained term="unscored">{t('verdict.unscored')}</Explained>:{' '}
          <DrillNumber
            count={window.unscoredChurners}
            value={format.count(window.unscoredChurners, 'account')}
            what={t('verdict.unscored')}
            cell={{ type: 'churners', threshold: null, which: 'unscored' }}
          />
        </Text>
      )}
      <PendingReason />
      <Text span inherit data-testid="opened">
        <Explained term="opened">
          {t('verdict.opened', { count: output.opened, value: format.number(output.opened, 0) })}
        </Explained>
      </Text>
    </Group>
  );
}
