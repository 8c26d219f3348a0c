import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { call } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { placeFound } from './build-bounds.ts';
import { sharesMoved } from './build-live.ts';
import { setBounds } from './edit-bands.ts';
import type { Suggestion } from './use-suggestion.ts';

export interface KeepSharesProps {
  readonly suggestion: Suggestion;
  readonly sessionId: string | null;
  readonly card: Scorecard;
  readonly figures: LiveFigures | null;
}

/** Says that the bands no longer fit what is tried, and offers bounds that keep their shares, in the same one step. */
export function KeepShares({ suggestion, sessionId, card, figures }: KeepSharesProps) {
  const { t, i18n } = useTranslation('scorecard');
  const format = useFormat();
  const { active, before } = suggestion;
  const moved = sharesMoved(card.bands, figures, before?.figures ?? null);
  if (active === null || before === null || sessionId === null || moved === null) return null;
  const hasOldBounds = card.bands.every((band, i) => band.lowerBound === before.card.bands[i]?.lowerBound);
  if (!hasOldBounds) return null;
  const keep = async () => {
    const method = { type: 'shares', of: before.card } as const;
    const result = await call('live.bounds', { sessionId, scorecard: card, method });
    if (!result.ok) return notifyFailure(i18n, result.error);
    const placed = result.value.found === null ? null : placeFound(result.value.found, card.bands);
    if (placed === null) return;
    const bounds = setBounds(placed.map((band) => band.lowerBound));
    const name = t('panels.suggestion.sharesKept', { name: active.label });
    const { step } = active;
    suggestion.preview({
      label: name,
      step: { ...step, parameters: { ...step.parameters, name }, edit: (old) => bounds(step.edit(old)) },
    });
  };
  return (
    <Text size="xs" component="div" role="status">
      △ {t('panels.suggestion.sharesMoved', { share: format.percent(moved, 0) })}{' '}
      <Button size="compact-xs" variant="default" onClick={() => void keep()}>
        {t('panels.suggestion.keepShares')}
      </Button>
    </Text>
  );
}
