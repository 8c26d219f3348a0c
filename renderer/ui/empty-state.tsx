import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  /** What fills this place and how. */
  readonly text?: string;
  readonly action?: ReactNode;
  /** 1 only where nothing else heads the window. */
  readonly level?: 1 | 2 | 3;
}

export function EmptyState({ title, text, action, level = 2 }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md">
      <Title order={level} size="h4" ta="center">
        {title}
      </Title>
      {text !== undefined && (
        <Text size="sm" c="dimmed" ta="center" maw={520}>
          {text}
        </Text>
      )}
      {action}
    </Stack>
  );
}
