import { Group, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { HelpTip } from '../../ui/help-tip.tsx';

export interface ColumnHeadProps {
  readonly children: ReactNode;
  readonly right?: boolean;
  readonly help?: string;
}

/** A table heading that can explain itself. */
export function ColumnHead({ children, right = false, help }: ColumnHeadProps) {
  return (
    <Table.Th>
      <Group gap={4} wrap="nowrap" justify={right ? 'flex-end' : 'flex-start'}>
        {children}
        {help !== undefined && <HelpTip text={help} />}
      </Group>
    </Table.Th>
  );
}
