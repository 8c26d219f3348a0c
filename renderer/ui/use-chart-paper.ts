import { useComputedColorScheme } from '@mantine/core';

/** The colour of "nothing" in a chart that colours its cells: light on light, dark on dark. */
export function useChartPaper(): string {
  return useComputedColorScheme('light') === 'dark' ? '#2c2e33' : '#f1f3f5';
}
