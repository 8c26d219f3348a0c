import type { ChannelOutput } from '../../../shared/ipc/contract.ts';

type Contribution = ChannelOutput<'accounts.get'>['contributions'][number];

/** One bar of the waterfall: from what is left before to what is left after. */
export interface WaterfallBar {
  readonly kind: 'start' | 'loss' | 'rest' | 'score';
  /** Null for the first and last bar and for the rest. */
  readonly measureId: string | null;
  readonly from: number;
  readonly to: number;
  /** Points the bar stands for, without the rounding of where it is drawn. */
  readonly amount: number;
}

const SHOWN = 8;

/**
 * From 100 down to today's score: one bar per measure that took points, the largest losses first, small ones together.
 * Nothing for an account that is not scored.
 */
export function buildWaterfall(score: number | null, contributions: readonly Contribution[]): WaterfallBar[] {
  if (score === null) return [];
  const losses = contributions
    .filter((part) => part.lostPoints > 0)
    .sort((a, b) => b.lostPoints - a.lostPoints);
  const shown = losses.length > SHOWN ? losses.slice(0, SHOWN - 1) : losses;
  const bars: WaterfallBar[] = [{ kind: 'start', measureId: null, from: 0, to: 100, amount: 100 }];
  let left = 100;
  const take = (kind: 'loss' | 'rest', measureId: string | null, lost: number) => {
    const to = Math.max(0, left - lost);
    bars.push({ kind, measureId, from: left, to, amount: lost });
    left = to;
  };
  for (const part of shown) take('loss', part.measureId, part.lostPoints);
  const rest = losses.slice(shown.length).reduce((sum, part) => sum + part.lostPoints, 0);
  if (rest > 0) take('rest', null, rest);
  bars.push({ kind: 'score', measureId: null, from: 0, to: score, amount: score });
  return bars;
}
