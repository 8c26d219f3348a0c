import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Explained, type Term } from '../../../ui/explained.tsx';

export interface PlainFigureProps {
  readonly label: string;
  readonly term: Term;
  readonly value: string;
  /** Interval, n, what it is made of. */
  readonly note: ReactNode;
  readonly children?: ReactNode;
}

/** A figure with its name, which explains itself, and what stands behind it. */
export function PlainFigure({ label, term, value, note, children }: PlainFigureProps) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        <Explained term={term}>{label}</Explained>
      </Text>
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
