import { useAppStore } from './app-store.ts';
import { call } from './client.ts';
import { useDesignStore } from './design-store.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { rememberedCard } from './remembered-card.ts';

/** Reads what is open; what belongs to it follows on its own. */
export async function readWorkspace(): Promise<void> {
  const result = await call('workspace.state', {});
  if (!result.ok) return;
  const { open, refused, folderName } = result.value;
  const before = useAppStore.getState().workspace;
  // What was read of a sample in the making is as little worth as what was read of another workspace.
  if (before?.id !== open?.id || before?.isBeingMade !== open?.isBeingMade) {
    useDesignStore.getState().forget();
    useAppStore.setState({ summary: null, scorecardId: rememberedCard(open?.id), asOf: null });
  }
  useAppStore.setState({ workspace: open, refused, folderName });
  const { bump } = useAppStore.getState();
  bump('workspace');
  bump('data');
  bump('design');
  if (open === null) return;
  void readSummary();
  void useDesignStore.getState().load();
}

/** Reads how much data there is. */
export const readSummary = oneAtATime(async () => {
  if (useAppStore.getState().workspace?.isBeingMade) return;
  const openId = () => useAppStore.getState().workspace?.id;
  const asked = openId();
  const result = await call('data.summary', {});
  if (result.ok && openId() === asked) useAppStore.setState({ summary: result.value });
});
