import { useMemo } from 'react';
import type { ChartPoint } from '../../../ui/chart.tsx';
import { useLink } from '../link-context.ts';
import { type Drill, useRun } from '../run-context.ts';

/** A chart's marks: pointing at one lights up its accounts everywhere, a click or Enter opens them. */
export function useMark(markOf: (point: ChartPoint) => Drill | null) {
  const { openDrill } = useRun();
  const { point } = useLink();
  return useMemo(
    () => ({
      onPoint: (at: ChartPoint) => {
        const mark = markOf(at);
        if (mark !== null) openDrill(mark);
      },
      onHover: (at: ChartPoint | null) => point(at === null ? null : markOf(at)),
    }),
    [markOf, openDrill, point],
  );
}
