import { Alert, Button, Group, Text } from '@mantine/core';
import { CalendarClock, Snowflake } from 'lucide-react';
import { type ReactNode, useState } from 'react';
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
        <Notice
          key={freeze.id}
          color="yellow"
          icon={<CalendarClock size={18} aria-hidden />}
          title={t('banner.due', { version: freeze.version, day: format.dayInSentence(freeze.reviewOn) })}
          text={t('banner.dueText')}
          button={t('banner.open')}
          onClick={onReview}
        />
      ))}
      {active !== undefined && (
        <Notice
          color="blue"
          icon={<Snowflake size={18} aria-hidden />}
          title={t('banner.frozen', {
            version: active.version,
            until: format.dayInSentence(active.until),
            days: format.count(active.until - today, 'day'),
          })}
          text={t('banner.frozenText')}
          button={t('banner.end')}
          onClick={() => setEnding(true)}
        />
      )}
      {isEnding && active !== undefined && (
        <EndFreeze freezeId={active.id} onClose={() => setEnding(false)} />
      )}
    </>
  );
}

interface NoticeProps {
  readonly color: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly onClick: () => void;
}

/** One quiet line with its one action. */
function Notice({ color, icon, title, text, button, onClick }: NoticeProps) {
  return (
    <Alert variant="outline" color={color} icon={icon} p="xs" data-testid="notice">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          <Text span size="sm" fw={600}>
            {title}
          </Text>{' '}
          {text}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onClick} style={{ flexShrink: 0 }}>
          {button}
        </Button>
      </Group>
    </Alert>
  );
}
