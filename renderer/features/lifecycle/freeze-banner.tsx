import { Alert, Button, Group, Text } from '@mantine/core';
import { CalendarClock, Snowflake } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Freeze } from '../../../shared/schemas/lifecycle.ts';
import { useFormat } from '../../format/use-format.ts';
import { EndFreeze } from './end-freeze.tsx';

export interface FreezeBannerProps {
  readonly freezes: readonly Freeze[];
  readonly today: number;
  readonly onReview: () => void;
}

/** Which version is frozen until when, and whose review waits. */
export function FreezeBanner({ freezes, today, onReview }: FreezeBannerProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const [isEnding, setEnding] = useState(false);
  const active = freezes.find(({ state }) => state === 'active');
  const due = freezes.filter(({ reviewDue }) => reviewDue);
  return (
    <>
      {due.map((freeze) => (
        <Alert
          key={freeze.id}
          color="yellow"
          icon={<CalendarClock size={18} aria-hidden />}
          title={t('banner.due', { version: freeze.version, day: format.dayInSentence(freeze.reviewOn) })}
        >
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{t('banner.dueText')}</Text>
            <Button size="compact-sm" variant="default" onClick={onReview}>
              {t('banner.open')}
            </Button>
          </Group>
        </Alert>
      ))}
      {active !== undefined && (
        <Alert
          variant="light"
          color="blue"
          icon={<Snowflake size={18} aria-hidden />}
          title={t('banner.frozen', {
            version: active.version,
            until: format.dayInSentence(active.until),
            days: format.count(active.until - today, 'day'),
          })}
          data-testid="frozen"
        >
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{t('banner.frozenText')}</Text>
            <Button size="compact-sm" variant="default" onClick={() => setEnding(true)}>
              {t('banner.end')}
            </Button>
          </Group>
        </Alert>
      )}
      {isEnding && active !== undefined && (
        <EndFreeze freezeId={active.id} onClose={() => setEnding(false)} />
      )}
    </>
  );
}
