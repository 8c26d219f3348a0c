import { Card, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface DoorProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** One way to begin: what it is, what happens, its control. */
export function Door({ title, text, children }: DoorProps) {
  return (
    <Card withBorder padding="lg">
      <Stack gap="sm" h="100%" justify="space-between">
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            {text}
          </Text>
        </div>
        <Stack gap="xs" align="stretch">
          {children}
        </Stack>
      </Stack>
    </Card>
  );
}
