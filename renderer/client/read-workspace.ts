import { useAppStore } from './app-store.ts';
import { call } from './client.ts';
import { useDesignStore } from './design-store.ts';

/** Reads what is open, then what belongs to it. */
export async function readWorkspace(): Promise<void> {
  const result = await call('workspace.state', {});
  if (!result.ok) return;
  const { open, folderName } = result.value;
  const before = useAppStore.getState().workspace;
  if (before?.id !== open?.id) {
    useDesignStore.getState().forget();
    useAppStore.setState({ summary: null, scorecardId: null, asOf: null, tasks: [] });
  }
  useAppStore.setState({ workspace: open, folderName });
  const { bump } = useAppStore.getState();
  bump('workspace');
  if (open === null) return;
  await Promise.all([readSummary(), useDesignStore.getState().load()]);
  bump('data');
  bump('design');
}

/** Reads how much data there is. */
export async function readSummary(): Promise<void> {
  const result = await call('data.summary', {});
  if (result.ok) useAppStore.setState({ summary: result.value });
}
