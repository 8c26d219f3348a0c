import type { CurveFigures, CurvePoint, SurvivalFigures } from '../../../../shared/schemas/lab-figures.ts';
import type { ChartOption } from '../../../ui/chart.tsx';
import { binScores } from '../bin-scores.ts';
import type { Lead, LeadBin } from '../lab/build-lead.ts';
import type { Linked } from '../link-context.ts';

/** Series that an overlay fills: the base option holds them empty, so that pointing at something redraws nothing else. */
export const linkedId = 'linked';
export const markedId = 'marked';
export const pointedId = 'pointed';

/** Bars of the same accounts, drawn over the bars of a chart. */
export function linkedBars(ink: string): Record<string, unknown> {
  return {
    id: linkedId,
    type: 'bar',
    silent: true,
    barGap: '-100%',
    barMaxWidth: 64,
    z: 4,
    tooltip: { show: false },
    itemStyle: { color: ink, opacity: 0.55, borderColor: ink, borderWidth: 1 },
    data: [],
  };
}

/** Diamonds of the same accounts, drawn on a line. */
export function linkedPoints(ink: string): Record<string, unknown> {
  return {
    id: linkedId,
    type: 'scatter',
    silent: true,
    symbol: 'diamond',
    symbolSize: 10,
    z: 7,
    tooltip: { show: false },
    itemStyle: { color: ink },
    data: [],
  };
}

/** What an overlay says: data by series id. */
export function overlayOf(data: Readonly<Record<string, readonly unknown[]>>): ChartOption {
  return { series: Object.entries(data).map(([id, values]) => ({ id, data: values })) };
}

/** The part of each band's rate that is made of the same accounts. */
export function bandShares(
  linked: Linked | null,
  figures: readonly { readonly rate: number | null; readonly positives: number }[],
): readonly number[] {
  if (linked === null) return [];
  return figures.map(({ rate, positives }, b) => {
    const own = linked.bands[b]?.positives ?? 0;
    return positives === 0 || rate === null ? 0 : (rate * Math.min(own, positives)) / positives;
  });
}

/** Shares of all churned (up) and all kept rows (down) that are the same accounts', per bar of the distribution. */
export function scoreShares(
  linked: Linked | null,
  totals: { readonly positives: number; readonly kept: number },
): { readonly churned: readonly number[]; readonly kept: readonly number[] } {
  if (linked === null) return { churned: [], kept: [] };
  const of = (label: 'positives' | 'kept') => {
    const counts = new Array<number>(1001).fill(0);
    for (const cell of linked.scores) counts[cell.score] = cell[label];
    const total = totals[label];
    return binScores(counts).map((count) => (total === 0 ? 0 : count / total));
  };
  return { churned: of('positives'), kept: of('kept').map((share) => -share) };
}

/** The point of a curve at a threshold: the last one whose score is below it; null where nobody is. */
export function pointAt(points: CurveFigures['points'], threshold: number | undefined): CurvePoint | null {
  if (threshold === undefined) return null;
  return points.findLast(({ score }) => score < threshold) ?? null;
}

/** The points of a curve at which the same accounts' churned rows are found. */
export function linkedCurvePoints(linked: Linked | null, points: CurveFigures['points']): CurvePoint[] {
  if (linked === null) return [];
  const scores = new Set(linked.scores.filter(({ positives }) => positives > 0).map(({ score }) => score));
  return points.filter(({ score }) => scores.has(score));
}

/** Where on the survival curves the same accounts churned. */
export function linkedEvents(linked: Linked | null, survival: SurvivalFigures): [number, number][] {
  return (linked?.events ?? []).flatMap(({ bandId, times }) => {
    const steps = survival.bands.find((band) => band.bandId === bandId)?.steps ?? [];
    return [...new Set(times)].flatMap((time): [number, number][] => {
      const step = steps.findLast((one) => one.time <= time);
      return step === undefined ? [] : [[time, step.survival]];
    });
  });
}

/** How many of each bar's leads are the same accounts'. */
export function linkedLeads(linked: Linked | null, bins: readonly LeadBin[]): number[] {
  if (linked === null) return [];
  const lives = new Set(linked.lives);
  const isOne = ({ life }: Lead) => lives.has(life);
  return bins.map(({ leads }) => leads.filter(isOne).length);
}
