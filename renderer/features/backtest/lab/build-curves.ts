import type { CurveFigures, CurvePoint } from '../../../../shared/schemas/lab-figures.ts';
import type { ChartOption } from '../../../ui/chart.tsx';
import { accentColour } from '../../../ui/chart-colours.ts';
import { colours } from '../../../ui/colours.ts';
import { curveOverlays, hitPoints } from '../build-roc-option.ts';

export const curveKinds = ['precision', 'gains', 'lift'] as const;
export type CurveKind = (typeof curveKinds)[number];

export interface CurveWords {
  readonly x: string;
  readonly y: string;
  readonly percent: (share: number) => string;
  readonly times: (lift: number) => string;
  readonly tip: (point: CurvePoint) => string;
  readonly ink: string;
}

/** Where the points of the curve lie in the list of series: arrow keys and clicks answer this index. */
export const curveSeries = 0;

/** One of the three curves with the line of chance, and room for the points of an overlay. */
export function buildCurveOption(
  kind: CurveKind,
  { points, rows, positives }: CurveFigures,
  words: CurveWords,
): ChartOption {
  const highest = Math.max(1, ...points.map(({ lift }) => lift));
  const places = points.map((point) => placeOn(kind, point));
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
      hitPoints(places),
      {
        type: 'line',
        silent: true,
        symbol: 'circle',
        symbolSize: points.length <= 60 ? 6 : 3,
        lineStyle: { width: 2, color: accentColour },
        itemStyle: { color: accentColour },
        data: places,
      },
      {
        type: 'line',
        silent: true,
        symbol: 'none',
        lineStyle: { type: 'dashed', width: 1, color: colours.neutral },
        data: chanceLine(kind, rows === 0 ? 0 : positives / rows),
      },
      ...curveOverlays(words.ink),
    ],
  };
}

/** Where a point lies on one of the curves. */
export function placeOn(kind: CurveKind, point: CurvePoint): [number, number] {
  if (kind === 'precision') return [point.catchRate, point.hitRate];
  return [point.calledShare, kind === 'gains' ? point.catchRate : point.lift];
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
