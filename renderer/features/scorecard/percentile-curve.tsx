import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Scale } from '../../../shared/schemas/scorecard.ts';
import { peerPointsOf } from './peer-points-of.ts';
import type { PlotPlace } from './plot-place.ts';

export interface PercentileCurveProps {
  readonly scale: Extract<Scale, { type: 'percentile' }>;
  readonly peers: NonNullable<MeasureFigures['peers']>;
  readonly place: PlotPlace;
}

/** What each value earns among the accounts of the newest date; it moves with them, so nothing here is a handle. */
export function PercentileCurve({ scale, peers, place }: PercentileCurveProps) {
  const at = peers.map(({ value, points }) => {
    const y = place.y(scale.direction === 'higher' ? points : 100 - points);
    return `${place.x(value)},${y}`;
  });
  const [first] = peers;
  if (first === undefined) return null;
  if (peers.length > 1) return <polyline points={at.join(' ')} className="points-line" fill="none" />;
  const y = place.y(peerPointsOf(peers, first.value, scale.direction) ?? 50);
  return <circle cx={place.x(first.value)} cy={y} r={4} fill="var(--mantine-color-text)" />;
}
