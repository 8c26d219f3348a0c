import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { RecordKind } from '../../../shared/schemas/record-kinds.ts';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { formatDay } from '../../format/days.ts';
import { colours } from '../../ui/colours.ts';
import type { AccountMark } from './build-account-marks.ts';

type History = ChannelOutput<'accounts.get'>['history'];

export interface HistoryChartInput {
  readonly history: History;
  readonly bands: readonly Band[];
  readonly marks: readonly AccountMark[];
  readonly asOf: number;
  readonly words: HistoryChartWords;
}

export interface HistoryChartWords {
  readonly score: string;
  readonly asOf: string;
  readonly describeScore: (point: History[number]) => string;
  readonly describeMark: (mark: AccountMark) => string;
  readonly shortMark: (mark: AccountMark) => string;
}

const msPerDay = 86_400_000;

/** Each kind of record in a lane of its own at the foot, told apart by its shape. */
export const recordLanes = [
  { kind: 'record', at: 3, symbol: 'triangle', sign: '▲' },
  { kind: 'intervention', at: 9, symbol: 'rect', sign: '■' },
  { kind: 'hearingNote', at: 15, symbol: 'circle', sign: '●' },
  { kind: 'survey', at: 21, symbol: 'diamond', sign: '◆' },
] as const satisfies readonly {
  readonly kind: RecordKind;
  readonly at: number;
  readonly symbol: string;
  readonly sign: string;
}[];

/** Score by month-end over the band colours; starts, notices and outcomes as lines, records as marks at the foot. */
export function buildHistoryChart(input: HistoryChartInput) {
  const { history, marks, words } = input;
  const lines = marks.filter((mark) => mark.kind !== 'records');
  const lanes = recordLanes.map(({ kind }) => marks.filter((mark) => mark.recordKind === kind));
  const days = [...history.map((point) => point.asOf), ...marks.map((mark) => mark.day)];
  const score = {
    name: words.score,
    type: 'line',
    data: history.map((point) => [point.asOf * msPerDay, point.score]),
    connectNulls: false,
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { color: colours.kept, width: 2 },
    itemStyle: { color: colours.kept },
    markArea: { silent: true, data: bandAreas(input.bands) },
    markLine: markLines(lines, input.asOf, words),
  };
  const laneSeries = recordLanes.map(({ at, symbol }, lane) => ({
    type: 'scatter',
    data: (lanes[lane] ?? []).map((mark) => [mark.day * msPerDay, at]),
    symbol,
    symbolSize: 8,
    itemStyle: { color: colours.neutral, borderColor: '#ffffff', borderWidth: 0.5 },
  }));
  const series: [typeof score, ...typeof laneSeries] = [score, ...laneSeries];
  return {
    useUTC: true,
    grid: { left: 36, right: 100, top: 28, bottom: 28 },
    tooltip: {
      trigger: 'item',
      formatter: (item: { seriesIndex: number; dataIndex: number }) =>
        tooltipText(item, { history, lanes, words }),
    },
    xAxis: {
      type: 'time',
      min: Math.min(...days) * msPerDay,
      max: Math.max(...days) * msPerDay,
      axisLabel: {
        formatter: (instant: number) => formatDay(instant / msPerDay).slice(0, 7),
        hideOverlap: true,
      },
    },
    yAxis: { type: 'value', min: 0, max: 100, interval: 20 },
    series,
  };
}

/** One strip per band, its symbol and word at the right edge. */
function bandAreas(bands: readonly Band[]) {
  return bands.map((band, i) => [
    {
      yAxis: band.lowerBound,
      itemStyle: { color: band.colour, opacity: 0.16 },
      label: {
        show: true,
        position: 'right',
        distance: 6,
        formatter: band.symbol === band.label ? band.label : `${band.symbol} ${shorten(band.label)}`,
        fontSize: 11,
      },
    },
    { yAxis: bands[i - 1]?.lowerBound ?? 100 },
  ]);
}

function markLines(lines: readonly AccountMark[], asOf: number, words: HistoryChartWords) {
  return {
    silent: true,
    symbol: 'none',
    label: { position: 'end', fontSize: 11, rotate: 0 },
    data: [
      {
        xAxis: asOf * msPerDay,
        label: { formatter: words.asOf },
        lineStyle: { color: colours.neutral, type: 'dotted', width: 1.5 },
      },
      ...lines.map((mark) => ({
        xAxis: mark.day * msPerDay,
        label: { formatter: words.shortMark(mark) },
        lineStyle: {
          color: mark.kind === 'outcome' || mark.kind === 'notice' ? colours.churned : colours.neutral,
          type: mark.kind === 'outcome' ? 'solid' : 'dashed',
          width: 1.5,
        },
      })),
    ],
  };
}

function tooltipText(
  { seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number },
  {
    history,
    lanes,
    words,
  }: { history: History; lanes: readonly (readonly AccountMark[])[]; words: HistoryChartWords },
): string {
  const point = history[dataIndex];
  const mark = lanes[seriesIndex - 1]?.[dataIndex];
  if (seriesIndex === 0) return point === undefined ? '' : words.describeScore(point);
  return mark === undefined ? '' : words.describeMark(mark);
}

function shorten(label: string): string {
  return label.length <= 10 ? label : `${label.slice(0, 9)}…`;
}
