import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { HelpTip } from '../../../ui/help-tip.tsx';

export interface PlainFigureProps {
  readonly label: string;
  readonly help: string;
  /** Already formatted. */
  readonly value: string;
  /** Interval, n, what it is made of. */
  readonly note: string;
  readonly children?: ReactNode;
}

/** A figure with its name, its explanation and what stands behind it. */
export function PlainFigure({ label, help, value, note, children }: PlainFigureProps) {
  return (
    <div>
      <Group gap={4}>
        <Text size="xs" c="dimmed">
          {label}
        </Text>
        <HelpTip text={help} />
      </Group>
      <span className="backtest-figure">
        <Text span fw={600}>
          {value}
        </Text>
        {children}
        <Text span size="xs" c="dimmed">
          {note}
        </Text>
      </span>
    </div>
  );
}
