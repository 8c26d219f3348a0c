import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Explained, type Term } from '../../../ui/explained.tsx';
import { HelpTip } from '../../../ui/help-tip.tsx';

export interface LabPartProps {
  readonly title: string;
  readonly term?: Term;
  readonly help?: string;
  readonly why?: string;
  readonly right?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a tab with its heading. */
export function LabPart({ title, term, help, why, right, children }: LabPartProps) {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Group gap={6}>
            <Title order={3} size="h6">
              {term === undefined ? title : <Explained term={term}>{title}</Explained>}
            </Title>
            {help !== undefined && <HelpTip text={help} />}
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
  );
}
