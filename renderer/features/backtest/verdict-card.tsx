import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { HelpTip } from '../../ui/help-tip.tsx';
import { buildNextStep, buildVerdictSentence } from './build-verdict-sentence.ts';
import { DrillNumber } from './drill-number.tsx';
import { useRun } from './run-context.ts';
import { VerdictNumbers } from './verdict-numbers.tsx';

/** The verdict in one sentence, what to do next, and the numbers behind it. */
export function VerdictCard() {
  const { t } = useTranslation(['backtest', 'common']);
  const { output } = useRun();
  const { figures } = output;
  return (
    <Paper withBorder p="md" data-testid="verdict">
      <Stack gap="sm">
        <div>
          <Title order={2} size="sm" fw={600} c="dimmed">
            {t('verdict.title')}
          </Title>
          <Text fz={20} lh={1.5} fw={600} maw={980} data-testid="verdict-sentence">
            {buildVerdictSentence(figures, t)}
          </Text>
          <Text size="sm" mt={4} maw={980}>
            {buildNextStep(figures, t)}
          </Text>
        </div>
        <VerdictNumbers />
        <LeftOut />
        <RowsLine />
      </Stack>
    </Paper>
  );
}

function LeftOut() {
  const { t } = useTranslation('backtest');
  const { baselines } = useRun().output.figures;
  const sentences = baselines.flatMap(({ key, status }) =>
    status === 'judged' ? [] : [t(`baseline.${status}`, { name: t(`baseline.name.${key}`) })],
  );
  if (sentences.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {sentences.join(' ')}
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
        <Text span inherit>
          {t(isOptimistic ? 'verdict.rowsDesign' : 'verdict.rows', {
            from: format.day(days[0]?.asOf ?? null),
            to: format.day(days.at(-1)?.asOf ?? null),
            churners: format.count(window.churners, 'churner'),
            accounts: format.count(window.accounts, 'account'),
            rows: format.count(window.rows, 'row'),
          })}
        </Text>
      )}
      {window !== null && window.unscoredChurners > 0 && (
        <Text span inherit>
          {t('verdict.unscored')}:{' '}
          <DrillNumber
            count={window.unscoredChurners}
            value={format.count(window.unscoredChurners, 'account')}
            what={t('verdict.unscored')}
            cell={{ type: 'churners', threshold: null, which: 'unscored' }}
          />
        </Text>
      )}
      <Group gap={4}>
        <Text span inherit data-testid="opened">
          {t('verdict.opened', { count: output.opened, value: format.number(output.opened, 0) })}
        </Text>
        <HelpTip text={t('verdict.openedHelp')} />
      </Group>
    </Group>
  );
}
