import { Alert, Button, Group, Stack, Stepper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenRoles, GoalPath, RoleKey, Template } from '../../../shared/schemas/template.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { useQuery } from '../../client/use-query.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { BehaviourStop } from './behaviour-stop.tsx';
import { type GoalDraft, goalChoice, goalProblem, goalStops, startGoalDraft } from './goal-draft.ts';
import { GoalStop } from './goal-stop.tsx';
import { TargetStop } from './target-stop.tsx';
import { useStartFrom } from './use-start-from.ts';

export interface GoalPaneProps {
  readonly template: Template;
  readonly chosen: ChosenRoles;
  readonly onChoose: (role: RoleKey, column: string) => void;
}

/** From a goal back to a scorecard in three stops: what for, which behaviours show it, how far is healthy. */
export function GoalPane({ template, chosen, onChoose }: GoalPaneProps) {
  const { t } = useTranslation('templates');
  const language = useAppStore((state) => state.language);
  const query = useQuery('measures.goalPath', { language, chosen }, { refreshOn: ['data'] });
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {template.name}
      </Title>
      <Text size="sm">{template.idea}</Text>
      <Text size="xs" c="dimmed">
        {t('source', { source: template.source })}
      </Text>
      <QueryView query={query}>
        {(path) => <Way path={path} chosen={chosen} onChoose={onChoose} name={template.name} />}
      </QueryView>
    </Stack>
  );
}

interface WayProps extends Omit<GoalPaneProps, 'template'> {
  readonly path: GoalPath;
  readonly name: string;
}

function Way({ path, chosen, onChoose, name }: WayProps) {
  const { t, i18n } = useTranslation('templates');
  const language = useAppStore((state) => state.language);
  const startFrom = useStartFrom();
  const [at, setAt] = useState(0);
  const [draft, setDraft] = useState<GoalDraft>(() => startGoalDraft(path, name));
  const stop = goalStops[at] ?? 'goal';
  const problem = goalProblem(draft, path, stop);
  const create = async () => {
    const choice = goalChoice(draft, path);
    const made = await call('measures.fromGoal', { language, chosen, choice });
    if (!made.ok) return notifyFailure(i18n, made.error);
    if (made.value.scorecard !== null) await startFrom(made.value.scorecard, made.value.measures);
  };
  const stopProps = { draft, path, onChange: setDraft };
  return (
    <>
      <Stepper active={at} size="xs" onStepClick={setAt} allowNextStepsSelect={false}>
        {goalStops.map((key) => (
          <Stepper.Step key={key} label={t(`path.${key}`)} />
        ))}
      </Stepper>
      {stop === 'goal' && <GoalStop {...stopProps} />}
      {stop === 'behaviours' && <BehaviourStop {...stopProps} onChoose={onChoose} />}
      {stop === 'targets' && <TargetStop {...stopProps} />}
      {problem !== null && (
        <Alert color="gray" p="xs" role="status">
          {t(`path.problem.${problem}`)}
        </Alert>
      )}
      <Group justify="flex-end">
        {at > 0 && (
          <Button variant="default" onClick={() => setAt(at - 1)}>
            {t('path.back')}
          </Button>
        )}
        {at < 2 ? (
          <Button disabled={problem !== null} onClick={() => setAt(at + 1)}>
            {t('path.next')}
          </Button>
        ) : (
          <Button disabled={problem !== null} onClick={() => void create()}>
            {t('path.create')}
          </Button>
        )}
      </Group>
    </>
  );
}
