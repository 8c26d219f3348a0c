import type { MantineColorScheme } from '@mantine/core';

/** The switch goes round: as the system, light, dark. */
export function nextColorScheme(scheme: MantineColorScheme): MantineColorScheme {
  switch (scheme) {
    case 'auto':
      return 'light';
    case 'light':
      return 'dark';
    case 'dark':
      return 'auto';
  }
}
