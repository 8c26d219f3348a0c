import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

export interface SectionProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** A headed part of the page. */
export function Section({ title, text, children }: SectionProps) {
  const id = useId();
  return (
    <Stack component="section" gap="xs" aria-labelledby={id} miw={0}>
      <div>
        <Title order={2} size="h5" id={id}>
          {title}
        </Title>
        {text !== undefined && (
          <Text size="xs" c="dimmed">
            {text}
          </Text>
        )}
      </div>
      {children}
    </Stack>
  );
}
