import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesignStore } from '../client/design-store.ts';
import { navigate } from '../client/navigate.ts';
import { routeNames } from '../client/route.ts';
import { notifyDone, notifyFailure } from '../ui/notify.ts';
import { stepName } from '../ui/step-name.ts';

export interface Undo {
  /** What would be taken back, in words; null when there is nothing. */
  readonly undoName: string | null;
  readonly redoName: string | null;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

/** Undo and redo of design steps: names the step and goes to the screen where it was made. */
export function useUndo(): Undo {
  const { i18n } = useTranslation();
  const undoStep = useDesignStore((state) => state.design?.undo ?? null);
  const redoStep = useDesignStore((state) => state.design?.redo ?? null);
  const move = useCallback(
    async (direction: 'undo' | 'redo') => {
      const result = await useDesignStore.getState()[direction]();
      if (!result.ok) return notifyFailure(i18n, result.error);
      const step = stepName(i18n, result.value);
      notifyDone(i18n.t(direction === 'undo' ? 'shell:undone' : 'shell:redone', { step }));
      const screen = routeNames.find((name) => name === result.value.screen);
      if (screen !== undefined && !location.hash.startsWith(`#/${screen}`)) navigate(screen);
    },
    [i18n],
  );
  return {
    undoName: undoStep === null ? null : stepName(i18n, undoStep),
    redoName: redoStep === null ? null : stepName(i18n, redoStep),
    undo: useCallback(() => move('undo'), [move]),
    redo: useCallback(() => move('redo'), [move]),
  };
}
