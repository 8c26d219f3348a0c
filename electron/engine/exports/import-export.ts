import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import type { EntriesService } from '../entries/entries-service.ts';
import { csvLimits } from '../imports/csv-limits.ts';
import type { ImportsService } from '../imports/imports-service.ts';
import { insertMetric, loadMetrics } from '../store/metric-table.ts';
import { loadSetting, saveSetting } from '../store/settings-table.ts';
import type { Task } from '../tasks.ts';
import type { Workspace } from '../workspace/workspace-session.ts';
import { type ExportManifest, exportManifestSchema, manifestName } from './export-manifest.ts';
import { readEntries } from './read-entries.ts';
import { extractEntry, listZip, type ZipEntry } from './read-zip.ts';

/** Where an export's files go: those of a client, and those that were typed. */
export interface ExportTargets {
  readonly imports: ImportsService;
  readonly entries: Pick<EntriesService, 'restore'>;
}

type Imported = ChannelOutput<'data.importExport'>;

const MANIFEST_BYTES = 8 << 20;

/**
 * Imports an export file by file as its manifest says. A file that changes nothing makes no batch; a failure or a
 * cancel undoes the batches made so far. `fileNotText` where the file is no export.
 */
export async function importExport(
  context: EngineContext,
  services: ExportTargets,
  token: string,
  task: Task,
): Promise<Result<Imported>> {
  const workspace = requireWorkspace(context);
  if (!workspace.ok) return workspace;
  const file = context.files.find(token);
  if (!file.ok) return file;
  const folder = await mkdtemp(join(tmpdir(), 'myaku-export-'));
  try {
    const opened = await openExport(file.value.path, folder);
    if (!opened.ok) return opened;
    const { manifest, entries } = opened.value;
    const defined = defineMetrics(workspace.value, manifest);
    if (!defined.ok) return defined;
    const done = await importFiles(services, { path: file.value.path, folder, manifest, entries }, task);
    if (!done.ok) return done;
    const set = setMainUsage(workspace.value, manifest);
    if (!set.ok) return set;
    await context.files.forget(token);
    return done;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface OpenExport {
  readonly path: string;
  readonly folder: string;
  readonly manifest: ExportManifest;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

async function openExport(
  path: string,
  folder: string,
): Promise<Result<Pick<OpenExport, 'manifest' | 'entries'>>> {
  const listed = await listZip(path);
  if (!listed.ok) return listed;
  // A folder packed whole has its name before each entry's.
  const entries = new Map(listed.value.map((entry) => [entry.name.replace(/^.*\//, ''), entry]));
  const entry = entries.get(manifestName);
  if (entry === undefined) return fail('fileNotText');
  const target = { path: join(folder, 'manifest.json'), limitBytes: MANIFEST_BYTES };
  const written = await extractEntry(path, entry, target);
  if (!written.ok) return written;
  const manifest = parseManifest(await readFile(target.path, 'utf8'));
  return manifest === null ? fail('fileNotText') : succeed({ manifest, entries });
}

function parseManifest(text: string): ExportManifest | null {
  try {
    return exportManifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/** Kind, order and lag of metrics are no part of a CSV; a metric that is there keeps its own. */
function defineMetrics(workspace: Workspace, { metrics }: ExportManifest): Result<null> {
  return workspace.edit((database) => {
    const known = new Set(loadMetrics(database).map(({ name }) => name));
    for (const metric of metrics) if (!known.has(metric.name)) insertMetric(database, metric);
    return null;
  });
}

function setMainUsage(workspace: Workspace, { mainUsage }: ExportManifest): Result<null> {
  if (mainUsage === null || loadSetting(workspace.database, 'mainUsage') !== null) return succeed(null);
  return workspace.edit((database) => {
    saveSetting(database, 'mainUsage', mainUsage);
    return null;
  });
}

interface FileOfExport {
  readonly path: string;
  readonly name: string;
  readonly plan: ImportPlan;
}

/** What came of one file: its rows, and the batches it made. */
type ImportedFile = Result<{ readonly rows: number; readonly batches: readonly number[] }>;

async function importFile(
  imports: ImportsService,
  { path, name, plan }: FileOfExport,
  task: Task,
): Promise<ImportedFile> {
  const done = await imports.importPath(path, name, plan, task);
  if (!done.ok) return done;
  const { batch, check } = done.value;
  return succeed({ rows: check.rowsKept, batches: batch === null ? [] : [batch.number] });
}

async function restoreFile(
  { entries }: ExportTargets,
  { path, name, plan }: FileOfExport,
): Promise<ImportedFile> {
  const read = await readEntries(path, plan);
  if (!read.ok)
    return read.error.code === 'exportInvalid'
      ? fail('exportInvalid', { ...read.error.detail, fileName: name })
      : read;
  const restored = entries.restore(read.value);
  return restored.ok ? succeed({ rows: read.value.length, batches: restored.value }) : restored;
}

async function importFiles(
  services: ExportTargets,
  { path, folder, manifest, entries }: OpenExport,
  task: Task,
): Promise<Result<Imported>> {
  const batches: number[] = [];
  let [rows, files] = [0, 0];
  const quiet: Task = { ...task, progress: () => {} };
  const failed = async (result: Result<never>): Promise<Result<never>> => {
    for (const number of batches.reverse()) await services.imports.setUndone({ number, undone: true });
    return result;
  };
  for (const [i, { name, plan, byHand }] of manifest.files.entries()) {
    task.progress(i, manifest.files.length);
    const entry = entries.get(name);
    if (entry === undefined) return failed(fail('fileMissing'));
    const target = { path: join(folder, `${i}.csv`), limitBytes: csvLimits.largeFileBytes };
    const extracted = await extractEntry(path, entry, target);
    if (!extracted.ok) return failed(extracted);
    const one = { path: target.path, name, plan };
    const done =
      byHand === true ? await restoreFile(services, one) : await importFile(services.imports, one, quiet);
    await rm(target.path, { force: true });
    if (!done.ok) return failed(done);
    rows += done.value.rows;
    batches.push(...done.value.batches);
    if (done.value.batches.length > 0) files++;
  }
  task.progress(manifest.files.length, manifest.files.length);
  return succeed({ files, rows });
}
