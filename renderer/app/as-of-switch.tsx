import { Group, Popover, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../client/app-store.ts';
import { navigate } from '../client/navigate.ts';
import { useAsOf } from '../client/use-design.ts';
import { formatDay, parseDay, parseTypedDay } from '../format/days.ts';

/** The as-of day in force; cleared, it is the newest day whose outcomes are known. */
export function AsOfSwitch() {
  const { t } = useTranslation('shell');
  const summary = useAppStore((state) => state.summary);
  const asOf = useAsOf();
  if (asOf === null || summary === null) return null;
  const last = Math.max(summary.lastDay ?? asOf, asOf);
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }} aria-hidden>
        {t('header.asOf')}
      </Text>
      <AsOfField asOf={asOf} first={Math.min(summary.firstDay ?? asOf, asOf)} last={last} />
    </Group>
  );
}

interface AsOfFieldProps {
  readonly asOf: number;
  readonly first: number;
  readonly last: number;
}

/** Picked, or typed and left or confirmed with Enter; what can't be used is said with the days that can. */
function AsOfField({ asOf, first, last }: AsOfFieldProps) {
  const { t } = useTranslation('shell');
  const chosen = useAppStore((state) => state.asOf);
  const setAsOf = useAppStore((state) => state.setAsOf);
  const route = useAppStore((state) => state.route);
  const [refused, setRefused] = useState<string | null>(null);
  const choose = (day: number | null) => {
    setAsOf(day);
    // A page that was opened as of a day of its own follows the switch from now on.
    if (route.day !== undefined) navigate(route.name, route.argument);
  };
  const take = (typed: string) => {
    const day = parseTypedDay(typed);
    const isUsable = day !== null && day >= first && day <= last;
    if (isUsable && day !== asOf) choose(day);
    setRefused(isUsable || typed.trim() === '' ? null : typed.trim());
  };
  return (
    <Popover
      opened={refused !== null}
      onChange={() => setRefused(null)}
      width={280}
      position="bottom"
      withArrow
      // A text field opens no dialog: what is refused is an alert.
      withRoles={false}
    >
      <Popover.Target>
        <DateInput
          size="xs"
          w={130}
          aria-label={t('header.asOf')}
          aria-invalid={refused !== null}
          valueFormat="YYYY-MM-DD"
          monthLabelFormat={t('header.month')}
          value={formatDay(asOf)}
          minDate={formatDay(first)}
          maxDate={formatDay(last)}
          // While a day is being typed "2024-06-3" is none yet.
          dateParser={(typed) => (parseDay(typed) === null ? null : typed)}
          leftSectionWidth={0}
          clearable={chosen !== null}
          clearButtonProps={{ 'aria-label': t('header.newest') }}
          onChange={(value) => choose(value === null ? null : parseDay(value))}
          onFocus={() => setRefused(null)}
          onBlur={(event) => take(event.currentTarget.value)}
          onKeyDown={leaveOnEnter}
        />
      </Popover.Target>
      <Popover.Dropdown role="alert">
        <Text size="sm">
          {t('header.refused', { typed: refused ?? '', first: formatDay(first), last: formatDay(last) })}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Enter says that the day is whole: it is taken, and the calendar no longer covers the page. */
function leaveOnEnter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
}
