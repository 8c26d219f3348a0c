import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import type { ChartOption } from '../../ui/chart.tsx';
import { colours } from '../../ui/colours.ts';
import { binScores, binWidth } from './bin-scores.ts';
import { linkedBars } from './charts/build-overlays.ts';

/** Where the plot lies inside the chart, in pixels: the threshold handle is laid over it. */
export const plot = { left: 56, right: 16, top: 28, bottom: 44 } as const;

export interface HistogramWords {
  readonly churned: string;
  readonly kept: string;
  readonly score: string;
  readonly share: string;
  readonly percent: (share: number) => string;
  readonly count: (rows: number) => string;
  /** What people read at a place of the axis, counted from the alarm side; itself unless said. */
  readonly points?: (points: number) => number;
  readonly ink: string;
}

/** The two overlays of the same accounts: churned upwards, kept downwards. */
export const linkedChurnedId = 'linked-churned';
export const linkedKeptId = 'linked-kept';
const overBins = { xAxisIndex: 0, stack: 'linked', barCategoryGap: '8%', barMaxWidth: undefined };

/** Churned rows upwards, kept rows downwards, each as shares of its own total: shapes compare, not sizes. */
export function buildHistogramOption(figures: WindowFigures, words: HistogramWords): ChartOption {
  const churned = binScores(figures.positivesByScore);
  const kept = binScores(figures.keptByScore);
  const churnedShares = toShares(churned);
  const keptShares = toShares(kept);
  const highest = Math.max(...churnedShares, ...keptShares, 0.05);
  const bound = Math.ceil(highest * 10 - 1e-9) / 10;
  const axis = {
    type: 'value',
    min: 0,
    max: 100,
    interval: 10,
    position: 'bottom',
    name: words.score,
    axisLabel: { formatter: (points: number) => String(words.points?.(points) ?? points) },
  };
  const series = (name: string, colour: string, data: readonly number[]) => ({
    type: 'bar',
    name,
    data,
    xAxisIndex: 0,
    stack: 'rows',
    barCategoryGap: '8%',
    itemStyle: { color: colour },
  });
  return {
    grid: { ...plot, outerBoundsMode: 'none' },
    legend: { top: 0, left: plot.left, itemHeight: 10, itemWidth: 10, selectedMode: false },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (items: readonly { dataIndex: number }[]) =>
        tipOf(items[0]?.dataIndex ?? 0, { churned, kept, words }),
    },
    xAxis: [
      { type: 'category', show: false, data: churned.map((_, bin) => bin * binWidth) },
      { ...axis, nameLocation: 'middle', nameGap: 26, splitLine: { show: false } },
    ],
    yAxis: {
      type: 'value',
      min: -bound,
      max: bound,
      interval: bound / 2,
      name: words.share,
      nameTextStyle: { align: 'right' },
      axisLabel: { formatter: (value: number) => words.percent(Math.abs(value)) },
    },
    series: [
      series(words.churned, colours.churned, churnedShares),
      series(
        words.kept,
        colours.kept,
        keptShares.map((share) => -share),
      ),
      { ...linkedBars(words.ink), ...overBins, id: linkedChurnedId },
      { ...linkedBars(words.ink), ...overBins, id: linkedKeptId },
    ],
  };
}

function tipOf(
  bin: number,
  rows: { churned: readonly number[]; kept: readonly number[]; words: HistogramWords },
): string {
  const { churned, kept, words } = rows;
  const low = bin * binWidth;
  const line = (name: string, counts: readonly number[]) =>
    `${name.replace(/ \(.*$/, '')}: ${words.count(counts[bin] ?? 0)} (${words.percent(toShares(counts)[bin] ?? 0)})`;
  const shown = words.points ?? ((points: number) => points);
  return [
    `${shown(low)}–${shown(low + binWidth)}`,
    line(words.churned, churned),
    line(words.kept, kept),
  ].join('\n');
}

function toShares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}
