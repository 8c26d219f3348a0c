import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LifecycleState, Split, SplitSide } from '../../../shared/schemas/lifecycle.ts';
import { useTask } from '../../client/use-task.ts';
import { useFormat } from '../../format/use-format.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { notifyFailure } from '../../ui/notify.ts';
import { ProgressCard } from '../../ui/progress-card.tsx';
import { SplitView } from './split-view.tsx';

export interface SplitPanelProps {
  readonly scorecardId: string;
  readonly state: LifecycleState;
}

/** A side as it is chosen: 'draft', 'v3' or the id of a seal, with a day where the side has none of its own. */
interface Choice {
  readonly of: string;
  readonly asOf: number;
}

/** Two dates or two designs, and why the scores between them differ. */
export function SplitPanel({ scorecardId, state }: SplitPanelProps) {
  const { t, i18n } = useTranslation('lifecycle');
  const known = state.knownThrough ?? state.today;
  const oldest =
    state.seals[0]?.id ?? (state.versions[0] === undefined ? 'draft' : `v${state.versions[0].number}`);
  const [before, setBefore] = useState<Choice>({ of: oldest, asOf: known });
  const [after, setAfter] = useState<Choice>({ of: 'draft', asOf: known });
  const [split, setSplit] = useState<Split | null>(null);
  const task = useTask('lifecycle.split', t('split.running'), { stopOnLeave: true });
  const isSame = before.of === after.of && before.asOf === after.asOf;
  const isReadable = !Number.isNaN(before.asOf) && !Number.isNaN(after.asOf);
  const run = async () => {
    const result = await task.run({ scorecardId, before: toSide(before), after: toSide(after) });
    if (result.ok) setSplit(result.value);
    else notifyFailure(i18n, result.error);
  };
  return (
    <Stack>
      <Text size="sm">{t('split.text')}</Text>
      <Group align="flex-end" gap="lg">
        <SideFields name={t('split.before')} choice={before} state={state} withSeals onChange={setBefore} />
        <SideFields
          name={t('split.after')}
          choice={after}
          state={state}
          withSeals={false}
          onChange={setAfter}
        />
        <Button
          variant="default"
          disabled={isSame || !isReadable}
          loading={task.isRunning}
          onClick={() => void run()}
        >
          {t('split.run')}
        </Button>
      </Group>
      {isSame && (
        <Text size="sm" c="dimmed">
          {t('split.same')}
        </Text>
      )}
      {task.progress !== null && <ProgressCard task={task.progress} onStop={task.cancel} />}
      {split !== null && !task.isRunning && <SplitView split={split} />}
    </Stack>
  );
}

interface SideFieldsProps {
  readonly name: string;
  readonly choice: Choice;
  readonly state: LifecycleState;
  /** A seal can only be the earlier side. */
  readonly withSeals: boolean;
  readonly onChange: (choice: Choice) => void;
}

function SideFields({ name, choice, state, withSeals, onChange }: SideFieldsProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const isSeal = state.seals.some(({ id }) => id === choice.of);
  const data = [
    { value: 'draft', label: t('split.draft') },
    ...state.versions.map(({ number, name: called }) => ({
      value: `v${number}`,
      label: t('split.version', { number, name: called }),
    })),
    ...(withSeals ? state.seals : []).map(({ id, version, asOf }) => ({
      value: id,
      label: t('split.seal', { number: version.number, asOf: format.day(asOf) }),
    })),
  ];
  return (
    <Group align="flex-end" gap="xs">
      <Select
        label={name}
        w={230}
        data={data}
        value={choice.of}
        allowDeselect={false}
        onChange={(of) => of !== null && onChange({ ...choice, of })}
      />
      {!isSeal && (
        <DayInput
          label={t('split.asOf')}
          day={choice.asOf}
          onChange={(asOf) => onChange({ ...choice, asOf })}
        />
      )}
    </Group>
  );
}

function toSide({ of, asOf }: Choice): SplitSide {
  if (of === 'draft') return { type: 'draft', asOf };
  const number = /^v(\d+)$/.exec(of)?.[1];
  return number === undefined
    ? { type: 'seal', sealId: of }
    : { type: 'version', number: Number(number), asOf };
}
