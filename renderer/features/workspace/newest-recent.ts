import type { ChannelOutput } from '../../../shared/ipc/contract.ts';

export type Recent = ChannelOutput<'workspace.recents'>['items'][number];

/** The workspace opened last that is still there; null when none was. */
export function newestRecent(items: readonly Recent[]): Recent | null {
  const opened = items.filter(({ missing, lastOpenedAt }) => !missing && lastOpenedAt !== null);
  opened.sort((a, b) => (b.lastOpenedAt ?? 0) - (a.lastOpenedAt ?? 0));
  return opened[0] ?? null;
}
