import type { Case } from '../../../../shared/schemas/lab-autopsy.ts';
import type { Band } from '../../../../shared/schemas/scorecard.ts';
import { bandOfScores } from '../../../../shared/scoring/find-band.ts';

/** One week of a case: where it stands along the year and how high, in shares of the picture. */
export interface SparkBar {
  readonly x: number;
  readonly width: number;
  /** 0–1; null = not scored. */
  readonly height: number | null;
  readonly colour: string;
}

export interface Spark {
  readonly bars: readonly SparkBar[];
  /** Lower bounds of the bands above the alarm: where red begins. */
  readonly alarmAt: number | null;
  /** From where to the end it was red, as shares; null = never. */
  readonly redFrom: number | null;
}

const YEAR = 365;
const NOT_SCORED_COLOUR = 'var(--mantine-color-gray-5)';

/** A year of scores as bars in the colours of their bands, ending at the end. */
export function buildSpark({ days, scores, endDay, redDay, kind }: Case, bands: readonly Band[]): Spark {
  const bandOf = bandOfScores(bands);
  const gap = days.length > 1 ? Math.min(...days.slice(1).map((day, i) => day - days[i]!)) : 7;
  const placeOf = (day: number) => Math.max(0, 1 - (endDay - day) / YEAR);
  const bars = days.map((day, i): SparkBar => {
    const score = scores[i] ?? null;
    return {
      x: placeOf(day),
      width: (0.72 * gap) / YEAR,
      height: score === null ? null : score / 1000,
      colour: score === null ? NOT_SCORED_COLOUR : (bands[bandOf[score]!]?.colour ?? NOT_SCORED_COLOUR),
    };
  });
  const lowestCalm = bands.findLast(({ alarm }) => !alarm);
  return {
    bars,
    alarmAt: lowestCalm === undefined ? null : lowestCalm.lowerBound / 100,
    redFrom: redDay === null || kind === 'kept' ? null : placeOf(redDay),
  };
}

/** True where some score of the year was in an alarm band, if only for a while. */
export function isEverRed(scores: Case['scores'], bands: readonly Band[]): boolean {
  const bandOf = bandOfScores(bands);
  return scores.some((score) => score !== null && bands[bandOf[score]!]?.alarm === true);
}
