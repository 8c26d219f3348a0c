import { Group, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../client/app-store.ts';
import { navigate } from '../client/navigate.ts';
import { useAsOf } from '../client/use-design.ts';
import { formatDay, parseDay } from '../format/days.ts';

/** The as-of day in force; cleared, it is the newest day whose outcomes are known. */
export function AsOfSwitch() {
  const { t } = useTranslation('shell');
  const summary = useAppStore((state) => state.summary);
  const chosen = useAppStore((state) => state.asOf);
  const setAsOf = useAppStore((state) => state.setAsOf);
  const route = useAppStore((state) => state.route);
  const asOf = useAsOf();
  if (asOf === null || summary === null) return null;
  const last = Math.max(summary.lastDay ?? asOf, asOf);
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }} aria-hidden>
        {t('header.asOf')}
      </Text>
      <DateInput
        size="xs"
        w={130}
        aria-label={t('header.asOf')}
        valueFormat="YYYY-MM-DD"
        value={formatDay(asOf)}
        {...(summary.firstDay === null ? {} : { minDate: formatDay(summary.firstDay) })}
        maxDate={formatDay(last)}
        leftSectionWidth={0}
        clearable={chosen !== null}
        clearButtonProps={{ 'aria-label': t('header.newest') }}
        onChange={(value) => {
          setAsOf(value === null ? null : parseDay(value));
          // A page that was opened as of a day of its own follows the switch from now on.
          if (route.day !== undefined) navigate(route.name, route.argument);
        }}
      />
    </Group>
  );
}
