import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface PageProps {
  readonly title: string;
  /** One sentence: why this page, in plain words. */
  readonly why?: string;
  /** The one primary button. */
  readonly primary?: ReactNode;
  /** Quieter actions, left of the primary button. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, why, primary, actions, children }: PageProps) {
  return (
    <Stack gap="md" p="md" className="page">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md">
        <div>
          <Title order={1} size="h3">
            {title}
          </Title>
          {why !== undefined && (
            <Text size="sm" c="dimmed" mt={4}>
              {why}
            </Text>
          )}
        </div>
        <Group gap="xs" wrap="nowrap">
          {actions}
          {primary}
        </Group>
      </Group>
      {children}
    </Stack>
  );
}
