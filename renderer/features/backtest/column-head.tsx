import { Group, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Explained, type Term } from '../../ui/explained.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';

export interface ColumnHeadProps {
  readonly children: ReactNode;
  readonly right?: boolean;
  /** The statistic that the heading names. */
  readonly term?: Term;
  readonly help?: string;
}

/** A table heading that can explain itself. */
export function ColumnHead({ children, right = false, term, help }: ColumnHeadProps) {
  return (
    <Table.Th>
      <Group gap={4} wrap="nowrap" justify={right ? 'flex-end' : 'flex-start'}>
        {term === undefined ? children : <Explained term={term}>{children}</Explained>}
        {help !== undefined && <HelpTip text={help} />}
      </Group>
    </Table.Th>
  );
}
