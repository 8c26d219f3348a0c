import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { type ImportPlan, importPlanSchema } from '../../../shared/schemas/import-plan.ts';
import type { ImportBatch } from '../../../shared/schemas/workspace-state.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import {
  insertBatch,
  loadBatch,
  loadBatches,
  nextBatchNumber,
  type StoredBatch,
  setBatchUndone,
} from '../store/import-batch-table.ts';
import { countRejectedRows, insertRejectedRows, loadRejectedRows } from '../store/rejected-row-table.ts';
import type { Task } from '../tasks.ts';
import type { Workspace } from '../workspace/workspace-session.ts';
import { type AccountKeys, loadAccountKeys } from './account-keys.ts';
import { changeBatch } from './change-batch.ts';
import { type CheckedProblems, createCheckedProblems } from './checked-problems.ts';
import { exportProblemRows } from './export-problem-rows.ts';
import { fileFailure } from './file-failure.ts';
import {
  type FileHashes,
  hashFile,
  memoryOf,
  previewWithPlan,
  rememberMapping,
} from './preview-with-plan.ts';
import { pauseTask, type ReadFile, readPlan } from './read-plan.ts';
import { columnBytes, type PreparedMetric, prepareMetrics, storeRows } from './store-rows.ts';
import { listBatches, toBatch } from './to-batch.ts';
import { userName } from './user-name.ts';
import { createWorkQueue } from './work-queue.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;
type Commit = ChannelOutput<'imports.commit'>;

const PROBLEMS_SHOWN = 200;

/** Preview, dry run, import, undo of a batch, and the rows that were not kept. */
export interface ImportsService {
  preview(payload: ChannelPayload<'imports.preview'>): Answer<'imports.preview'>;
  check(payload: ChannelPayload<'imports.check'>): Answer<'imports.check'>;
  commit(payload: ChannelPayload<'imports.commit'>): Answer<'imports.commit'>;
  /** Imports a file by path, for the sample and the command line. */
  importPath(path: string, name: string, plan: ImportPlan, task: Task): Promise<Result<Commit>>;
  batches(): Result<ChannelOutput<'imports.batches'>>;
  setUndone(payload: ChannelPayload<'imports.setUndone'>): Promise<Result<ImportBatch>>;
  rejectedRows(
    payload: ChannelPayload<'imports.rejectedRows'>,
  ): Result<ChannelOutput<'imports.rejectedRows'>>;
  exportRejected(payload: ChannelPayload<'imports.exportRejected'>): Answer<'imports.exportRejected'>;
  mappings(): Result<ChannelOutput<'imports.mappings'>>;
  forgetMapping(payload: ChannelPayload<'imports.forgetMapping'>): Result<Record<string, never>>;
  /** The problem rows of the file checked last. */
  readonly problems: CheckedProblems;
}

/** Imports and their undo run one at a time: each gives accounts and batches the next free numbers. */
export function createImportsService(context: EngineContext, data: DataService): ImportsService {
  const inTurn = createWorkQueue();
  const problems = createCheckedProblems(context);
  const hashes: FileHashes = new Map();
  const importPath: ImportsService['importPath'] = (path, name, plan, task) =>
    inTurn(() => importFile(context, data, { path, name, plan, task }));
  return {
    importPath,
    problems,
    preview: (payload) => previewWithPlan(context, hashes, payload),
    async check({ token, plan, taskId }) {
      const file = context.files.find(token);
      if (!file.ok) return file;
      const read = await context.tasks.run(taskId, 'check', (task) =>
        inTurn(() => readOpen(context, file.value.path, plan, task)),
      );
      if (!read.ok) return read;
      problems.hold(token, plan, read.value);
      return succeed(toCheck(read.value.read));
    },
    async commit({ token, plan, taskId }) {
      const file = context.files.find(token);
      if (!file.ok) return file;
      const { path, name } = file.value;
      const done = await context.tasks.run(taskId, 'import', (task) => importPath(path, name, plan, task));
      if (!done.ok || done.value.batch === null) return done;
      await rememberMapping(context, path, { plan, fileName: name });
      problems.drop();
      hashes.delete(token);
      await context.files.forget(token);
      return done;
    },
    batches() {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      return succeed({ items: listBatches(loadBatches(workspace.value.database)) });
    },
    setUndone: (payload) => inTurn(async () => setUndone(context, data, payload)),
    rejectedRows({ number, offset, limit }) {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const { database } = workspace.value;
      const rows = loadRejectedRows(database, number, { offset, limit });
      return succeed({
        total: countRejectedRows(database, number),
        rows: rows.map(({ line, column, reason, value }) => ({ line, column, reason, value })),
      });
    },
    async exportRejected({ number }) {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const batch = loadBatch(workspace.value.database, number);
      if (batch === null) return fail('notFound', { what: 'batch' });
      const { plan, fileName } = batch;
      const rows = loadRejectedRows(workspace.value.database, number, { offset: 0, limit: 1_000_000 });
      return succeed(await exportProblemRows(context, { plan, fileName, rows }));
    },
    mappings() {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const items = memoryOf(context)?.list() ?? [];
      return succeed({
        items: items.map(({ key, at, fileName, names, plan }) => ({
          ...{ key, at, fileName, kind: plan.kind },
          columns: [...names],
        })),
      });
    },
    forgetMapping({ key }) {
      memoryOf(context)?.forget(key);
      return succeed({});
    },
  };
}

