import { Stack } from '@mantine/core';
import { useLab } from './lab-context.ts';
import { NoFigure } from './no-figure.tsx';
import { TopTable } from './top-table.tsx';

/** What calling the lowest 5, 10, 20 % finds. */
export function TopTab() {
  const { curves } = useLab().lab;
  return (
    <Stack gap="lg">
      {curves.reason !== null && <NoFigure reason={curves.reason} />}
      {curves.top.length > 0 && <TopTable curves={curves} />}
    </Stack>
  );
}
