import type { ChartOption } from '../../ui/chart.tsx';
import { accentColour } from '../../ui/chart-colours.ts';
import { colours } from '../../ui/colours.ts';
import type { RocPoint } from './build-roc.ts';

export interface RocWords {
  readonly x: string;
  readonly y: string;
  readonly percent: (share: number) => string;
  readonly threshold: (tenths: number) => string;
}

/** The ROC curve, the line of chance, and the threshold in use as a point on the curve. */
export function buildRocOption(
  points: readonly RocPoint[],
  current: { readonly x: number; readonly y: number },
  words: RocWords,
): ChartOption {
  const axis = (name: string, nameGap: number) => ({
    type: 'value',
    min: 0,
    max: 1,
    interval: 0.25,
    name,
    nameGap,
    nameLocation: 'middle',
    axisLabel: { formatter: (value: number) => words.percent(value), fontSize: 11 },
  });
  return {
    grid: { left: 56, right: 16, top: 12, bottom: 44, outerBoundsMode: 'none' },
    tooltip: {
      trigger: 'item',
      formatter: ({ data }: { data: readonly number[] }) =>
        [
          ...(data[2] === undefined ? [] : [words.threshold(data[2])]),
          `${words.x} ${words.percent(data[0] ?? 0)}`,
          `${words.y} ${words.percent(data[1] ?? 0)}`,
        ].join('\n'),
    },
    xAxis: axis(words.x, 26),
    yAxis: axis(words.y, 40),
    series: [
      {
        type: 'line',
        silent: true,
        symbol: 'none',
        lineStyle: { type: 'dashed', width: 1, color: colours.neutral },
        data: [
          [0, 0],
          [1, 1],
        ],
      },
      {
        type: 'line',
        symbol: 'circle',
        symbolSize: 5,
        showSymbol: points.length <= 60,
        lineStyle: { width: 2, color: accentColour },
        itemStyle: { color: accentColour },
        data: points.map(({ x, y, threshold }) => [x, y, threshold]),
      },
      {
        type: 'scatter',
        symbolSize: 14,
        z: 6,
        silent: true,
        itemStyle: { color: colours.watch, borderColor: '#212529', borderWidth: 2 },
        data: [[current.x, current.y]],
      },
    ],
  };
}
