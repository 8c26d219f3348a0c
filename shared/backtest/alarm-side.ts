import type { MissFigures } from '../schemas/lab-autopsy.ts';
import type { CurveFigures } from '../schemas/lab-figures.ts';
import { isHopedFor, type SoughtOutcome } from '../schemas/outcome-kinds.ts';
import type { Band } from '../schemas/scorecard.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';

/** Scores in tenths and the bands they fall in. */
export interface BandedScores {
  readonly scores: Int16Array;
  readonly bands: readonly Band[];
}

/**
 * A design as every count of alarms reads it: low = call. For an outcome that is feared (churn, contraction) it is the
 * design itself. For one that is hoped for (expansion, renewal) the score is turned over, 1,000 − score, its bands with
 * it, and the top band alone calls; so "caught" reads "found" and AUC is P(expanded > not).
 */
export function fromAlarmSide(outcome: SoughtOutcome | undefined, design: BandedScores): BandedScores {
  if (!isHopedFor(outcome)) return design;
  return {
    scores: design.scores.map((score) => (score === NOT_SCORED ? NOT_SCORED : 1000 - score)),
    bands: turnBands(design.bands),
  };
}

/** The bands of 1,000 − score, in order of it, the former top band last and alone in alarm. */
function turnBands(bands: readonly Band[]): Band[] {
  return bands
    .map((band, b) => {
      const above = bands[b - 1];
      const upper = above === undefined ? 1001 : Math.round(above.lowerBound * 10);
      return { ...band, lowerBound: (1001 - upper) / 10, alarm: b === 0 };
    })
    .reverse();
}

/** Curves and misses counted from the alarm side, their scores read off the scale that people see. */
export function onShownScale<Lab extends { readonly curves: CurveFigures; readonly misses: MissFigures }>(
  outcome: SoughtOutcome | undefined,
  lab: Lab,
): Lab {
  if (!isHopedFor(outcome)) return lab;
  const { curves, misses } = lab;
  const turn = <T extends { readonly score: number | null }>(part: T): T => ({
    ...part,
    score: part.score === null ? null : 1000 - part.score,
  });
  return {
    ...lab,
    curves: {
      ...curves,
      points: curves.points.map(turn),
      ks: curves.ks === null ? null : turn(curves.ks),
    },
    misses: {
      ...misses,
      churners: misses.churners.map(turn),
      redButKept: misses.redButKept.map(turn),
    },
  };
}
