import { Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../../../shared/schemas/lab-autopsy.ts';
import { useDesign } from '../../../client/use-design.ts';
import { useFormat } from '../../../format/use-format.ts';
import { accountLabel, useLab } from '../lab/lab-context.ts';
import { useLink } from '../link-context.ts';
import { openAccount } from '../open-account.ts';
import { useRun } from '../run-context.ts';
import { buildRedText } from './build-red-text.ts';
import { CaseSpark } from './case-spark.tsx';

/** One account's year: how its score went, since when it was red, what took the score down. Opens the account. */
export function CaseCard({ told }: { readonly told: Case }) {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const view = useLab();
  const { windowName } = useRun();
  const { point } = useLink();
  const name = accountLabel(view, told.account);
  const { bands } = useRun().output.scorecard;
  const red = buildRedText(told, bands, { t, format });
  const mark = {
    title: name,
    cell: { type: 'lives' as const, lives: [told.life] },
    window: windowName,
  };
  return (
    <UnstyledButton
      className="case-card"
      data-testid={`case-${told.kind}`}
      onClick={() =>
        openAccount(view.accounts.get(told.account)?.accountId, told.redDay ?? told.days.at(-1) ?? null)
      }
      onMouseEnter={() => point(mark)}
      onMouseLeave={() => point(null)}
      onFocus={() => point(mark)}
      onBlur={() => point(null)}
    >
      <Paper withBorder p="xs" h="100%">
        <Group justify="space-between" gap={4} wrap="nowrap">
          <Text size="sm" fw={600} truncate title={name}>
            {name}
          </Text>
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {told.kind === 'churned' ? format.day(told.endDay) : t('story.stayed')}
          </Text>
        </Group>
        <CaseSpark told={told} label={t('story.spark', { name, scores: told.scores.length })} />
        <Text size="xs" fw={600} mt={4}>
          {red}
        </Text>
        <Fallen told={told} />
      </Paper>
    </UnstyledButton>
  );
}

function Fallen({ told }: { readonly told: Case }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const measures = useDesign()?.measures;
  if (told.fell.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('story.nothingFell')}
      </Text>
    );
  }
  return (
    <>
      {told.fell.map(({ measureId, points }) => {
        const text = t('story.fell', {
          name: measures?.find(({ id }) => id === measureId)?.name ?? measureId,
          points: format.number(points, 1),
        });
        return (
          <Text key={measureId} size="xs" c="dimmed" truncate title={text}>
            {text}
          </Text>
        );
      })}
    </>
  );
}
