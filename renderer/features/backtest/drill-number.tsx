import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLink } from './link-context.ts';
import { type DrillCell, type DrillWindow, useRun } from './run-context.ts';

export interface DrillNumberProps {
  /** Zero opens nothing. */
  readonly count: number;
  /** As shown. */
  readonly value: string;
  /** What the number counts: the title of its list. */
  readonly what: string;
  readonly cell: DrillCell;
  readonly window?: DrillWindow;
  readonly fw?: number;
  readonly fz?: string | number;
}

/** A number that stands for accounts: it lights them up in the charts while pointed at, and opens them. */
export function DrillNumber({ count, value, what, cell, window, fw, fz = 'inherit' }: DrillNumberProps) {
  const { t } = useTranslation('backtest');
  const run = useRun();
  const { point } = useLink();
  const drill = { title: what, cell, window: window ?? run.windowName };
  const look = { fz, ...(fw === undefined ? {} : { fw }) };
  if (count === 0) {
    return (
      <Text span {...look}>
        {value}
      </Text>
    );
  }
  return (
    <Anchor
      component="button"
      type="button"
      underline="always"
      c="var(--mantine-color-text)"
      {...look}
      aria-label={t('drill.open', { what: `${what} ${value}` })}
      onClick={() => run.openDrill(drill)}
      onMouseEnter={() => point(drill)}
      onMouseLeave={() => point(null)}
      onFocus={() => point(drill)}
      onBlur={() => point(null)}
    >
      {value}
    </Anchor>
  );
}
