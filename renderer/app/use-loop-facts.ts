import { useMemo } from 'react';
import { useAppStore } from '../client/app-store.ts';
import { useDesign } from '../client/use-design.ts';
import type { LoopFacts } from './wait-for.ts';

/** How far the open workspace is in the loop. */
export function useLoopFacts(): LoopFacts {
  const design = useDesign();
  const hasWorkspace = useAppStore((state) => state.workspace !== null && state.workspace !== undefined);
  const isBeingMade = useAppStore((state) => state.workspace?.isBeingMade === true);
  const accounts = useAppStore((state) => state.summary?.accounts ?? 0);
  return useMemo(
    () => ({
      hasWorkspace,
      isBeingMade,
      accounts,
      measures: design?.measures.length ?? 0,
      scorecards:
        design?.scorecards.filter((card) => card.groups.some((group) => group.measures.length > 0)).length ??
        0,
    }),
    [hasWorkspace, isBeingMade, accounts, design],
  );
}
