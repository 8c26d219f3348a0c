import { Button, Group, NumberInput, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { call } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { notifyFailure } from '../../ui/notify.ts';
import { placeFound } from './build-bounds.ts';
import { setBounds } from './edit-bands.ts';
import { useLive } from './live-context.ts';
import type { ScorecardParts } from './scorecard-parts.ts';

type Found = NonNullable<ChannelOutput<'live.bounds'>['found']>;
type Method = ChannelPayload<'live.bounds'>['method'];

/** Bounds from the calls a team can make, or as even shares: found, shown, and only then taken. */
export function BoundsTools({ parts }: { readonly parts: Pick<ScorecardParts, 'card' | 'actions'> }) {
  const { t, i18n } = useTranslation('scorecard');
  const { window, sessionId } = useLive();
  const { card, actions } = parts;
  const [typed, setTyped] = useState<number | null>(null);
  const [found, setFound] = useState<Found | 'noRows' | null>(null);
  if (window === null || sessionId === null) return null;
  const { schedule, capacityPerAsOf } = window.settings;
  const calls = typed ?? capacityPerAsOf;
  const find = async (method: Method) => {
    const result = await call('live.bounds', { sessionId, scorecard: card, method });
    if (!result.ok) return notifyFailure(i18n, result.error);
    setFound(result.value.found ?? 'noRows');
  };
  const take = (bands: readonly Band[]) => {
    actions.commit({
      target: 'bounds',
      name: 'setBounds',
      edit: setBounds(bands.map((band) => band.lowerBound)),
    });
    setFound(null);
  };
  return (
    <Stack gap={6} role="group" aria-label={t('rules.bounds.title')}>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <NumberInput
          label={t(`rules.bounds.capacityOf.${schedule.type}`)}
          size="xs"
          min={0}
          allowDecimal={false}
          value={calls}
          onChange={(next) => typeof next === 'number' && setTyped(Math.max(0, next))}
        />
        <Button size="xs" variant="default" onClick={() => void find({ type: 'capacity', calls })}>
          {t('rules.bounds.find')}
        </Button>
      </Group>
      <Group>
        <Button size="compact-sm" variant="default" onClick={() => void find({ type: 'quantile' })}>
          {t('rules.bounds.even')}
        </Button>
      </Group>
      {found === 'noRows' && <Text size="xs">{t('rules.bounds.noRows')}</Text>}
      {found !== null && found !== 'noRows' && (
        <BoundsPreview found={found} bands={card.bands} onTake={take} onDismiss={() => setFound(null)} />
      )}
    </Stack>
  );
}

interface BoundsPreviewProps {
  readonly found: Found;
  readonly bands: readonly Band[];
  readonly onTake: (bands: readonly Band[]) => void;
  readonly onDismiss: () => void;
}

function BoundsPreview({ found, bands, onTake, onDismiss }: BoundsPreviewProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const placed = placeFound(found, bands);
  return (
    <Paper withBorder p="xs" role="status">
      <Stack gap={4}>
        {found.type === 'capacity' && (
          <Text size="xs">
            {t('rules.bounds.capacityFound', {
              bound: format.number(found.bound, 1),
              dates: format.number(found.dates, 0),
              perDate: format.number(found.perDate, 1),
            })}{' '}
            {found.tie !== null &&
              t('rules.bounds.tie', {
                score: format.number(found.tie.score, 1),
                perDate: format.number(found.tie.perDate, 1),
              })}
          </Text>
        )}
        {placed === null ? (
          <Text size="xs">{t('rules.bounds.noRoom')}</Text>
        ) : (
          <>
            <Text size="xs" fw={600}>
              {t('rules.bounds.preview')}
            </Text>
            {placed.map((band, i) => (
              <Group key={band.id} gap="xs" justify="space-between" wrap="nowrap">
                <BandBadge band={band} />
                <Text size="xs" className="num">
                  {t('rules.bounds.previewLine', {
                    before: format.number(bands[i]?.lowerBound ?? null, 1),
                    after: format.number(band.lowerBound, 1),
                  })}
                </Text>
              </Group>
            ))}
          </>
        )}
        <Group gap="xs">
          {placed !== null && (
            <Button size="compact-sm" onClick={() => onTake(placed)}>
              {t('rules.bounds.take')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={onDismiss}>
            {t('rules.bounds.dismiss')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
