import { useTranslation } from 'react-i18next';
import type { DetectionLead } from '../../../../shared/schemas/lab-autopsy.ts';
import { type Format, useFormat } from '../../../format/use-format.ts';
import type { Words } from '../build-verdict-sentence.ts';

/** The median lead in words: days, at least so many, or none. */
export function MedianText({ median }: { readonly median: DetectionLead['median'] }) {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  return <>{medianText(median, { t, format })}</>;
}

export function medianText(
  median: DetectionLead['median'],
  { t, format }: { readonly t: Words; readonly format: Format },
): string {
  if (median === null || median.leadDays === null) return t('lab.lead.medianNone');
  const days = format.number(median.leadDays, 1);
  return t(median.cut ? 'lab.lead.medianCut' : 'lab.lead.medianValue', { days });
}
