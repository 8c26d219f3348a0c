import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { newTaskId, runTask } from '../../client/use-task.ts';
import { type Doubt, findDoubt, inImportOrder } from './find-doubts.ts';
import { type QueuedFile, useImportQueue } from './import-queue.ts';
import { firstDraft, waitingTokens } from './use-queued-file.ts';

/** What happens to account ids that no accounts file names: the file waits for the person, or one choice for all. */
export type UnknownChoice = 'ask' | 'add' | 'skip';

export interface ImportAllOptions {
  readonly unknown: UnknownChoice;
  readonly label: (name: string) => string;
  /** Told the id of each job before it starts, so that it can be stopped. */
  readonly onTask: (taskId: string) => void;
  readonly isStopped: () => boolean;
}

/**
 * Imports every waiting file about which nothing is in doubt, accounts first; the others stay in the queue, each with
 * its doubt and at the stop where it is decided. Nothing of a file that stays is stored.
 */
export async function importAll(options: ImportAllOptions): Promise<void> {
  const { change } = useImportQueue.getState();
  // Which kind a file is decides when its turn comes.
  for (const entry of waitingFiles()) {
    if (entry.guess !== null || entry.kind !== null) continue;
    const preview = await call('imports.preview', { token: entry.file.token, options: entry.options });
    if (preview.ok) change(entry.file.token, { guess: preview.value.suggestion.kind });
  }
  for (const entry of inImportOrder(waitingFiles())) {
    const { token } = entry.file;
    if (options.isStopped()) {
      change(token, { doubt: 'stopped' });
      continue;
    }
    change(token, { isRunning: true, doubt: null });
    const found = await importOne(entry, options);
    const doubt = found === 'failed' && options.isStopped() ? 'stopped' : found;
    change(token, { isRunning: false, taskId: null, doubt, ...stopOf(doubt) });
  }
}

function waitingFiles(): readonly QueuedFile[] {
  return useImportQueue.getState().files.filter(({ result }) => result === null);
}

/** The stop at which a doubt is settled. */
function stopOf(doubt: Doubt | null): Partial<Pick<QueuedFile, 'stop'>> {
  switch (doubt) {
    case 'columns':
    case 'account':
    case 'completeUntil':
      return { stop: 'columns' };
    case 'problems':
    case 'unknownAccounts':
    case 'nothing':
      return { stop: 'problems' };
    default:
      return {};
  }
}

async function importOne(entry: QueuedFile, options: ImportAllOptions): Promise<Doubt | null> {
  const { token, name } = entry.file;
  const { change } = useImportQueue.getState();
  const kind = entry.kind === null ? {} : { kind: entry.kind };
  const preview = await call('imports.preview', { token, options: entry.options, ...kind });
  if (!preview.ok) return 'failed';
  const draft = entry.draft ?? firstDraft(preview.value, entry);
  const doubt = findDoubt(preview.value, draft, {
    storedMetrics: useAppStore.getState().summary?.metrics ?? [],
    joinTokens: waitingTokens(),
  });
  if (doubt !== null) return doubt;
  const plan = withUnknown(draft.plan, options.unknown);
  const job = () => {
    const taskId = newTaskId();
    options.onTask(taskId);
    change(token, { taskId });
    return { taskId, label: options.label(name) };
  };
  const check = await runTask('imports.check', { token, plan }, job());
  if (!check.ok) return 'failed';
  const { rowsKept, rowsRejected, rowsSkipped, newAccounts } = check.value;
  if (rowsRejected > rowsSkipped && !(await isOnlyUnknown(token, options.unknown))) return 'problems';
  if (rowsKept === 0) return 'nothing';
  const isNaming = plan.kind === 'accounts' || plan.kind === 'snapshot';
  if (options.unknown === 'ask' && newAccounts > 0 && !isNaming && (await hasAccounts()))
    return 'unknownAccounts';
  const done = await runTask('imports.commit', { token, plan }, job());
  if (!done.ok) return 'failed';
  change(token, { result: done.value });
  return null;
}

function withUnknown(plan: ImportPlan, unknown: UnknownChoice): ImportPlan {
  return unknown === 'ask' ? plan : { ...plan, unknownAccounts: unknown };
}

/** Rows left out only because the person chose to leave out unknown accounts. */
async function isOnlyUnknown(token: string, unknown: UnknownChoice): Promise<boolean> {
  if (unknown !== 'skip') return false;
  const page = await call('imports.problems', { token, reason: null, state: 'open', offset: 0, limit: 1 });
  return page.ok && page.value.reasons.every(({ reason }) => reason === 'unknownAccount');
}

async function hasAccounts(): Promise<boolean> {
  const batches = await call('imports.batches', {});
  return batches.ok && batches.value.items.some(({ kind, undone }) => kind === 'accounts' && !undone);
}
