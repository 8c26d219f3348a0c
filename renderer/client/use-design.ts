import type { Aim } from '../../shared/backtest/aim-outcome.ts';
import type { Scorecard } from '../../shared/schemas/scorecard.ts';
import { useAppStore } from './app-store.ts';
import { type DesignDocument, useDesignStore } from './design-store.ts';

/** The live design; null until it is read. The shell reads it for every workspace. */
export function useDesign(): DesignDocument | null {
  return useDesignStore((state) => state.design);
}

/** The selected scorecard's draft: the one chosen in the header, else the first; null when there is none. */
export function useSelectedScorecard(): Scorecard | null {
  const design = useDesign();
  const selected = useAppStore((state) => state.scorecardId);
  return selectedCard(design, selected);
}

/** The scorecard of that id; the first one where it is not there. */
export function selectedCard(design: DesignDocument | null, selected: string | null): Scorecard | null {
  return design?.scorecards.find((card) => card.id === selected) ?? design?.scorecards[0] ?? null;
}

/** On whose design window, and for which outcome, measures are looked at: what calls about measures take. */
export function measureScope({ id, purpose }: Scorecard) {
  return { aim: purpose.aim, scorecardId: id };
}

/** What the selected scorecard is for. */
export function useAim(): Aim {
  return useSelectedScorecard()?.purpose.aim;
}

/** The as-of day in force: the chosen one, else the newest day whose outcomes are known. */
export function useAsOf(): number | null {
  return useAppStore((state) => state.asOf ?? state.summary?.knownThrough ?? state.summary?.lastDay ?? null);
}
