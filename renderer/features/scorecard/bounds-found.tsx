import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';
import { useShownAtOnce } from '../../ui/use-shown-at-once.ts';
import { alarmRange, boundsTarget, type Found, placeFound } from './build-bounds.ts';
import { CostCurve } from './cost-curve.tsx';
import type { Suggestion } from './use-suggestion.ts';
import { useTrialEnd } from './use-trial-end.ts';

export interface BoundsFoundProps {
  readonly found: Found;
  /** The top band is called, not the alarm bands. */
  readonly isHoped: boolean;
  readonly sessionId: string;
  /** With the bounds tried already in it. */
  readonly card: Scorecard;
  readonly suggestion: Suggestion;
  readonly onDone: () => void;
}

/** What was found, the bounds it gives beside those of the draft, and the alarms on the test dates. */
export function BoundsFound({ found, isHoped, sessionId, card, suggestion, onDone }: BoundsFoundProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { before } = suggestion;
  const isTried = suggestion.active?.step.target === boundsTarget;
  const old = before?.card.bands ?? card.bands;
  const placed = isTried ? card.bands : placeFound(found, card.bands, isHoped);
  useTrialEnd(isTried, onDone);
  const shown = useShownAtOnce<HTMLDivElement>();
  return (
    <Paper ref={shown} withBorder p="xs" role="status">
      <Stack gap={6}>
        <FoundWords found={found} />
        {found.type === 'cost' && <CostCurve curve={found.curve} bound={found.bound} />}
        {found.type !== 'gated' && placed === null && <Text size="xs">{t('rules.bounds.noRoom')}</Text>}
        {placed !== null && (
          <>
            <Text size="xs" fw={600}>
              {t('rules.bounds.preview')}
            </Text>
            {placed.map((band, i) => (
              <Group key={band.id} gap="xs" justify="space-between" wrap="nowrap" maw={320}>
                <BandBadge band={band} />
                <Text size="xs" className="num">
                  {t('rules.bounds.previewLine', {
                    before: format.number(old[i]?.lowerBound ?? null, 1),
                    after: format.number(band.lowerBound, 1),
                  })}
                </Text>
              </Group>
            ))}
            {isTried && <TestAlarms sessionId={sessionId} card={card} />}
          </>
        )}
        {!isTried && (
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={onDone}>
              {t('rules.bounds.dismiss')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function FoundWords({ found }: { readonly found: Found }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  if (found.type === 'quantile') return null;
  if (found.type === 'gated') {
    return (
      <Text size="xs">{t('panels.cost.gated', { churners: format.count(found.churners, 'churner') })}</Text>
    );
  }
  if (found.type === 'cost') {
    if (found.bound === 0) return <Text size="xs">{t('panels.cost.nobody')}</Text>;
    return (
      <Text size="xs">
        {t('panels.cost.found', {
          bound: format.number(found.bound, 1),
          dates: format.number(found.dates, 0),
          calls: format.number(found.calls, 0),
          misses: format.number(found.misses, 0),
          churners: format.number(found.churners, 0),
          cost: format.number(found.cost, 0),
        })}
      </Text>
    );
  }
  const { tie } = found;
  return (
    <Text size="xs">
      {t('rules.bounds.capacityFound', {
        bound: format.number(found.bound, 1),
        dates: format.number(found.dates, 0),
        perDate: format.number(found.perDate, 1),
      })}{' '}
      {tie !== null &&
        t('rules.bounds.tie', {
          score: format.number(tie.score, 1),
          perDate: format.number(tie.perDate, 1),
        })}
    </Text>
  );
}

/** Alarms on the dates of the test window, counted from scores alone. */
function TestAlarms({ sessionId, card }: { readonly sessionId: string; readonly card: Scorecard }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const query = useQuery('live.alarms', { sessionId, scorecard: card });
  if (query.value === undefined) return null;
  const range = alarmRange(query.value.dates);
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Text size="xs">
        <b>{t('panels.cost.alarmsTitle')}</b>:{' '}
        {range === null
          ? t('panels.cost.noTest')
          : t('panels.cost.alarms', {
              least: format.number(range.least, 0),
              most: format.number(range.most, 0),
              mean: format.number(range.mean, 1),
              dates: format.number(range.dates, 0),
            })}
      </Text>
      <HelpTip text={t('panels.cost.alarmsHelp')} />
    </Group>
  );
}
