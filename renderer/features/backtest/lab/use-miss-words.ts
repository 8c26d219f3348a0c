import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesign } from '../../../client/use-design.ts';
import { useFormat } from '../../../format/use-format.ts';
import type { MissWords } from './build-miss-columns.ts';
import { accountLabel, useLab } from './lab-context.ts';

/** Names of accounts and measures for the tables of the autopsy. */
export function useMissWords(): MissWords {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const view = useLab();
  const measures = useDesign()?.measures;
  return useMemo(
    () => ({
      t,
      format,
      accountOf: (index: number) => accountLabel(view, index),
      measureOf: (id: string) => measures?.find((measure) => measure.id === id)?.name ?? id,
    }),
    [t, format, view, measures],
  );
}
