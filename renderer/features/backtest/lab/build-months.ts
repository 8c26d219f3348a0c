import type { StabilityFigures } from '../../../../shared/schemas/lab-figures.ts';
import { buildWhiskers } from '../../../ui/build-whiskers.ts';
import type { ChartOption } from '../../../ui/chart.tsx';
import { accentColour } from '../../../ui/chart-colours.ts';

export type MonthFigures = StabilityFigures['months'][number];

export interface MonthWords {
  readonly month: (day: number) => string;
  readonly churned: (count: number) => string;
  readonly tip: (month: MonthFigures) => string;
  readonly ink: string;
}

/** Months with an AUC, in time order. */
export function monthsWithAuc(months: readonly MonthFigures[]): MonthFigures[] {
  return months.filter(({ auc }) => auc !== null);
}

/** The year and month of a day: "2024-06". */
export function monthText(day: number, writeDay: (day: number) => string): string {
  return writeDay(day).slice(0, 7);
}

/** AUC by month with its interval and the line of chance. */
export function buildStabilityOption(months: readonly MonthFigures[], words: MonthWords): ChartOption {
  const shown = monthsWithAuc(months);
  const lowest = Math.min(0.4, ...shown.flatMap(({ auc }) => auc?.low ?? auc?.value ?? []));
  return {
    grid: { left: 40, right: 16, top: 16, bottom: 48, outerBoundsMode: 'none' },
    tooltip: {
      trigger: 'axis',
      formatter: (items: readonly { dataIndex: number }[]) => {
        const month = shown[items[0]?.dataIndex ?? -1];
        return month === undefined ? '' : words.tip(month);
      },
    },
    xAxis: {
      type: 'category',
      data: shown.map(({ month, churners }) => `${words.month(month)}\n${words.churned(churners)}`),
      axisLabel: { hideOverlap: true, lineHeight: 15 },
    },
    yAxis: {
      type: 'value',
      min: Math.max(0, Math.floor(lowest * 10) / 10),
      max: 1,
      interval: 0.1,
      axisLabel: { formatter: (value: number) => value.toFixed(1) },
    },
    series: [
      {
        type: 'line',
        symbol: 'circle',
        symbolSize: 8,
        z: 6,
        lineStyle: { color: accentColour, width: 2 },
        itemStyle: { color: accentColour },
        data: shown.map(({ auc }) => auc?.value ?? null),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { type: 'dashed', color: words.ink },
          data: [{ yAxis: 0.5 }],
        },
      },
      buildWhiskers(
        shown.flatMap(({ auc }, index) =>
          auc === null || auc.low === null || auc.high === null
            ? []
            : [{ index, low: auc.low, high: auc.high }],
        ),
        words.ink,
      ),
    ],
  };
}
