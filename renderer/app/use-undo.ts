import type { i18n } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../client/app-store.ts';
import { type DesignDocument, type DesignMove, useDesignStore } from '../client/design-store.ts';
import { navigate } from '../client/navigate.ts';
import { routeNames } from '../client/route.ts';
import { notifyFailure, notifyMove } from '../ui/notify.ts';
import { stepName } from '../ui/step-name.ts';
import { cardOutOfView } from './card-out-of-view.ts';

export interface Undo {
  /** What would be taken back, in words; null when there is nothing. */
  readonly undoName: string | null;
  readonly redoName: string | null;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

/** Undo and redo of design steps: names the step and goes to the scorecard and the screen where it was made. */
export function useUndo(): Undo {
  const { i18n } = useTranslation();
  const design = useDesignStore((state) => state.design);
  const selected = useAppStore((state) => state.scorecardId);
  const move = useCallback(
    async (direction: 'undo' | 'redo') => {
      const before = useDesignStore.getState().design;
      const place = location.hash;
      const step = nameOf(i18n, before?.[direction] ?? null, before, useAppStore.getState().scorecardId);
      const result = await useDesignStore.getState()[direction]();
      if (!result.ok) return notifyFailure(i18n, result.error);
      notifyMove(i18n.t(direction === 'undo' ? 'shell:undone' : 'shell:redone', { step: step ?? '' }));
      show(result.value, place);
    },
    [i18n],
  );
  return {
    undoName: nameOf(i18n, design?.undo ?? null, design, selected),
    redoName: nameOf(i18n, design?.redo ?? null, design, selected),
    undo: useCallback(() => move('undo'), [move]),
    redo: useCallback(() => move('redo'), [move]),
  };
}

/** With the scorecard it belongs to, where another one is shown. */
function nameOf(
  i18n: i18n,
  step: DesignMove | null,
  design: DesignDocument | null,
  selected: string | null,
): string | null {
  if (step === null) return null;
  const name = stepName(i18n, step);
  const card = cardOutOfView(step, design, selected);
  return card === null ? name : i18n.t('shell:stepOfCard', { step: name, card: card.name });
}

/** The scorecard that moved, on the screen where it was changed; whoever has gone elsewhere meanwhile stays there. */
function show(step: DesignMove, place: string): void {
  const { design } = useDesignStore.getState();
  const { scorecardId, selectScorecard } = useAppStore.getState();
  const moved = cardOutOfView(step, design, scorecardId);
  if (moved !== null) selectScorecard(moved.id);
  if (location.hash !== place) return;
  const route = routeNames.find((name) => name === step.screen);
  if (route !== undefined && !location.hash.startsWith(`#/${route}`)) navigate(route);
}
