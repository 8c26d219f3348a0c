import type { BandFigure } from '../../../shared/schemas/figures.ts';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { buildWhiskers } from '../../ui/build-whiskers.ts';
import type { ChartOption } from '../../ui/chart.tsx';
import { linkedBars } from './charts/build-overlays.ts';

export interface BandWords {
  readonly rate: string;
  readonly percent: (share: number | null, digits: number) => string;
  /** Colour of the intervals: readable on the page and on the bars. */
  readonly ink: string;
  readonly rows: (rows: number) => string;
  readonly tip: (band: Band, figure: BandFigure) => string;
}

/** Churn rate of each band from 0 with its interval; symbol, word and n under each bar. */
export function buildBandOption(
  bands: readonly Band[],
  figures: readonly BandFigure[],
  words: BandWords,
): ChartOption {
  const axis = niceAxis(Math.max(0.01, ...figures.map((figure) => figure.high ?? figure.rate ?? 0)));
  return {
    grid: { left: 56, right: 16, top: 16, bottom: 48, outerBoundsMode: 'none' },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const [band, figure] = [bands[dataIndex], figures[dataIndex]];
        return band === undefined || figure === undefined ? '' : words.tip(band, figure);
      },
    },
    xAxis: {
      type: 'category',
      data: bands.map((band, index) => `${nameOf(band)}\n${words.rows(figures[index]?.rows ?? 0)}`),
      axisLabel: { interval: 0, lineHeight: 16, hideOverlap: false, fontSize: bands.length > 6 ? 10 : 12 },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: axis.max,
      interval: axis.interval,
      axisLabel: { formatter: (value: number) => words.percent(value, axis.max < 0.05 ? 1 : 0) },
    },
    series: [
      {
        type: 'bar',
        name: words.rate,
        barMaxWidth: 64,
        cursor: 'pointer',
        data: figures.map((figure, index) => ({
          value: figure.rate ?? 0,
          itemStyle: { color: bands[index]?.colour ?? words.ink },
        })),
      },
      buildWhiskers(
        figures.flatMap(({ low, high }, index) =>
          low === null || high === null ? [] : [{ index, low, high }],
        ),
        words.ink,
      ),
      linkedBars(words.ink),
    ],
  };
}

/** True when every band with rows churns at least as much as the healthier one before it. */
export function isMonotone(figures: readonly BandFigure[]): boolean {
  const rates = figures.flatMap((figure) => figure.rate ?? []);
  return rates.every((rate, index) => index === 0 || rate >= rates[index - 1]!);
}

/** Symbol and word of a band in one text. */
export function nameOf(band: Pick<Band, 'label' | 'symbol'>): string {
  return band.symbol === '' || band.symbol === band.label ? band.label : `${band.symbol} ${band.label}`;
}

/** An axis from 0 that holds the value: its end is 1, 2, 2.5, 5 or 10 times a power of ten, its steps are round. */
export function niceAxis(value: number): { max: number; interval: number } {
  const power = 10 ** Math.floor(Math.log10(value));
  const end = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= value - 1e-9) ?? 10;
  return { max: end * power, interval: (end * power) / (end === 2 ? 4 : 5) };
}