interface OpenRead {
  readonly workspace: Workspace;
  readonly read: ReadFile;
  readonly keys: AccountKeys | null;
  /** Cancelled by the person, or because the workspace it was for is no longer the open one. */
  readonly task: Task;
}

async function readOpen(
  context: EngineContext,
  path: string,
  plan: ImportPlan,
  asked: Task,
): Promise<Result<OpenRead>> {
  const open = requireWorkspace(context);
  if (!open.ok) return open;
  const workspace = open.value;
  const isCancelled = () => asked.isCancelled() || context.open.workspace !== workspace;
  const task: Task = { ...asked, isCancelled };
  const keys = await loadAccountKeys(workspace.database, context.files, plan);
  if (!keys.ok) return keys;
  const read = await readPlan(workspace.database, path, plan, task, keys.value);
  return read.ok ? succeed({ workspace, read: read.value, keys: keys.value, task }) : read;
}

interface FileToImport {
  readonly path: string;
  readonly name: string;
  readonly plan: ImportPlan;
  readonly task: Task;
}

async function importFile(
  context: EngineContext,
  data: DataService,
  { path, name, plan, task: asked }: FileToImport,
): Promise<Result<Commit>> {
  const open = await readOpen(context, path, plan, asked);
  if (!open.ok) return open;
  const { workspace, read, task } = open.value;
  const check = toCheck(read);
  const replaced = plan.replaces === undefined ? null : loadBatch(workspace.database, plan.replaces);
  if (plan.replaces !== undefined && replaced?.undoneAt !== null) return fail('notFound', { what: 'batch' });
  if (plan.problemRows === 'stop' && check.rowsRejected > check.rowsSkipped)
    return succeed({ batch: null, check });
  if (replaced === null && check.rowsKept === check.rowsUnchanged) return succeed({ batch: null, check });
  const hashed = await hashFile(path).then(succeed, fileFailure);
  if (!hashed.ok) return hashed;
  if (replaced !== null && isSameImport(replaced, hashed.value, plan)) return succeed({ batch: null, check });
  const metrics = await prepareMetrics(read.collected, read.compared, () => pauseTask(task));
  if (metrics === null || task.isCancelled()) return fail('cancelled');
  const importedAt = new Date(context.now()).toISOString();
  const importedBy = userName();
  const kept = importedBy === '' ? plan : { ...plan, importedBy };
  const facts = { kind: plan.kind, fileName: name, sha256: hashed.value, plan: kept, importedAt };
  workspace.database.reserve(columnBytes(metrics, read.compared));
  if (!(await pauseTask(task))) return fail('cancelled');
  const stored = storeBatch(workspace, data, { read, metrics, facts });
  if (!stored.ok) return stored;
  data.announce(workspace);
  return succeed({ batch: stored.value, check });
}

function storeBatch(
  workspace: Workspace,
  data: DataService,
  {
    read,
    metrics,
    facts,
  }: {
    readonly read: ReadFile;
    readonly metrics: readonly PreparedMetric[];
    readonly facts: Pick<StoredBatch, 'kind' | 'fileName' | 'sha256' | 'plan' | 'importedAt'>;
  },
): Result<ImportBatch> {
  return workspace.edit((database) => {
    const { rowsRead, rowsKept, rowsReplaced, rowsUnchanged, rowsRejected } = read.counts;
    const counts = { rowsRead, rowsKept, rowsReplaced, rowsUnchanged, rowsRejected };
    const number = nextBatchNumber(database);
    const { replaces } = facts.plan;
    if (replaces !== undefined) setBatchUndone(database, replaces, facts.importedAt);
    const { firstDay, lastDay, collected, newIds } = read;
    const batch: StoredBatch = { ...facts, ...counts, number, undoneAt: null, firstDay, lastDay };
    insertBatch(database, batch);
    insertRejectedRows(database, number, read.rejected);
    storeRows(database, number, {
      plan: facts.plan,
      collected,
      metrics,
      compared: read.compared,
      newIds,
    });
    data.bump(database);
    return toBatch(batch, null);
  });
}

function setUndone(
  context: EngineContext,
  data: DataService,
  { number, undone }: ChannelPayload<'imports.setUndone'>,
): Result<ImportBatch> {
  const workspace = requireWorkspace(context);
  if (!workspace.ok) return workspace;
  const batch = loadBatch(workspace.value.database, number);
  if (batch === null) return fail('notFound', { what: 'batch' });
  const at = undone ? new Date(context.now()).toISOString() : null;
  const edited = workspace.value.edit((database) => {
    const changed = changeBatch(database, batch, at);
    if (changed.ok) data.bump(database);
    return changed;
  });
  if (!edited.ok) return edited;
  if (!edited.value.ok) return edited.value;
  data.announce(workspace.value);
  return succeed(toBatch(edited.value.value, null));
}

function toCheck(read: ReadFile): ChannelOutput<'imports.check'> {
  return {
    ...read.counts,
    firstDay: read.firstDay,
    lastDay: read.lastDay,
    problems: read.rejected
      .slice(0, PROBLEMS_SHOWN)
      .map(({ line, column, reason, value }) => ({ line, column, reason, value })),
  };
}

/** The very same file under the very same plan: nothing would change. */
function isSameImport(batch: StoredBatch, sha256: string, plan: ImportPlan): boolean {
  const facts = ({ replaces: _replaces, importedBy: _by, fixes = [], ...rest }: ImportPlan) =>
    JSON.stringify(importPlanSchema.parse({ ...rest, fixes }));
  return batch.sha256 === sha256 && facts(batch.plan) === facts(plan);
}
