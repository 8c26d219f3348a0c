import type { SurvivalFigures, SurvivalStepFigure } from '../../../../shared/schemas/lab-figures.ts';
import type { Band } from '../../../../shared/schemas/scorecard.ts';
import type { ChartOption } from '../../../ui/chart.tsx';
import { linkedPoints } from '../charts/build-overlays.ts';
import { bandName } from './build-calibration.ts';

export type SurvivalBand = SurvivalFigures['bands'][number];

/** Which of the two 95 % intervals is drawn. */
export type IntervalKind = 'log' | 'logLog';

export interface SurvivalWords {
  readonly percent: (share: number, digits: number) => string;
  readonly days: string;
  readonly share: string;
  readonly tip: (name: string, step: SurvivalStepFigure) => string;
  readonly ink: string;
  readonly interval: IntervalKind;
}

interface AreaApi {
  coord(point: readonly [number, number]): [number, number];
}

const lineTypes = ['solid', 'dashed', 'dotted'] as const;

/** One step line per band with its pale interval, from 1 at day 0; the bands' own colours, symbols and words. */
export function buildSurvivalOption(
  figures: SurvivalFigures,
  bands: readonly Band[],
  words: SurvivalWords,
): ChartOption {
  const shown = figures.bands.filter(({ accounts }) => accounts > 0);
  const points = shown.flatMap(({ steps }) => steps);
  const lowest = Math.min(1, ...points.map((step) => intervalOf(step, words.interval).low ?? step.survival));
  const longest = Math.max(1, ...points.map(({ time }) => time));
  const colourOf = (bandId: string) => bands.find((band) => band.id === bandId)?.colour ?? words.ink;
  return {
    grid: { left: 64, right: 104, top: 32, bottom: 44, outerBoundsMode: 'none' },
    legend: { top: 0, data: shown.map(({ bandId }) => bandName(bands, bandId)), selectedMode: false },
    tooltip: {
      trigger: 'item',
      formatter: ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => {
        const band = shown[seriesIndex];
        const step = band?.steps[dataIndex - 1];
        return band === undefined || step === undefined ? '' : words.tip(bandName(bands, band.bandId), step);
      },
    },
    xAxis: { type: 'value', min: 0, max: longest, name: words.days, nameLocation: 'middle', nameGap: 26 },
    yAxis: {
      type: 'value',
      min: Math.max(0, Math.floor(lowest * 10) / 10),
      max: 1,
      name: words.share,
      nameLocation: 'middle',
      nameGap: 44,
      axisLabel: { formatter: (value: number) => words.percent(value, 0) },
    },
    series: [
      ...shown.map(({ bandId, steps }, index) => ({
        type: 'line',
        name: bandName(bands, bandId),
        step: 'end',
        cursor: 'pointer',
        symbolSize: 5,
        showSymbol: steps.length <= 60,
        endLabel: { show: true, formatter: '{a}', fontSize: 11 },
        labelLayout: { moveOverlap: 'shiftY' },
        lineStyle: { width: 2, color: colourOf(bandId), type: lineTypes[index % lineTypes.length] },
        itemStyle: { color: colourOf(bandId) },
        data: [[0, 1], ...steps.map(({ time, survival }) => [time, survival])],
      })),
      ...shown.map(({ bandId, steps }) => intervalArea(steps, colourOf(bandId), words.interval)),
      linkedPoints(words.ink),
    ],
  };
}

/** Corners of the interval of a step line: along its upper end and back along its lower one. */
export function intervalCorners(
  steps: readonly SurvivalStepFigure[],
  kind: IntervalKind = 'log',
): [number, number][] {
  const known = steps
    .map((step) => ({ time: step.time, ...intervalOf(step, kind) }))
    .filter(({ low, high }) => low !== null && high !== null);
  const last = known.at(-1);
  if (last === undefined) return [];
  const along = (endOf: (step: (typeof known)[number]) => number) => {
    const corners: [number, number][] = [[0, 1]];
    for (const step of known) corners.push([step.time, corners.at(-1)?.[1] ?? 1], [step.time, endOf(step)]);
    return corners;
  };
  return [...along(({ high }) => high ?? 1), ...along(({ low }) => low ?? 0).toReversed()];
}

/** "< .001" or "= .012". */
export function pText(p: number): string {
  return p < 0.001 ? '< .001' : `= ${p.toFixed(3).replace(/^0/, '')}`;
}

/** The ends of a step's interval of one kind. */
export function intervalOf(
  { low, high, logLogLow, logLogHigh }: SurvivalStepFigure,
  kind: IntervalKind,
): { readonly low: number | null; readonly high: number | null } {
  return kind === 'log' ? { low, high } : { low: logLogLow, high: logLogHigh };
}

function intervalArea(
  steps: readonly SurvivalStepFigure[],
  colour: string,
  kind: IntervalKind,
): Record<string, unknown> {
  const corners = intervalCorners(steps, kind);
  return {
    type: 'custom',
    silent: true,
    z: 1,
    clip: true,
    tooltip: { show: false },
    data: corners.length === 0 ? [] : [[0, 1]],
    renderItem: (_: unknown, api: AreaApi) => ({
      type: 'polygon',
      shape: { points: corners.map((corner) => api.coord(corner)) },
      style: { fill: colour, opacity: 0.12 },
    }),
  };
}
