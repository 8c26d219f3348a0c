import { useMemo } from 'react';
import { measureScope, useSelectedScorecard } from '../../client/use-design.ts';

/** Whose design window the measures are looked at on, and for which outcome: the scorecard in view's. */
export function useMeasureScope() {
  const scorecard = useSelectedScorecard();
  return useMemo(() => {
    if (scorecard === null) return { asked: {}, revision: '' };
    const { groups, variants, minimumCoverage } = scorecard;
    const asked = measureScope(scorecard);
    return {
      asked,
      // What decides which rows have a score, and so where the test window begins.
      revision: JSON.stringify([asked, groups, variants, minimumCoverage]),
    };
  }, [scorecard]);
}
