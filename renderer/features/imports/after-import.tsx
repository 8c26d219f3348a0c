import { Button, Card, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../shared/ipc/result.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { buildQuestions, type LastPeriodQuestion, type MainUsageQuestion } from './build-questions.ts';

/** What is asked once after an import; nothing once it is answered, nor of the sample. */
export function AfterImport() {
  const summary = useAppStore((state) => state.summary);
  const workspace = useAppStore((state) => state.workspace);
  const answers = useQuery('data.answers', {}, { refreshOn: ['data'] });
  const isAsked = summary !== null && workspace?.sample === false && !workspace.readOnly;
  if (!isAsked || answers.value === undefined) return null;
  const { mainUsage, lastPeriod } = buildQuestions(summary, answers.value);
  if (mainUsage === null && lastPeriod === null) return null;
  return (
    <Stack gap="sm" data-testid="after-import">
      {lastPeriod !== null && <AskLastPeriod question={lastPeriod} />}
      {mainUsage !== null && <AskMainUsage question={mainUsage} />}
    </Stack>
  );
}

function Question({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Card withBorder padding="sm" component="section" aria-labelledby={id} className="question">
      <Title order={2} size="h6" id={id}>
        {title}
      </Title>
      <Text size="sm" mb="xs">
        {text}
      </Text>
      {children}
    </Card>
  );
}

function useAnswer() {
  const { i18n } = useTranslation();
  return async (answering: Promise<Result<unknown>>) => {
    const done = await answering;
    if (!done.ok) notifyFailure(i18n, done.error);
  };
}

function AskMainUsage({ question: { proposed, choices } }: { readonly question: MainUsageQuestion }) {
  const { t } = useTranslation('data');
  const answer = useAnswer();
  const [metric, setMetric] = useState(proposed);
  return (
    <Question title={t('ask.mainUsage')} text={t('ask.mainUsageText', { name: proposed })}>
      <Group gap="xs" align="flex-end">
        <NativeSelect
          size="xs"
          aria-label={t('ask.mainUsageChoice')}
          value={choices.includes(metric) ? metric : proposed}
          onChange={(event) => setMetric(event.currentTarget.value)}
          data={[...choices]}
        />
        <Button size="xs" onClick={() => void answer(call('data.setMainUsage', { metric }))}>
          {t('ask.choose')}
        </Button>
      </Group>
    </Question>
  );
}

function AskLastPeriod({ question }: { readonly question: LastPeriodQuestion }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const answer = useAnswer();
  const { metric, accounts, end, through } = question;
  const days = { end: format.day(end), through: format.day(through) };
  const say = (until: number | null) => void answer(call('data.answerLastPeriod', { end, through: until }));
  return (
    <Question
      title={t('ask.lastPeriod', { name: metric })}
      text={t('ask.lastPeriodText', { ...days, count: accounts })}
    >
      <Group gap="xs">
        <Button size="xs" onClick={() => say(through)}>
          {t('ask.limit', { through: days.through })}
        </Button>
        <Button size="xs" variant="default" onClick={() => say(null)}>
          {t('ask.keep')}
        </Button>
      </Group>
    </Question>
  );
}
