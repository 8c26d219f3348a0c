import type { Estimate } from '../../../../shared/schemas/figures.ts';
import type { CalibrationFigures, DriftFigures } from '../../../../shared/schemas/lab-figures.ts';
import type { Band } from '../../../../shared/schemas/scorecard.ts';
import { buildWhiskers } from '../../../ui/build-whiskers.ts';
import type { ChartOption } from '../../../ui/chart.tsx';
import { nameOf, niceAxis } from '../build-band-option.ts';
import { linkedBars } from '../charts/build-overlays.ts';

export type CalibrationBand = CalibrationFigures['bands'][number];

export interface CalibrationWords {
  readonly predicted: string;
  readonly observed: string;
  readonly percent: (share: number, digits: number) => string;
  readonly rows: (rows: number) => string;
  readonly tip: (name: string, band: CalibrationBand) => string;
  readonly ink: string;
}

/** Symbol and word of the band with an id; the id where the scorecard has no such band. */
export function bandName(bands: readonly Band[], bandId: string): string {
  const band = bands.find((other) => other.id === bandId);
  return band === undefined ? bandId : nameOf(band);
}

/** Observed churn rate of each band as a bar with its interval, the predicted rate as a diamond on it. */
export function buildCalibrationOption(
  figures: readonly CalibrationBand[],
  bands: readonly Band[],
  words: CalibrationWords,
): ChartOption {
  const axis = niceAxis(Math.max(0.01, ...figures.flatMap(({ predicted, high }) => [predicted, high ?? 0])));
  const name = ({ bandId }: CalibrationBand) => bandName(bands, bandId);
  return {
    grid: { left: 56, right: 16, top: 32, bottom: 48, outerBoundsMode: 'none' },
    legend: { top: 0, right: 16, selectedMode: false },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const band = figures[dataIndex];
        return band === undefined ? '' : words.tip(name(band), band);
      },
    },
    xAxis: {
      type: 'category',
      data: figures.map((band) => `${name(band)}\n${words.rows(band.rows)}`),
      axisLabel: { interval: 0, lineHeight: 16 },
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
        name: words.observed,
        barMaxWidth: 64,
        cursor: 'pointer',
        itemStyle: { color: words.ink },
        data: figures.map(({ bandId, rate }) => ({
          value: rate ?? 0,
          itemStyle: { color: bands.find((band) => band.id === bandId)?.colour ?? words.ink },
        })),
      },
      {
        type: 'scatter',
        name: words.predicted,
        symbol: 'diamond',
        symbolSize: 14,
        z: 6,
        itemStyle: { color: '#ffffff', borderColor: '#212529', borderWidth: 2 },
        data: figures.map(({ predicted }) => predicted),
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

/** What observed ÷ expected says: above, below, or not to be told from 1. */
export function ratioKind({ value, low, high }: Estimate): 'ratioMore' | 'ratioLess' | 'ratioSame' {
  if (low === null || high === null || (low <= 1 && high >= 1)) return 'ratioSame';
  return value > 1 ? 'ratioMore' : 'ratioLess';
}

/** Whether the bands moved by more than chance; null where it can't be said. */
export function driftKind({ psi, limit }: DriftFigures): 'drifted' | 'steady' | null {
  if (psi === null || limit === null) return null;
  return psi > limit ? 'drifted' : 'steady';
}

export interface DriftWords {
  readonly design: string;
  readonly latest: string;
  readonly percent: (share: number, digits: number) => string;
  readonly tip: (name: string, band: DriftFigures['bands'][number]) => string;
  readonly ink: string;
}

/** Shares of the bands: a pale bar for the design window, a full one for the latest date. */
export function buildDriftOption(
  figures: DriftFigures['bands'],
  bands: readonly Band[],
  words: DriftWords,
): ChartOption {
  const axis = niceAxis(
    Math.max(
      0.01,
      ...figures.flatMap(({ designShare, latestShare }) => [designShare ?? 0, latestShare ?? 0]),
    ),
  );
  const colourOf = (bandId: string) => bands.find((band) => band.id === bandId)?.colour ?? words.ink;
  const bars = (
    name: string,
    opacity: number,
    shareOf: (figure: DriftFigures['bands'][number]) => number | null,
  ) => ({
    type: 'bar',
    name,
    barMaxWidth: 40,
    cursor: 'pointer',
    // The legend's own box; each bar has its band's colour.
    itemStyle: { color: words.ink, opacity },
    data: figures.map((figure) => ({
      value: shareOf(figure) ?? 0,
      itemStyle: { color: colourOf(figure.bandId), opacity },
    })),
  });
  return {
    grid: { left: 56, right: 16, top: 32, bottom: 32, outerBoundsMode: 'none' },
    legend: { top: 0, right: 16, selectedMode: false },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const band = figures[dataIndex];
        return band === undefined ? '' : words.tip(bandName(bands, band.bandId), band);
      },
    },
    xAxis: {
      type: 'category',
      data: figures.map(({ bandId }) => bandName(bands, bandId)),
      axisLabel: { interval: 0, fontSize: bands.length > 6 ? 10 : 12 },
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
      bars(words.design, 0.4, ({ designShare }) => designShare),
      bars(words.latest, 1, ({ latestShare }) => latestShare),
    ],
  };
}
