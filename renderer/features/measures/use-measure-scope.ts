import { useMemo } from 'react';
import { useSelectedScorecard } from '../../client/use-design.ts';

/** Whose design window the measures are looked at on, and for which outcome: the scorecard in view's. */
export function useMeasureScope() {
  const scorecard = useSelectedScorecard();
  return useMemo(() => {
    if (scorecard === null) return { asked: {}, revision: '' };
    const { id, purpose, groups, variants, minimumCoverage } = scorecard;
    return {
      asked: { aim: purpose.aim, scorecardId: id },
      // What decides which rows have a score, and so where the test window begins.
      revision: JSON.stringify([id, purpose.aim, groups, variants, minimumCoverage]),
    };
  }, [scorecard]);
}
