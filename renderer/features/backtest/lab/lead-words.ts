import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartInk } from '../../../ui/use-chart-ink.ts';
import type { Words } from '../build-verdict-sentence.ts';
import type { LeadBin, LeadWords } from './build-lead.ts';

/** The words of the chart of detection leads. */
export function useBinWords(): LeadWords {
  const { t } = useTranslation(['backtest', 'common']);
  const ink = useChartInk();
  return useMemo(() => {
    const nameOf = (bin: LeadBin) => leadBinName(bin, t);
    return {
      nameOf,
      tip: (bin: LeadBin) => t('lab.lead.tip', { bin: nameOf(bin), count: bin.leads.length }),
      accounts: t('lab.lead.accounts'),
      ink,
    };
  }, [t, ink]);
}

/** What a step of leads is called. */
export function leadBinName({ kind, from, to }: LeadBin, t: Words): string {
  if (kind === 'none') return t('lab.lead.none');
  return kind === 'cut' ? t('lab.lead.cutDays', { from }) : t('lab.lead.days', { from, to });
}
