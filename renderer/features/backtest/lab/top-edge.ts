import type { CurvePoint, TopShareRow } from '../../../../shared/schemas/lab-figures.ts';

/** The score (tenths) at which a top share is cut: the lowest one up to which at least so many rows lie. */
export function edgeScore(points: readonly CurvePoint[], row: Pick<TopShareRow, 'called'>): number {
  return points.find(({ called }) => called >= row.called)?.score ?? points.at(-1)?.score ?? 0;
}
