import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Explained, type Term } from '../../ui/explained.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';

export interface SectionProps {
  readonly title: string;
  /** The statistic that the heading names: it explains itself. */
  readonly term?: Term;
  readonly help?: string;
  readonly why?: string;
  readonly right?: ReactNode;
  /** Figures of the data the score was drawn on: hatched, and said in words. */
  readonly isOptimistic?: boolean;
  readonly children: ReactNode;
}

/** A framed part of the page with its heading. */
export function Section({ title, term, help, why, right, isOptimistic = false, children }: SectionProps) {
  const { t } = useTranslation('backtest');
  return (
    <Paper withBorder p="md" {...(isOptimistic ? { className: 'optimistic' } : {})}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Group gap={6}>
              <Title order={2} size="h5">
                {term === undefined ? title : <Explained term={term}>{title}</Explained>}
              </Title>
              {help !== undefined && <HelpTip text={help} />}
              {isOptimistic && (
                <Text size="xs" c="dimmed">
                  {t('verdict.optimistic')}
                </Text>
              )}
            </Group>
            {why !== undefined && (
              <Text size="sm" c="dimmed">
                {why}
              </Text>
            )}
          </div>
          {right}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
