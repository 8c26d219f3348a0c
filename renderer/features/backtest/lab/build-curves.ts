import type { CurveFigures, CurvePoint } from '../../../../shared/schemas/lab-figures.ts';
import type { ChartOption } from '../../../ui/chart.tsx';
import { accentColour } from '../../../ui/chart-colours.ts';
import { colours } from '../../../ui/colours.ts';

export const curveKinds = ['precision', 'gains', 'lift'] as const;
export type CurveKind = (typeof curveKinds)[number];

export interface CurveWords {
  readonly x: string;
  readonly y: string;
  readonly percent: (share: number) => string;
  readonly times: (lift: number) => string;
  readonly tip: (point: CurvePoint) => string;
}

/** Where the points of the curve lie in the list of series: arrow keys and clicks answer this index. */
export const curveSeries = 0;

/** One of the three curves with the line of chance, and the marked point. */
export function buildCurveOption(
  kind: CurveKind,
  { points, rows, positives }: CurveFigures,
  { words, marked }: { readonly words: CurveWords; readonly marked: CurvePoint | null },
): ChartOption {
  const highest = Math.max(1, ...points.map(({ lift }) => lift));
  const xOf = (point: CurvePoint) => (kind === 'precision' ? point.catchRate : point.calledShare);
  const yOf = (point: CurvePoint) => {
    if (kind === 'lift') return point.lift;
    return kind === 'gains' ? point.catchRate : point.hitRate;
  };
  return {
    grid: { left: 60, right: 24, top: 12, bottom: 44, outerBoundsMode: 'none' },
    tooltip: {
      trigger: 'item',
      formatter: ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => {
        const point = seriesIndex === curveSeries ? points[dataIndex] : undefined;
        return point === undefined ? '' : words.tip(point);
      },
    },
    xAxis: shareAxis(words.x, 26, words.percent),
    yAxis:
      kind === 'lift'
        ? {
            ...shareAxis(words.y, 40, words.percent),
            max: Math.ceil(highest),
            interval: undefined,
            axisLabel: { formatter: words.times },
          }
        : shareAxis(words.y, 44, words.percent),
    series: [
      {
        type: 'line',
        symbol: 'circle',
        symbolSize: points.length <= 60 ? 6 : 3,
        cursor: 'pointer',
        lineStyle: { width: 2, color: accentColour },
        itemStyle: { color: accentColour },
        data: points.map((point) => [xOf(point), yOf(point)]),
      },
      {
        type: 'line',
        silent: true,
        symbol: 'none',
        lineStyle: { type: 'dashed', width: 1, color: colours.neutral },
        data: chanceLine(kind, rows === 0 ? 0 : positives / rows),
      },
      {
        type: 'scatter',
        silent: true,
        symbolSize: 14,
        z: 6,
        itemStyle: { color: colours.watch, borderColor: '#212529', borderWidth: 2 },
        data: marked === null ? [] : [[xOf(marked), yOf(marked)]],
      },
    ],
  };
}

function chanceLine(kind: CurveKind, baseRate: number): [number, number][] {
  const heights: Record<CurveKind, [number, number]> = {
    precision: [baseRate, baseRate],
    gains: [0, 1],
    lift: [1, 1],
  };
  const [from, to] = heights[kind];
  return [
    [0, from],
    [1, to],
  ];
}

function shareAxis(name: string, nameGap: number, percent: (share: number) => string) {
  return {
    type: 'value',
    min: 0,
    max: 1,
    interval: 0.25,
    name,
    nameGap,
    nameLocation: 'middle',
    axisLabel: { formatter: percent, fontSize: 11 },
  };
}
