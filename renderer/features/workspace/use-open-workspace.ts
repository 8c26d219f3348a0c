import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../shared/ipc/result.ts';
import type { WorkspaceState } from '../../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../../client/app-store.ts';
import { navigate } from '../../client/navigate.ts';
import { readWorkspace } from '../../client/read-workspace.ts';
import type { RouteName } from '../../client/route.ts';
import { notifyFailure } from '../../ui/notify.ts';

export interface OpenWorkspace {
  readonly isBusy: boolean;
  /**
   * Waits for a call that opens a workspace, reads what is open and goes there, unless the person has gone elsewhere
   * meanwhile; null stays where it is. Answers whether it did; the controls show that they wait.
   */
  readonly open: (answer: Promise<Result<WorkspaceState>>, route?: RouteName | null) => Promise<boolean>;
}

export function useOpenWorkspace(): OpenWorkspace {
  const { i18n } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const finish = useCallback(
    async (result: Result<WorkspaceState>, target: () => RouteName | null) => {
      await readWorkspace();
      if (!result.ok) {
        // A refused file has a dialog of its own; who stopped it knows.
        if (useAppStore.getState().refused === null && result.error.code !== 'cancelled')
          notifyFailure(i18n, result.error);
        return false;
      }
      const route = target();
      if (route !== null) navigate(route);
      return true;
    },
    [i18n],
  );
  const open = useCallback(
    async (answer: Promise<Result<WorkspaceState>>, route: RouteName | null = 'home') => {
      setBusy(true);
      const startedAt = window.location.hash;
      // Somebody who has gone elsewhere meanwhile is not called back.
      const target = (): RouteName | null => (window.location.hash === startedAt ? route : null);
      const isOpen = await answer.then((result) => finish(result, target)).finally(() => setBusy(false));
      return isOpen;
    },
    [finish],
  );
  return { isBusy, open };
}
