import type { MeasureDetail } from '../../../shared/schemas/measure-explorer.ts';
import { buildWhiskers } from '../../ui/build-whiskers.ts';
import type { ChartOption } from '../../ui/chart.tsx';
import { accentColour } from '../../ui/chart-colours.ts';

type DateFigure = MeasureDetail['byDate'][number];

export interface ByDateWords {
  readonly day: (day: number) => string;
  readonly churned: (date: DateFigure) => string;
  readonly tip: (date: DateFigure) => string;
  readonly ink: string;
}

/** AUC at each as-of date with DeLong's interval over the line of chance; dates without one stay empty. */
export function buildByDateOption(byDate: readonly DateFigure[], words: ByDateWords): ChartOption {
  // Room for every interval, down to its lower end.
  const lowest = Math.min(0.4, ...byDate.map(({ auc }) => auc?.low ?? auc?.value ?? 0.5));
  const from = Math.max(0, Math.floor(lowest * 10) / 10);
  return {
    grid: { left: 40, right: 16, top: 16, bottom: 44 },
    tooltip: {
      trigger: 'axis',
      formatter: (items: readonly { dataIndex: number }[]) => {
        const date = byDate[items[0]?.dataIndex ?? -1];
        return date === undefined ? '' : words.tip(date);
      },
    },
    xAxis: {
      type: 'category',
      data: byDate.map((date) => `${words.day(date.asOf)}\n${words.churned(date)}`),
      axisLabel: { hideOverlap: true, lineHeight: 15, fontSize: 11 },
    },
    yAxis: {
      ...{ type: 'value', min: from, max: 1, interval: from < 0.3 ? 0.2 : 0.1 },
      axisLabel: { formatter: (value: number) => value.toFixed(1) },
    },
    series: [
      {
        ...{ type: 'line', symbol: 'circle', symbolSize: 7, connectNulls: false, z: 6 },
        lineStyle: { color: accentColour, width: 1.5 },
        itemStyle: { color: accentColour },
        data: byDate.map(({ auc }) => auc?.value ?? null),
        markLine: {
          ...{ silent: true, symbol: 'none', label: { show: false } },
          lineStyle: { type: 'dashed', color: words.ink },
          data: [{ yAxis: 0.5 }],
        },
      },
      buildWhiskers(
        byDate.flatMap(({ auc }, index) =>
          auc === null || auc.low === null || auc.high === null
            ? []
            : [{ index, low: Math.max(from, auc.low), high: auc.high }],
        ),
        words.ink,
      ),
    ],
  };
}
