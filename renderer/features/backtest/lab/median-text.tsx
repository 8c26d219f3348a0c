import { useTranslation } from 'react-i18next';
import type { DetectionLead } from '../../../../shared/schemas/lab-autopsy.ts';
import { useFormat } from '../../../format/use-format.ts';

/** The median lead in words: days, at least so many, or none. */
export function MedianText({ median }: { readonly median: DetectionLead['median'] }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  if (median === null || median.leadDays === null) return <>{t('lab.lead.medianNone')}</>;
  const days = format.number(median.leadDays, 1);
  return <>{t(median.cut ? 'lab.lead.medianCut' : 'lab.lead.medianValue', { days })}</>;
}
