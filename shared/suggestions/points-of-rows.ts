import type { ScorecardMeasure } from '../schemas/scorecard.ts';
import type { RowContext } from '../scoring/live-scorer.ts';
import { missingPoints, NO_POINTS, scalePoints } from '../scoring/points.ts';

/** Values by measure id and peers' points, both by panel row, and the panel rows asked for. */
export interface PointsSource {
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly context: Pick<RowContext, 'peers'>;
  readonly row: Int32Array;
}

/** The points of one measure of a scorecard on some panel rows, in hundredths; NO_POINTS where it takes no part. */
export function pointsOfRows(
  { measureId, scale, missing }: ScorecardMeasure,
  { columns, context, row }: PointsSource,
): Int16Array {
  const whenMissing = missingPoints(missing);
  if (scale.type === 'percentile') {
    const peers = context.peers(measureId, scale.direction);
    return Int16Array.from(row, (r) => (peers[r] === NO_POINTS ? whenMissing : peers[r]!));
  }
  const values = columns.get(measureId);
  return Int16Array.from(row, (r) => {
    const value = values?.[r] ?? Number.NaN;
    return Number.isNaN(value) ? whenMissing : scalePoints(scale, value);
  });
}
