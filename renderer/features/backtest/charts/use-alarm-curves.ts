import { useMemo } from 'react';
import type { CurveFigures } from '../../../../shared/schemas/lab-figures.ts';
import { useLab } from '../lab/lab-context.ts';
import { useAlarmScore } from '../run-context.ts';

/** The curves with their scores counted from the alarm side, as thresholds are. */
export function useAlarmCurves(): CurveFigures {
  const { curves } = useLab().lab;
  const alarmScore = useAlarmScore();
  return useMemo(
    () => ({
      ...curves,
      points: curves.points.map((point) => ({ ...point, score: alarmScore(point.score) })),
    }),
    [curves, alarmScore],
  );
}
