import type { MeasureBinFigure, MeasureDetail } from '../../../shared/schemas/measure-explorer.ts';
import { buildWhiskers } from '../../ui/build-whiskers.ts';
import type { ChartOption } from '../../ui/chart.tsx';
import { colours } from '../../ui/colours.ts';

/** A bin, or the rows without a value (`low` and `high` null). */
export type ShownBin = Omit<MeasureBinFigure, 'low' | 'high'> & {
  readonly low: number | null;
  readonly high: number | null;
};

export interface BinWords {
  readonly range: (bin: ShownBin) => string;
  readonly rows: (bin: ShownBin) => string;
  readonly tip: (bin: ShownBin) => string;
  readonly percent: (share: number) => string;
  readonly ink: string;
}

/** The bins from low to high values, and last the rows without one. */
export function shownBins({ bins, missingBin }: Pick<MeasureDetail, 'bins' | 'missingBin'>): ShownBin[] {
  return [...bins, ...(missingBin === null ? [] : [{ ...missingBin, low: null, high: null }])];
}

/** Churn rate per bin with its interval; bars start at 0, n stands under each, rows without a value are grey. */
export function buildBinOption(bins: readonly ShownBin[], words: BinWords): ChartOption {
  const highest = Math.max(...bins.map(({ rateHigh }) => rateHigh), 0.01);
  return {
    grid: { left: 52, right: 12, top: 16, bottom: 60 },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (items: readonly { dataIndex: number }[]) => {
        const bin = bins[items[0]?.dataIndex ?? -1];
        return bin === undefined ? '' : words.tip(bin);
      },
    },
    xAxis: {
      type: 'category',
      data: bins.map((bin) => `${words.range(bin)}\n${words.rows(bin)}`),
      axisLabel: { interval: 0, hideOverlap: true, lineHeight: 15, fontSize: 11 },
    },
    yAxis: {
      ...{ type: 'value', min: 0, max: Math.min(1, highest) },
      axisLabel: { formatter: words.percent, showMaxLabel: false },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 48,
        data: bins.map(({ rate, low }) => ({
          value: rate,
          itemStyle: { color: low === null ? colours.neutral : colours.churned, opacity: 0.8 },
        })),
      },
      buildWhiskers(
        bins.map(({ rateLow, rateHigh }, index) => ({ index, low: rateLow, high: rateHigh })),
        words.ink,
      ),
    ],
  };
}
