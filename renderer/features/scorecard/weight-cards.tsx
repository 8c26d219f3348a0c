import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../../shared/schemas/figures.ts';
import { leastForAucWeights, leastForRidgeWeights } from '../../../shared/suggestions/suggestion-gate.ts';
import { useFormat } from '../../format/use-format.ts';
import { HelpTip } from '../../ui/help-tip.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import {
  isLittle,
  numbersOf,
  percentsOf,
  rememberLearnt,
  setPercents,
  type WeightMethod,
  type Weights,
} from './build-weights.ts';
import type { ScorecardParts } from './scorecard-parts.ts';

export interface WeightProps {
  readonly advice: Weights;
  readonly parts: ScorecardParts;
}

/** The weights in use, judged on the same later dates as the suggestions beside them. */
export function CurrentCard({ advice }: Pick<WeightProps, 'advice'>) {
  const { t } = useTranslation('scorecard');
  return (
    <Paper withBorder p="xs" className="weight-method" data-testid="current-weights">
      <Group gap={6} wrap="nowrap" justify="space-between">
        <Title order={3} size="sm">
          {t('panels.weights.now')}
        </Title>
        <HelpTip text={t('panels.weights.nowHelp')} />
      </Group>
      {advice.current === null ? (
        <Text size="xs" c="dimmed">
          {t('panels.weights.state.notJudged')}
        </Text>
      ) : (
        <HeldOut estimate={advice.current} />
      )}
    </Paper>
  );
}

/** One way of weighing with its evidence, and the button that tries it. */
export function MethodCard({ method, advice, parts }: WeightProps & { readonly method: WeightMethod }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { suggestion, lift } = parts;
  const percents = percentsOf(advice, method);
  const target = `suggested weights ${method}`;
  const name = t(`panels.weights.stepOf.${method}`);
  const isTried = suggestion.active?.step.target === target;
  const learnt = method === 'equal' ? null : advice[method];
  const heldOut = learnt === null ? advice.equal.heldOut : 'heldOut' in learnt ? learnt.heldOut : null;
  const gain = learnt !== null && 'gain' in learnt ? learnt.gain : null;
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
      {method !== 'equal' && <MethodState method={method} advice={advice} />}
      {heldOut !== null && <HeldOut estimate={heldOut} />}
      {gain !== null && (
        <Text size="xs" c="dimmed" className="figure">
          {t('panels.weights.gain')} {writeGain(gain.value)} {format.interval(gain.low, gain.high, writeGain)}
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

/** The same-date AUC on later dates than the weights were learnt on; as many digits as the gains between them. */
function HeldOut({ estimate }: { readonly estimate: Estimate }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t('panels.weights.heldOut')}
      </Text>
      <Text size="sm" className="figure">
        <b>{format.auc(estimate.value, 3)}</b>{' '}
        <Text span size="xs" c="dimmed">
          {format.interval(estimate.low, estimate.high)}
        </Text>
      </Text>
      <IntervalBar estimate={estimate} min={0.4} max={1} reference={0.5} width={132} />
    </div>
  );
}

const leastFor = { byAuc: leastForAucWeights, ridge: leastForRidgeWeights };

interface MethodStateProps {
  readonly method: keyof typeof leastFor;
  readonly advice: Weights;
}

function MethodState({ method, advice }: MethodStateProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { most, used } = advice.freeNumbers;
  const learnt = advice[method];
  const words =
    learnt.type === 'gated'
      ? t(`panels.weights.state.${learnt.reason}`, {
          churners: format.count(advice.churners, 'churner'),
          least: format.number(leastFor[method], 0),
          most: format.number(Math.max(0, (most ?? 0) - used), 0),
          need: format.number(advice.parts.length - 1, 0),
        })
      : t(`panels.weights.state.${isLittle(learnt) ? 'offeredLittle' : learnt.type}`);
  return (
    <Text size="xs" fw={600} {...(learnt.type === 'offered' ? {} : { c: 'dimmed' })}>
      {learnt.type === 'offered' && !isLittle(learnt) ? '◎ ' : ''}
      {words}
    </Text>
  );
}
