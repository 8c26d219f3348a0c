import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { loadDataset } from '../../electron/engine/data/load-dataset.ts';
import { insertAccounts } from '../../electron/engine/store/account-table.ts';
import { insertObservations } from '../../electron/engine/store/chunk-table.ts';
import type { Database } from '../../electron/engine/store/database.ts';
import { insertBatch } from '../../electron/engine/store/import-batch-table.ts';
import { insertMetric } from '../../electron/engine/store/metric-table.ts';
import { createWorkspace, openWorkspace } from '../../electron/engine/workspace/workspace.ts';
import type { Result } from '../../shared/ipc/result.ts';
import { printTable } from './scoring.ts';

const accounts = 5_000;
const days = 208;
const metrics = 6;
const openBudgetMs = 1_000;
const rounds = 3;

/** Saves and opens a workspace of ~100 MB of observations, beside a plain write and read of the same bytes. */
export async function benchWorkspace(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-bench-'));
  try {
    const path = join(folder, 'client.myaku');
    const input = {
      path,
      dataFolder: join(folder, 'data'),
      workers: { folder: resolve(import.meta.dirname, '../../electron/engine/workers'), extension: 'ts' },
      clock: { now: Date.now },
      onSaveState: () => {},
    } as const;
    const workspace = expectValue(await createWorkspace({ ...input, name: 'bench', prepare: fill }));
    const save = await median(async () => {
      workspace.markDirty();
      expectValue(await workspace.saveNow());
    });
    expectValue(await workspace.close());
    const sizeBytes = (await stat(path)).size;
    const open = await median(async () => {
      const opened = expectValue(await openWorkspace({ ...input, readOnly: true }));
      return () => opened.close({ discard: true });
    });
    const opened = expectValue(await openWorkspace({ ...input, readOnly: true }));
    const dataset = await median(() => loadDataset(opened.database, async () => {}));
    await opened.close({ discard: true });
    const bytes = await readFile(path);
    const copy = join(folder, 'copy');
    const write = await median(() => writeFile(copy, bytes, { flush: true }));
    const read = await median(() => readFile(path));
    print(sizeBytes, { save, open, dataset, write, read });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(database: Database): void {
  insertAccounts(
    database,
    Array.from({ length: accounts }, (_, i) => `A${i}`),
  );
  insertBatch(database, batchRow());
  const count = accounts * days;
  const account = Int32Array.from({ length: count }, (_, i) => Math.floor(i / days));
  const day = Int32Array.from({ length: count }, (_, i) => 19_700 + (i % days));
  for (let m = 0; m < metrics; m++) {
    const name = `metric ${m}`;
    const metric = insertMetric(database, { name, kind: 'flow', grain: 'day', lagDays: 0 });
    const value = Float64Array.from({ length: count }, (_, i) => Math.imul(i + m, 2654435761) >>> 16);
    insertObservations(database, { batch: 1, metric }, { account, day, value, knownOn: null });
  }
}

function batchRow(): Parameters<typeof insertBatch>[1] {
  const count = accounts * days;
  return {
    number: 1,
    kind: 'metricsWide',
    fileName: 'usage.csv',
    sha256: '',
    importedAt: '2026-01-01T00:00:00.000Z',
    undoneAt: null,
    plan: {
      kind: 'metricsWide',
      read: { encoding: 'utf-8', delimiter: ',', hasHeader: true, skipRows: 0 },
      columns: [],
      decimal: '.',
      dateMarks: 'day',
      grain: 'day',
      lagDays: 0,
      blankMeansZero: false,
      source: '',
      completeUntil: null,
      unknownAccounts: 'add',
      problemRows: 'skip',
    },
    rowsRead: count,
    rowsKept: count,
    rowsReplaced: 0,
    rowsUnchanged: 0,
    rowsRejected: 0,
    firstDay: 19_700,
    lastDay: 19_700 + days - 1,
  };
}

/** Milliseconds by the clock, and of processor time over all threads: the second tells on a busy machine. */
interface Taken {
  readonly clock: number;
  readonly processor: number;
}

/** The median round; what `work` returns to be undone is not timed. */
async function median(work: () => Promise<unknown>): Promise<Taken> {
  const taken: Taken[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const before = process.cpuUsage();
    const after = await work();
    const { user, system } = process.cpuUsage(before);
    taken.push({ clock: performance.now() - start, processor: (user + system) / 1000 });
    if (typeof after === 'function') await after();
  }
  return taken.sort((a, b) => a.clock - b.clock)[Math.floor(rounds / 2)]!;
}

function print(
  sizeBytes: number,
  ms: { save: Taken; open: Taken; dataset: Taken; write: Taken; read: Taken },
): void {
  const line = (work: string, { clock, processor }: Taken, budget: string, plain?: Taken) => [
    work,
    clock.toFixed(0),
    budget,
    processor.toFixed(0),
    plain === undefined ? '' : plain.clock.toFixed(0),
    plain === undefined ? '' : `${(clock / plain.clock).toFixed(1)} ×`,
  ];
  printTable({
    title: `save and open: a workspace of ${(sizeBytes / 1e6).toFixed(0)} MB (plain: writeFile with fsync, readFile)`,
    head: ['work', 'median ms', 'budget ms', 'processor ms', 'plain ms', '÷ plain'],
    rows: [
      line('save: export, verify, write, fsync, rename', ms.save, '', ms.write),
      line('open: read, hash, verify, load', ms.open, String(openBudgetMs), ms.read),
      line('columns for the compute worker', ms.dataset, ''),
    ],
  });
}

function expectValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed with ${result.error.code}`);
  return result.value;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchWorkspace();
