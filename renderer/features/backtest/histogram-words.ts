import type { TFunction } from 'i18next';
import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import type { Format } from '../../format/use-format.ts';
import type { HistogramWords } from './build-histogram-option.ts';

/** What the score histogram says; `shown` turns tenths counted from the alarm side into what people read. */
export function histogramWords(
  { t, format }: { readonly t: TFunction<'backtest'>; readonly format: Format },
  window: WindowFigures,
  shown: (tenths: number) => number,
): Omit<HistogramWords, 'ink'> {
  return {
    churned: t('explorer.churnedRows', { n: format.number(window.positives, 0) }),
    kept: t('explorer.keptRows', { n: format.number(window.kept, 0) }),
    score: t('explorer.axisScore'),
    share: t('explorer.axisShare'),
    percent: (share) => format.percent(share, 0),
    count: (rows) => format.count(rows, 'row'),
    points: (points) => Math.round(shown(points * 10)),
  };
}
