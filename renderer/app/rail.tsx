import { ActionIcon, Group, SegmentedControl, Tooltip, useMantineColorScheme } from '@mantine/core';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../client/app-store.ts';
import { addressOf, type RouteName, routeNames } from '../client/route.ts';
import { type Language, languages } from '../i18n/language.ts';
import { nextColorScheme } from './next-color-scheme.ts';
import { useLoopFacts } from './use-loop-facts.ts';
import { waitFor } from './wait-for.ts';

const numbers = ['', '①', '②', '③', '④', '⑤', '⑥', '⑦'];
const themeIcons = { light: Sun, dark: Moon, auto: Monitor };

/** The loop in order; a step that can't be used yet says what it waits for. */
export function Rail() {
  return (
    <div className="rail">
      <ol>
        {routeNames.map((name, position) => (
          <li key={name}>
            <RailItem name={name} number={numbers[position] ?? ''} />
          </li>
        ))}
      </ol>
      <Group gap="xs" wrap="nowrap">
        <LanguageSwitch />
        <ThemeSwitch />
      </Group>
    </div>
  );
}

function RailItem({ name, number }: { readonly name: RouteName; readonly number: string }) {
  const { t } = useTranslation('shell');
  const isCurrent = useAppStore((state) => state.route.name === name);
  const wait = waitFor(name, useLoopFacts());
  const label = (
    <>
      <span aria-hidden>{number === '' ? '' : `${number} `}</span>
      {t(`rail.${name}`)}
    </>
  );
  if (wait !== null) {
    return (
      <span className="rail-item rail-item-waits">
        {label}
        <span className="rail-waits">{t(`waits.${wait}`)}</span>
      </span>
    );
  }
  return (
    <a
      className="rail-item"
      href={addressOf({ name, argument: null })}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {label}
    </a>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation('shell');
  const language = useAppStore((state) => state.language);
  const setLanguage = useAppStore((state) => state.setLanguage);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language.label')}
      value={language}
      onChange={(value) => setLanguage(value as Language)}
      data={languages.map((value) => ({
        value,
        label: <span title={t(`language.${value}`)}>{value.toUpperCase()}</span>,
      }))}
    />
  );
}

function ThemeSwitch() {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const label = t('theme.label', { name: t(`theme.${colorScheme}`) });
  const Icon = themeIcons[colorScheme];
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        aria-label={label}
        onClick={() => setColorScheme(nextColorScheme(colorScheme))}
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
