import { useComputedColorScheme } from '@mantine/core';

/** The colour of thin lines in charts: dark on light, light on dark. */
export function useChartInk(): string {
  return useComputedColorScheme('light') === 'dark' ? '#ced4da' : '#495057';
}
