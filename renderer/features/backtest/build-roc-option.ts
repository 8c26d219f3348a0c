import type { ChartOption } from '../../ui/chart.tsx';
import { accentColour } from '../../ui/chart-colours.ts';
import { colours } from '../../ui/colours.ts';
import type { RocPoint } from './build-roc.ts';
import { linkedPoints, markedId, pointedId } from './charts/build-overlays.ts';

export interface RocWords {
  readonly x: string;
  readonly y: string;
  readonly percent: (share: number) => string;
  readonly threshold: (tenths: number) => string;
  readonly ink: string;
}

/** The ROC curve with a place to point at every score, the line of chance, and room for the points of an overlay. */
export function buildRocOption(points: readonly RocPoint[], words: RocWords): ChartOption {
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
    grid: { left: 62, right: 10, top: 12, bottom: 44, outerBoundsMode: 'none' },
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
      hitPoints(points.map(({ x, y, threshold }) => [x, y, threshold])),
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
        silent: true,
        symbol: 'circle',
        symbolSize: 5,
        showSymbol: points.length <= 60,
        lineStyle: { width: 2, color: accentColour },
        itemStyle: { color: accentColour },
        data: points.map(({ x, y }) => [x, y]),
      },
      ...curveOverlays(words.ink),
    ],
  };
}

/** Points that are not seen but can be pointed at: a thin line is hard to meet. */
export function hitPoints(data: readonly (readonly number[])[]): Record<string, unknown> {
  return {
    type: 'scatter',
    symbolSize: 14,
    z: 10,
    cursor: 'pointer',
    itemStyle: { color: accentColour, opacity: 0 },
    emphasis: { itemStyle: { opacity: 1 } },
    data,
  };
}

/** Of a curve: the same accounts' points, the threshold in use, and the threshold that is pointed at. */
export function curveOverlays(ink: string): Record<string, unknown>[] {
  const point = { type: 'scatter', silent: true, symbolSize: 14, tooltip: { show: false }, data: [] };
  return [
    linkedPoints(ink),
    {
      ...point,
      id: markedId,
      z: 8,
      itemStyle: { color: colours.watch, borderColor: '#212529', borderWidth: 2 },
    },
    {
      ...point,
      id: pointedId,
      symbolSize: 18,
      z: 9,
      itemStyle: { color: 'transparent', borderColor: ink, borderWidth: 2 },
    },
  ];
}

/** The corner of the ROC curve at a threshold: the last one not above it. */
export function rocPointAt(points: readonly RocPoint[], threshold: number): RocPoint | null {
  return points.findLast((point) => point.threshold <= threshold) ?? points[0] ?? null;
}
