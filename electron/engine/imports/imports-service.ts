import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suggestMapping } from '../../../shared/csv/suggest-mapping.ts';
import { writeCsv } from '../../../shared/csv/write-csv.ts';
import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { ImportBatch } from '../../../shared/schemas/workspace-state.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import type { Database } from '../store/database.ts';
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
import { previewCsv } from './preview-file.ts';
import { type ReadFile, readPlan } from './read-plan.ts';
import { storeRows } from './store-rows.ts';

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
  setUndone(payload: ChannelPayload<'imports.setUndone'>): Result<ImportBatch>;
  rejectedRows(
    payload: ChannelPayload<'imports.rejectedRows'>,
  ): Result<ChannelOutput<'imports.rejectedRows'>>;
  exportRejected(payload: ChannelPayload<'imports.exportRejected'>): Answer<'imports.exportRejected'>;
}

export function createImportsService(context: EngineContext, data: DataService): ImportsService {
  const importPath: ImportsService['importPath'] = async (path, name, plan, task) => {
    const workspace = requireWorkspace(context);
    if (!workspace.ok) return workspace;
    const read = await readPlan(workspace.value.database, path, plan, task);
    if (!read.ok) return read;
    const check = toCheck(read.value);
    if (plan.problemRows === 'stop' && check.rowsRejected > 0) return succeed({ batch: null, check });
    if (check.rowsKept === check.rowsUnchanged) return succeed({ batch: null, check });
    const sha256 = await hashFile(path);
    if (task.isCancelled()) return fail('cancelled');
    const stored = storeBatch(workspace.value, data, read.value, {
      kind: plan.kind,
      fileName: name,
      sha256,
      plan,
      importedAt: new Date(context.now()).toISOString(),
    });
    if (!stored.ok) return stored;
    data.announce(workspace.value);
    return succeed({ batch: stored.value, check });
  };
  return {
    importPath,
    async preview({ token, options, kind }) {
      const file = context.files.find(token);
      if (!file.ok) return file;
      const preview = await previewCsv(file.value.path, options);
      if (!preview.ok) return preview;
      const { sampleRows, estimatedRows: _, rows, columns, ...facts } = preview.value;
      const { encoding, delimiter, hasHeader, skipRows } = facts;
      const read = { encoding, delimiter, hasHeader, skipRows };
      const guess = suggestMapping({ fileName: file.value.name, columns, rows: sampleRows, read }, kind);
      return succeed({
        ...facts,
        fileName: file.value.name,
        rows: rows.map((row) => row.map((cell) => cell.slice(0, 500))),
        columns: columns.map(({ index, name, samples }, i) => ({
          index,
          name,
          samples: [...samples],
          confidence: guess.columns[i]?.confidence ?? 0,
          dateFormats: [...(guess.columns[i]?.dateFormats ?? [])],
        })),
        suggestion: guess.plan,
        kindConfidence: guess.kindConfidence,
      });
    },
    async check({ token, plan, taskId }) {
      const file = context.files.find(token);
      const workspace = requireWorkspace(context);
      if (!file.ok) return file;
      if (!workspace.ok) return workspace;
      const read = await context.tasks.run(taskId, 'check', (task) =>
        readPlan(workspace.value.database, file.value.path, plan, task),
      );
      return read.ok ? succeed(toCheck(read.value)) : read;
    },
    async commit({ token, plan, taskId }) {
      const file = context.files.find(token);
      if (!file.ok) return file;
      const { path, name } = file.value;
      const done = await context.tasks.run(taskId, 'import', (task) => importPath(path, name, plan, task));
      if (done.ok && done.value.batch !== null) await context.files.forget(token);
      return done;
    },
    batches() {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      return succeed({ items: loadBatches(workspace.value.database).map(toBatch) });
    },
    setUndone({ number, undone }) {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const at = undone ? new Date(context.now()).toISOString() : null;
      const changed = workspace.value.edit((database) => {
        const isKnown = setBatchUndone(database, number, at);
        if (isKnown) data.bump(database);
        return isKnown;
      });
      if (!changed.ok) return changed;
      const batch = loadBatch(workspace.value.database, number);
      if (batch === null) return fail('notFound', { what: 'batch' });
      data.announce(workspace.value);
      return succeed(toBatch(batch));
    },
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
      return exportRejected(context, workspace.value.database, batch);
    },
  };
}

function storeBatch(
  workspace: Workspace,
  data: DataService,
  read: ReadFile,
  facts: Pick<StoredBatch, 'kind' | 'fileName' | 'sha256' | 'plan' | 'importedAt'>,
): Result<ImportBatch> {
  return workspace.edit((database) => {
    const { unknownAccounts: _, ...counts } = read.counts;
    const batch: StoredBatch = {
      ...facts,
      ...counts,
      number: nextBatchNumber(database),
      undoneAt: null,
      firstDay: read.firstDay,
      lastDay: read.lastDay,
    };
    insertBatch(database, batch);
    insertRejectedRows(database, batch.number, read.rejected);
    storeRows(database, batch.number, { ...read, plan: facts.plan });
    data.bump(database);
    return toBatch(batch);
  });
}

function toCheck(read: ReadFile): ChannelOutput<'imports.check'> {
  return {
    ...read.counts,
    newAccounts: read.newIds.length,
    firstDay: read.firstDay,
    lastDay: read.lastDay,
    problems: read.rejected
      .slice(0, PROBLEMS_SHOWN)
      .map(({ line, column, reason, value }) => ({ line, column, reason, value })),
  };
}

function toBatch(batch: StoredBatch): ImportBatch {
  const { sha256: _sha256, plan: _plan, undoneAt, ...head } = batch;
  return { ...head, undone: undoneAt !== null };
}

async function exportRejected(
  context: EngineContext,
  database: Database,
  batch: StoredBatch,
): Answer<'imports.exportRejected'> {
  const rows = loadRejectedRows(database, batch.number, { offset: 0, limit: 1_000_000 });
  const header = ['line', 'column', 'reason', 'value', ...batch.plan.columns.map((column) => column.name)];
  const text = writeCsv(
    header,
    rows.map((row) => [row.line, row.column, row.reason, row.value, ...row.cells]),
  );
  const folder = join(context.options.dataFolder, 'exports');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.csv`);
  await writeFile(path, text, { mode: 0o600 });
  const name = `${batch.fileName.replace(/\.[^.]*$/, '')}-problems.csv`;
  const file = await context.exports.add({ path, name, temporary: true });
  return succeed({ token: file.token, name, sizeBytes: file.sizeBytes, rows: rows.length });
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
