import type { MeasureDetail } from '../../../shared/schemas/measure-explorer.ts';
import type { ChartOption } from '../../ui/chart.tsx';
import { accentColour } from '../../ui/chart-colours.ts';

type HistoryPoint = MeasureDetail['history'][number];

export interface HistoryWords {
  readonly day: (day: number) => string;
  readonly median: string;
  readonly middle: string;
  readonly tip: (point: HistoryPoint) => string;
  readonly number: (value: number) => string;
}

/** Median over the as-of dates within the band of the middle half; the design window is shaded. */
export function buildHistoryOption(history: readonly HistoryPoint[], words: HistoryWords): ChartOption {
  const designFirst = history.findIndex(({ inDesign }) => inDesign);
  const designLast = history.findLastIndex(({ inDesign }) => inDesign);
  const band = { type: 'line', stack: 'middle', symbol: 'none', lineStyle: { opacity: 0 }, silent: true };
  return {
    grid: { left: 52, right: 16, top: 28, bottom: 28 },
    legend: {
      top: 0,
      right: 16,
      itemHeight: 10,
      selectedMode: false,
      data: [words.median, { name: words.middle, icon: 'rect' }],
    },
    tooltip: {
      trigger: 'axis',
      formatter: (items: readonly { dataIndex: number }[]) => {
        const point = history[items[0]?.dataIndex ?? -1];
        return point === undefined ? '' : words.tip(point);
      },
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: history.map(({ asOf }) => words.day(asOf)),
      axisLabel: { hideOverlap: true, fontSize: 11 },
    },
    yAxis: { type: 'value', scale: true, axisLabel: { formatter: words.number } },
    series: [
      { ...band, data: history.map(({ lowQuarter }) => lowQuarter) },
      {
        ...band,
        name: words.middle,
        stackStrategy: 'all',
        itemStyle: { color: accentColour },
        areaStyle: { color: accentColour, opacity: 0.18 },
        data: history.map(({ lowQuarter, highQuarter }) =>
          lowQuarter === null || highQuarter === null ? null : highQuarter - lowQuarter,
        ),
      },
      {
        ...{ type: 'line', name: words.median, symbol: 'circle', symbolSize: 5, z: 6 },
        lineStyle: { color: accentColour, width: 2 },
        itemStyle: { color: accentColour },
        data: history.map(({ median }) => median),
        ...(designFirst >= 0 && {
          markArea: {
            silent: true,
            itemStyle: { color: 'rgba(134, 142, 150, 0.14)' },
            data: [[{ xAxis: designFirst }, { xAxis: designLast }]],
          },
        }),
      },
    ],
  };
}
