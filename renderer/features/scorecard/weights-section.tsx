import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../../shared/schemas/figures.ts';
import { weightParts } from '../../../shared/suggestions/weight-parts.ts';
import { useTask } from '../../client/use-task.ts';
import { useFormat } from '../../format/use-format.ts';
import { HelpTip } from '../../ui/help-tip.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { notifyFailure } from '../../ui/notify.ts';
import { ProgressCard } from '../../ui/progress-card.tsx';
import {
  fitsGroups,
  numbersOf,
  percentsOf,
  rememberLearnt,
  setPercents,
  type WeightMethod,
  type Weights,
  weightMethods,
  weightRows,
} from './build-weights.ts';
import type { ScorecardParts } from './scorecard-parts.ts';

/** Weights three ways with their evidence; each is tried on the whole screen before it is taken. */
export function WeightsSection({ parts }: { readonly parts: ScorecardParts }) {
  const { t, i18n } = useTranslation('scorecard');
  const format = useFormat();
  const task = useTask('suggestions.weights', t('panels.weights.running'), { stopOnLeave: true });
  const [advice, setAdvice] = useState<Weights | { type: 'gated'; churners: number } | null>(null);
  const ask = async () => {
    parts.suggestion.dismiss();
    const result = await task.run({ scorecard: parts.whole, variantId: parts.scope });
    if (result.ok) setAdvice(result.value);
    else if (result.error.code !== 'cancelled') notifyFailure(i18n, result.error);
  };
  const isStale = advice?.type === 'suggested' && !fitsGroups(advice, parts.card.groups, weightParts);
  return (
    <Stack gap="sm" component="section" aria-label={t('panels.sections.weights')}>
      <Title order={2} size="h5">
        {t('panels.sections.weights')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('panels.weights.text')}
      </Text>
      {task.isRunning ? (
        task.progress !== null && <ProgressCard task={task.progress} onStop={task.cancel} />
      ) : (
        <Group>
          <Button
            size="xs"
            variant={advice === null || isStale ? 'filled' : 'default'}
            onClick={() => void ask()}
          >
            {t('panels.weights.ask')}
          </Button>
        </Group>
      )}
      {advice?.type === 'gated' && (
        <Text size="sm" role="status">
          {t('panels.weights.gated', { churners: format.count(advice.churners, 'churner') })}
        </Text>
      )}
      {advice?.type === 'suggested' && !isStale && !task.isRunning && (
        <WeightsFound advice={advice} parts={parts} />
      )}
    </Stack>
  );
}

interface FoundProps {
  readonly advice: Weights;
  readonly parts: ScorecardParts;
}

function WeightsFound({ advice, parts }: FoundProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { most, used } = advice.freeNumbers;
  return (
    <Stack gap="xs" role="status">
      <Text size="xs" c="dimmed">
        {t('panels.weights.evidence', {
          churners: format.count(advice.churners, 'churner'),
          folds: format.number(advice.folds, 0),
        })}
        {' · '}
        {most === null
          ? t('panels.weights.usedAll')
          : t('panels.weights.used', { most: format.number(most, 0), used: format.number(used, 0) })}
      </Text>
      <div className="weight-methods">
        {weightMethods.map((method) => (
          <MethodCard key={method} method={method} advice={advice} parts={parts} />
        ))}
      </div>
      <PartsTable advice={advice} parts={parts} />
    </Stack>
  );
}

