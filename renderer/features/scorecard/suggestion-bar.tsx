import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from './use-suggestion.ts';

export interface SuggestionBarProps {
  readonly suggestion: Suggestion;
  readonly label: string;
  /** What else is worth saying of it. */
  readonly children?: ReactNode;
}

/** Says that what is shown is only tried, and ends it one way or the other. */
export function SuggestionBar({ suggestion, label, children }: SuggestionBarProps) {
  const { t } = useTranslation('scorecard');
  return (
    <section className="suggestion-bar" aria-label={t('panels.suggestion.live')}>
      <Text size="xs">
        <b>{t('panels.suggestion.live')}</b>: {t('panels.suggestion.name', { name: label })}
      </Text>
      {children}
      <Group gap="xs">
        <Button size="compact-sm" onClick={suggestion.take}>
          {t('panels.suggestion.take')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={suggestion.dismiss}>
          {t('panels.suggestion.dismiss')}
        </Button>
      </Group>
    </section>
  );
}
