import { Group, Paper, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { HelpTip } from './help-tip.tsx';

export interface SectionProps {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** One titled part of the page. */
export function Section({ title, help, children }: SectionProps) {
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Group gap={6} mb="xs">
        <Title order={2} size="h5" id={id}>
          {title}
        </Title>
        {help !== undefined && <HelpTip text={help} />}
      </Group>
      {children}
    </Paper>
  );
}
