import { randomUUID } from 'node:crypto';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import type { EngineContext } from '../context.ts';
import {
  type EntryBody,
  type EntryKind,
  insertEntry,
  type LifecycleEntry,
} from '../store/lifecycle-table.ts';
import { designPosition } from '../workspace/design-history.ts';
import type { Workspace } from '../workspace/workspace-session.ts';

/** Writes one entry of a scorecard's lifecycle, dated now, and tells the windows. */
export function enterLifecycle<K extends EntryKind>(
  { now, emit }: Pick<EngineContext, 'now' | 'emit'>,
  workspace: Workspace,
  kind: K,
  { scorecardId, body }: { readonly scorecardId: string; readonly body: EntryBody<K> },
): Result<LifecycleEntry<K>> {
  const { database } = workspace;
  const entry = { id: randomUUID(), scorecardId, at: new Date(now()).toISOString(), body };
  const done = workspace.edit(() => insertEntry(database, kind, entry));
  if (!done.ok) return done;
  emit({ type: 'design.changed', revision: designPosition(database).revision });
  return succeed(entry);
}