function MethodCard({ method, advice, parts }: FoundProps & { readonly method: WeightMethod }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { suggestion, lift } = parts;
  const percents = percentsOf(advice, method);
  const target = `suggested weights ${method}`;
  const name = t(`panels.weights.stepOf.${method}`);
  const isTried = suggestion.active?.step.target === target;
  const learnt = method === 'equal' ? null : advice[method];
  const heldOut = learnt === null ? advice.equal.heldOut : 'heldOut' in learnt ? learnt.heldOut : null;
  // One digit finer than the AUCs beside it, so that three rounded numbers never seem to disagree.
  const writeGain = (value: number) => format.difference(value, 3);
  const tryIt = () => {
    if (percents === null) return;
    const remember = rememberLearnt({ what: 'weights', numbers: numbersOf(method, percents.length) });
    suggestion.preview({
      label: name,
      step: {
        target,
        name: 'takeWeights',
        parameters: { name },
        edit: (card) => remember(lift(setPercents(percents))(card)),
      },
    });
  };
  return (
    <Paper withBorder p="xs" className="weight-method" data-tried={isTried}>
      <Group gap={6} wrap="nowrap" justify="space-between">
        <Title order={3} size="sm">
          {t(`panels.weights.methodOf.${method}`)}
        </Title>
        <HelpTip text={t(`panels.weights.helpOf.${method}`)} />
      </Group>
      {learnt !== null && <MethodState learnt={learnt} advice={advice} />}
      {heldOut !== null && <HeldOut estimate={heldOut} />}
      {learnt?.type === 'offered' && learnt.gain !== null && (
        <Text size="xs" c="dimmed" className="figure">
          {t('panels.weights.gain')} {writeGain(learnt.gain.value)}{' '}
          {format.interval(learnt.gain.low, learnt.gain.high, writeGain)}
        </Text>
      )}
      {percents !== null && (
        <Button
          size="compact-sm"
          variant={isTried ? 'light' : 'default'}
          aria-pressed={isTried}
          onClick={tryIt}
        >
          {t(isTried ? 'panels.suggestion.trying' : 'panels.suggestion.try')}
        </Button>
      )}
    </Paper>
  );
}

/** The same-date AUC on later dates than the weights were learnt on. */
function HeldOut({ estimate }: { readonly estimate: Estimate }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t('panels.weights.heldOut')}
      </Text>
      <Text size="sm" className="figure">
        <b>{format.auc(estimate.value)}</b>{' '}
        <Text span size="xs" c="dimmed">
          {format.interval(estimate.low, estimate.high)}
        </Text>
      </Text>
      <IntervalBar estimate={estimate} min={0.4} max={1} reference={0.5} width={132} />
    </div>
  );
}

function MethodState({ learnt, advice }: { readonly learnt: Weights['ridge']; readonly advice: Weights }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { most, used } = advice.freeNumbers;
  const words =
    learnt.type === 'gated'
      ? t(`panels.weights.state.${learnt.reason}`, {
          churners: format.count(advice.churners, 'churner'),
          most: format.number(Math.max(0, (most ?? 0) - used), 0),
          need: format.number(advice.parts.length - 1, 0),
        })
      : t(`panels.weights.state.${learnt.type}`);
  return (
    <Text size="xs" fw={600} {...(learnt.type === 'offered' ? {} : { c: 'dimmed' })}>
      {learnt.type === 'offered' ? '◎ ' : ''}
      {words}
    </Text>
  );
}

function PartsTable({ advice, parts }: FoundProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const rows = weightRows(advice, parts.suggestion.active === null ? parts.card : parts.savedCard);
  const offered = weightMethods.filter((method) => percentsOf(advice, method) !== null);
  const nameOf = ({ measureId, groupId }: Weights['parts'][number]) =>
    measureId === null
      ? t('panels.weights.group', { name: parts.card.groups.find(({ id }) => id === groupId)?.name ?? '' })
      : parts.nameOf(measureId);
  return (
    <Table fz="sm" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('panels.weights.part')}</Table.Th>
          <Table.Th ta="right">{t('panels.weights.now')}</Table.Th>
          {offered.map((method) => (
            <Table.Th key={method} ta="right">
              {t(`panels.weights.methodOf.${method}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ part, now, percents }) => (
          <Table.Tr key={part.measureId ?? part.groupId}>
            <Table.Td>{nameOf(part)}</Table.Td>
            <Table.Td className="num" ta="right">
              {format.percent(now, 0)}
            </Table.Td>
            {offered.map((method) => (
              <Table.Td key={method} className="num" ta="right">
                {format.percent((percents[method] ?? 0) / 100, 0)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
