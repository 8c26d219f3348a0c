import { useTranslation } from 'react-i18next';
import { OpeningNumber } from '../../ui/opening-number.tsx';
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
  return (
    <OpeningNumber
      {...{ value, fz, ...(fw === undefined ? {} : { fw }) }}
      isZero={count === 0}
      label={t('drill.open', { what: `${what} ${value}` })}
      onOpen={() => run.openDrill(drill)}
      onPoint={(isPointed) => point(isPointed ? drill : null)}
    />
  );
}
