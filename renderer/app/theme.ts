import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from '@mantine/core';
import { fonts } from '../ui/fonts.ts';

/** One accent, an 8 px grid, the system's own fonts. Every window and notice has a named way to close it. */
export function themeFor(closeLabel: string): MantineThemeOverride {
  const closable = { defaultProps: { closeButtonProps: { 'aria-label': closeLabel } } };
  return createTheme({
    components: {
      Modal: closable,
      Drawer: closable,
      Notification: closable,
      // A menu may hold nothing but its items.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    },
    primaryColor: 'indigo',
    primaryShade: { light: 7, dark: 8 },
    autoContrast: true,
    fontFamily: fonts,
    headings: { fontFamily: fonts, fontWeight: '600' },
    defaultRadius: 'sm',
    cursorType: 'pointer',
    focusRing: 'auto',
    respectReducedMotion: true,
    spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  });
}

/** Mantine's own dimmed text, errors and buttons under the pointer stay under 4.5 : 1 on their backgrounds. */
export const readableVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5c636a',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-indigo-light-hover': '#cad6ff',
  },
  dark: {
    '--mantine-color-dimmed': '#b0b3b8',
    '--mantine-color-placeholder': '#b0b3b8',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
  },
});
