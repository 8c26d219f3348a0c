import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import type { AccountScene } from './use-account.ts';

/** What stands between the measures and the band: variant, borrowing, exceptions that bit, a person's override. */
export function RuleNotes({ account, scorecard }: AccountScene) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { adjustment, override } = account;
  const variant = scorecard.variants?.find(({ id }) => id === adjustment?.variantId);
  const bites = adjustment?.bites ?? [];
  const borrowed = adjustment?.borrowed ?? null;
  if (override === undefined && variant === undefined && bites.length === 0) return null;
  const points = (value: number | null) => format.score(value);
  return (
    <Stack gap={4} mb="md" role="note">
      {override !== undefined && (
        <Group gap={6}>
          <Text size="sm">{t('rules.override')}</Text>
          <BandBadge band={scorecard.bands.find(({ id }) => id === override.bandId) ?? null} />
          <Text size="sm" c="dimmed">
            {[override.reason, override.owner, t('rules.until', { day: format.day(override.expiresOn) })]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Group>
      )}
      {variant !== undefined && <Text size="sm">{t('rules.variant', { name: variant.name })}</Text>}
      {borrowed !== null && (
        <Text size="sm">
          {t('rules.borrowed', {
            own: points(borrowed.own),
            parent: points(borrowed.parent),
            share: format.percent(borrowed.churned / (borrowed.churned + borrowed.k), 0),
          })}
        </Text>
      )}
      {bites.map((bite) => (
        <Text key={bite.exceptionId} size="sm">
          {t('rules.bite', {
            n: (scorecard.exceptions ?? []).findIndex(({ id }) => id === bite.exceptionId) + 1,
            from: points(bite.from),
            to: points(bite.to),
          })}
        </Text>
      ))}
    </Stack>
  );
}
