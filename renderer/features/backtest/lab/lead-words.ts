import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartInk } from '../../../ui/use-chart-ink.ts';
import type { LeadBin, LeadWords } from './build-lead.ts';

/** The words of the chart of detection leads. */
export function useBinWords(): LeadWords {
  const { t } = useTranslation('backtest');
  const ink = useChartInk();
  return useMemo(() => {
    const nameOf = ({ kind, from, to }: LeadBin) => {
      if (kind === 'none') return t('lab.lead.none');
      return kind === 'cut' ? t('lab.lead.cutDays', { from }) : t('lab.lead.days', { from, to });
    };
    return {
      nameOf,
      tip: (bin: LeadBin) => t('lab.lead.tip', { bin: nameOf(bin), count: bin.leads.length }),
      accounts: t('lab.lead.accounts'),
      ink,
    };
  }, [t, ink]);
}
