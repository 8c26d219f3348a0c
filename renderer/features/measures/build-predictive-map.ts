import type { Estimate } from '../../../shared/schemas/figures.ts';
import type { ChartOption } from '../../ui/chart.tsx';
import { colours } from '../../ui/colours.ts';
import { type MeasureRow, noiseBand, type Signal, signalOfRow } from './build-measure-rows.ts';

export interface PredictiveMapWords {
  readonly actionable: string;
  readonly fixed: string;
  readonly axis: string;
  readonly signal: Readonly<Record<Signal, string>>;
  readonly tip: (point: PredictivePoint) => string;
  readonly ink: string;
}

/** A measure with an AUC and its line in the map, counted from the top. */
export interface PredictivePoint {
  readonly row: MeasureRow;
  readonly auc: Estimate;
  readonly line: number;
  readonly signal: Signal;
}

export interface PredictiveMap {
  readonly option: ChartOption;
  /** By series and point of the option. */
  readonly series: readonly (readonly PredictivePoint[])[];
  readonly lines: number;
}

const lowest = 0.4;

const signals = ['above', 'half', 'within'] as const;

/** Told apart by shape, not by colour alone. */
const marks: Readonly<Record<Signal, Record<string, unknown>>> = {
  above: { symbol: 'circle', itemStyle: { color: colours.healthy } },
  half: { symbol: 'diamond', itemStyle: { color: colours.neutral } },
  within: { symbol: 'emptyCircle', itemStyle: { color: colours.neutral } },
};

/** Actionable measures in the upper lane, the others below it, each lane from the best AUC down. */
export function placePoints(rows: readonly MeasureRow[]): { points: PredictivePoint[]; upper: number } {
  const found = rows.flatMap((row) => {
    const auc = row.figures?.auc ?? null;
    if (auc === null) return [];
    return [{ row, auc, signal: signalOfRow(row) ?? 'within' }];
  });
  const lane = (actionable: boolean) =>
    found
      .filter(({ row }) => row.measure.actionable === actionable)
      .sort((a, b) => b.auc.value - a.auc.value);
  const upper = lane(true);
  const points = [...upper, ...lane(false)].map((point, i) => ({
    ...point,
    line: i + Number(i >= upper.length),
  }));
  return { points, upper: upper.length };
}

/** How well each measure tells churn apart (right) against whether it can be moved (upper lane). */
export function buildPredictiveMap(rows: readonly MeasureRow[], words: PredictiveMapWords): PredictiveMap {
  const { points, upper } = placePoints(rows);
  const lines = points.length + 1;
  const series = signals.map((signal) => points.filter((point) => point.signal === signal));
  const dots = (signal: Signal, shown: readonly PredictivePoint[]) => ({
    type: 'scatter',
    name: words.signal[signal],
    cursor: 'pointer',
    ...marks[signal],
    symbolSize: 11,
    z: 6,
    label: {
      show: true,
      position: 'top',
      distance: 2,
      color: words.ink,
      backgroundColor: 'transparent',
      formatter: ({ dataIndex }: { dataIndex: number }) => shown[dataIndex]?.row.measure.name ?? '',
    },
    data: shown.map(({ auc, line }) => [auc.value, line]),
  });
  return {
    series,
    lines,
    option: {
      grid: { left: 96, right: 24, top: 36, bottom: 44 },
      legend: {
        top: 0,
        right: 16,
        itemHeight: 10,
        selectedMode: false,
        data: signals.map((signal) => words.signal[signal]),
      },
      tooltip: {
        formatter: ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => {
          const point = series[seriesIndex]?.[dataIndex];
          return point === undefined ? '' : words.tip(point);
        },
      },
      xAxis: {
        type: 'value',
        ...{ min: lowest, max: 1, interval: 0.1 },
        ...{ name: words.axis, nameLocation: 'middle', nameGap: 28 },
        axisLine: { onZero: false },
        axisLabel: { formatter: (value: number) => value.toFixed(1) },
      },
      yAxis: {
        type: 'value',
        ...{ min: -0.5, max: lines - 0.5, inverse: true },
        ...{ axisLabel: { show: false }, axisTick: { show: false }, splitLine: { show: false } },
      },
      series: [
        {
          ...dots('above', series[0]!),
          markLine: chanceLine(words.ink),
          markArea: lanesOf(upper, lines, words),
        },
        dots('half', series[1]!),
        dots('within', series[2]!),
        barsOf(points, words.ink),
      ],
    },
  };
}

function chanceLine(ink: string) {
  return {
    ...{ silent: true, symbol: 'none', label: { show: false } },
    lineStyle: { type: 'dashed', color: ink },
    data: [{ xAxis: 0.5 }],
  };
}

/** The two lanes, named at the left. */
function lanesOf(upper: number, lines: number, words: PredictiveMapWords) {
  const lane = (name: string, from: number, to: number, color: string) => [
    {
      ...{ name, yAxis: from, itemStyle: { color } },
      label: { position: 'left', distance: 8, color: words.ink, width: 84, overflow: 'break' },
    },
    { yAxis: to },
  ];
  return {
    silent: true,
    data: [
      lane(words.actionable, -0.5, upper - 0.25, 'rgba(0, 158, 115, 0.07)'),
      lane(words.fixed, upper + 0.25, lines - 0.5, 'rgba(134, 142, 150, 0.07)'),
    ],
  };
}

interface BarApi {
  value(dimension: number): number;
  coord(point: readonly [number, number]): [number, number];
}

/** Behind each point what chance reaches as a grey bar, and its interval as a line. */
function barsOf(points: readonly PredictivePoint[], ink: string): Record<string, unknown> {
  return {
    ...{ type: 'custom', silent: true, z: 4, tooltip: { show: false } },
    encode: { x: [0, 1, 2], y: 3 },
    data: points.map(({ auc, line, row }) => [
      Math.max(lowest, auc.low ?? auc.value),
      auc.high ?? auc.value,
      noiseBand(row.explored)?.high ?? 0.5,
      line,
    ]),
    renderItem: (_: unknown, api: BarApi) => {
      const at = (value: number) => api.coord([value, api.value(3)]);
      const [low, y] = at(api.value(0));
      const [high] = at(api.value(1));
      const [half] = at(0.5);
      const [noise] = at(api.value(2));
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: { x: half, y: y - 5, width: noise - half, height: 10 },
            style: { fill: 'rgba(134, 142, 150, 0.35)' },
          },
          {
            type: 'line',
            shape: { x1: low, y1: y, x2: high, y2: y },
            style: { stroke: ink, lineWidth: 1.5 },
          },
        ],
      };
    },
  };
}
