import { Button, Group, NumberInput, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelPayload } from '../../../shared/ipc/contract.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import { call } from '../../client/client.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { BoundsFound } from './bounds-found.tsx';
import { boundsTarget, type Found, placeFound } from './build-bounds.ts';
import { setBounds } from './edit-bands.ts';
import { useLive } from './live-context.ts';
import type { ScorecardParts } from './scorecard-parts.ts';

type Method = ChannelPayload<'live.bounds'>['method'];

const ways = ['byCalls', 'byCost', 'byEven'] as const;
/** Costs are counted from the bottom of the score; a hoped-for outcome calls the top band. */
const hopedWays = ['byCalls', 'byEven'] as const;

const exampleCosts = { missCost: 100, callCost: 1 };

type BoundsParts = Pick<ScorecardParts, 'card' | 'actions' | 'suggestion'>;

/** Bounds from the calls a team can make, from costs, or as even shares: found, tried, and only then taken. */
export function BoundsTools({ parts }: { readonly parts: BoundsParts }) {
  const { t, i18n } = useTranslation('scorecard');
  const { window, sessionId } = useLive();
  const { card, suggestion } = parts;
  const [chosenWay, setWay] = useState<(typeof ways)[number]>('byCalls');
  const [typed, setTyped] = useState<number | null>(null);
  const [costs, setCosts] = useState(exampleCosts);
  const [found, setFound] = useState<Found | 'noRows' | null>(null);
  if (window === null || sessionId === null) return null;
  const { schedule, capacityPerAsOf, outcome } = window.settings;
  const isHoped = isHopedFor(outcome);
  const way = isHoped && chosenWay === 'byCost' ? 'byCalls' : chosenWay;
  const calls = typed ?? capacityPerAsOf;
  const methods: Record<(typeof ways)[number], Method> = {
    byCalls: { type: 'capacity', calls },
    byCost: { type: 'cost', ...costs },
    byEven: { type: 'quantile' },
  };
  const find = async () => {
    const result = await call('live.bounds', { sessionId, scorecard: card, method: methods[way] });
    if (!result.ok) return notifyFailure(i18n, result.error);
    const answer = result.value.found;
    setFound(answer ?? 'noRows');
    const placed = answer === null ? null : placeFound(answer, card.bands, isHoped);
    if (placed === null) return suggestion.dismiss();
    suggestion.preview({
      label: t('rules.bounds.preview'),
      step: {
        target: boundsTarget,
        name: 'takeBounds',
        edit: setBounds(placed.map((band) => band.lowerBound)),
      },
    });
  };
  const number = (value: number, set: (value: number) => void, label: string) => (
    <NumberInput
      label={label}
      size="xs"
      w={170}
      min={0}
      value={value}
      onChange={(next) => typeof next === 'number' && set(Math.max(0, next))}
    />
  );
  return (
    <Stack gap="xs" component="section" aria-label={t('panels.cost.title')}>
      <Title order={3} size="h6">
        {t('panels.cost.title')}
      </Title>
      <Group>
        <SegmentedControl
          size="xs"
          aria-label={t('panels.cost.title')}
          data={(isHoped ? hopedWays : ways).map((value) => ({ value, label: t(`panels.cost.${value}`) }))}
          value={way}
          onChange={(next) => {
            setWay(next);
            setFound(null);
          }}
        />
      </Group>
      <Group gap="xs" align="flex-end">
        {way === 'byCalls' && number(calls, setTyped, t(`rules.bounds.capacityOf.${schedule.type}`))}
        {way === 'byCost' &&
          (['missCost', 'callCost'] as const).map((key) => (
            <div key={key}>
              {number(
                costs[key],
                (value) => setCosts((before) => ({ ...before, [key]: value })),
                t(`panels.cost.${key}`),
              )}
            </div>
          ))}
        <Button size="xs" variant="default" onClick={() => void find()}>
          {t(way === 'byCalls' ? 'rules.bounds.find' : 'panels.cost.find')}
        </Button>
      </Group>
      {way === 'byCost' && (
        <Text size="xs" c="dimmed">
          {t('panels.cost.unit')}
          {costs.missCost === exampleCosts.missCost &&
            costs.callCost === exampleCosts.callCost &&
            ` ${t('panels.cost.example')}`}
        </Text>
      )}
      {found === 'noRows' && <Text size="xs">{t('rules.bounds.noRows')}</Text>}
      {found !== null && found !== 'noRows' && (
        <BoundsFound
          found={found}
          isHoped={isHoped}
          sessionId={sessionId}
          card={card}
          suggestion={suggestion}
          onDone={() => setFound(null)}
        />
      )}
    </Stack>
  );
}
