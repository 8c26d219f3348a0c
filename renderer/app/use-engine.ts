import type { i18n } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineEvent } from '../../shared/ipc/events.ts';
import { useAppStore } from '../client/app-store.ts';
import { onConnection, onEvent } from '../client/client.ts';
import { useCommandStore } from '../client/commands.ts';
import { useDesignStore } from '../client/design-store.ts';
import { readSummary, readWorkspace } from '../client/read-workspace.ts';
import { notifyDone } from '../ui/notify.ts';

/** Keeps the window's state in step with the engine: what is open, its summary, its design, what runs. */
export function useEngine(): void {
  const { i18n } = useTranslation();
  useEffect(() => {
    const stopState = onConnection((connection) => {
      useAppStore.setState({ connection });
      if (connection === 'ready') void readWorkspace();
    });
    const stopEvents = onEvent((event) => receive(event, i18n));
    return () => {
      stopState();
      stopEvents();
    };
  }, [i18n]);
}

function receive(event: EngineEvent, i18n: i18n): void {
  const { bump, dropTask, putTask, tasks } = useAppStore.getState();
  switch (event.type) {
    case 'task.progress': {
      const known = tasks.find((task) => task.taskId === event.taskId);
      if (known !== undefined) putTask({ ...known, done: event.done, total: event.total, rate: event.rate });
      return;
    }
    case 'task.ended':
      dropTask(event.taskId);
      return;
    case 'workspace.saveState':
      receiveSaveState(event);
      return;
    case 'workspace.switched':
      void readWorkspace();
      return;
    case 'data.changed':
      bump('data');
      void readSummary();
      return;
    case 'design.changed':
      bump('design');
      if (useDesignStore.getState().design?.revision !== event.revision) {
        void useDesignStore.getState().load();
      }
      return;
    case 'engine.restarted':
      notifyDone(i18n.t('shell:restarted'));
      void readWorkspace().then(() => useDesignStore.getState().findLost());
      return;
    case 'host.command':
      useCommandStore
        .getState()
        .commands.find((command) => command.id === event.command)
        ?.run();
      return;
  }
}

function receiveSaveState(event: Extract<EngineEvent, { type: 'workspace.saveState' }>): void {
  const { workspace } = useAppStore.getState();
  if (workspace === null || workspace === undefined) return;
  const { state: saveState, savedAt, errorCode: problem } = event;
  useAppStore.setState({ workspace: { ...workspace, saveState, savedAt, problem } });
  // The list of workspaces says how large the file is.
  if (saveState === 'saved') useAppStore.getState().bump('workspace');
}
