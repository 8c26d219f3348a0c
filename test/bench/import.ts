import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import type { ImportPlan } from '../../shared/schemas/import-plan.ts';
import { type RunningEngine, runEngine } from '../helpers/run-engine.ts';
import { writeImportFile } from './import-file.ts';
import { readIntoTypedColumns, readWithDuckDb, readWithPapaparse } from './read-beside.ts';
import { printTable } from './scoring.ts';

const rows = 1_000_000;
const accounts = 5_000;
const budget = { seconds: 3, peakMegabytes: 1_000, latencyMs: 100 };

/** Seconds by the clock, and of processor time over all threads: the second tells on a busy machine. */
interface Taken {
  readonly clock: number;
  readonly processor: number;
}

interface Timing {
  readonly import: Taken;
  readonly save: Taken;
  readonly latencies: readonly number[];
}

/** Imports a large CSV file to a saved workspace through the engine, beside plain readers of the same file. */
export async function benchImport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-bench-'));
  try {
    const path = join(folder, 'usage.csv');
    const sizeBytes = writeImportFile(path, rows, accounts);
    const running = await runEngine();
    const timing = await importAndSave(running, path);
    const peakMegabytes = process.resourceUsage().maxRSS / 1000;
    await running.stop();
    const beside = {
      papaparse: await take(() => all(readWithPapaparse(path))),
      duckDb: await take(() => all(readWithDuckDb(path))),
      typedColumns: await take(() => all(readIntoTypedColumns(path, [5, 6, 7, 8, 9]))),
    };
    print({ ...timing, sizeBytes, peakMegabytes, beside });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importAndSave(running: RunningEngine, path: string): Promise<Timing> {
  await running.get('workspace.create', { name: 'bench' });
  const token = await running.addFile(path);
  const { suggestion } = await running.get('imports.preview', { token, options: {} });
  const plan = ignoreTexts(suggestion);
  const watch = watchLatency(running);
  let kept = 0;
  const imported = await take(async () => {
    const done = await running.get('imports.commit', { token, plan, taskId: 'bench' });
    kept = done.batch?.rowsKept ?? 0;
  });
  const saved = await take(() => running.get('workspace.save', {}));
  const latencies = await watch.stop();
  if (kept !== rows) throw new Error(`${kept} rows were kept`);
  return { import: imported, save: saved, latencies };
}

async function take(work: () => Promise<unknown>): Promise<Taken> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { clock: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
}

function ignoreTexts(plan: ImportPlan): ImportPlan {
  const roles = { account_id: 'accountId', date: 'date' } as const;
  const metrics = ['logins', 'active_users', 'minutes', 'api_calls', 'cost'];
  return {
    ...plan,
    kind: 'metricsWide',
    dateMarks: 'day',
    grain: 'day',
    unknownAccounts: 'add',
    problemRows: 'stop',
    columns: plan.columns.map(({ index, name }) => {
      if (metrics.includes(name)) return { index, name, role: 'metricValue', metricKind: 'flow' };
      const role = name === 'account_id' || name === 'date' ? roles[name] : 'ignore';
      return { index, name, role, ...(role === 'date' ? { dateFormat: 'iso' as const } : {}) };
    }),
  };
}

/** Asks the engine how it is, again and again, as a window would, and notes how long each answer takes. */
function watchLatency(running: RunningEngine): { stop(): Promise<number[]> } {
  const latencies: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const start = performance.now();
      await running.get('workspace.state', {});
      latencies.push(performance.now() - start);
      await new Promise((wake) => setTimeout(wake, 10));
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      return latencies.sort((a, b) => a - b);
    },
  };
}

async function all(read: Promise<number>): Promise<void> {
  const seen = await read;
  if (seen !== rows) throw new Error(`${seen} rows were read`);
}

interface Beside {
  readonly papaparse: Taken;
  readonly duckDb: Taken;
  readonly typedColumns: Taken;
}

function print(result: Timing & { sizeBytes: number; peakMegabytes: number; beside: Beside }): void {
  const total = {
    clock: result.import.clock + result.save.clock,
    processor: result.import.processor + result.save.processor,
  };
  const { latencies } = result;
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]!;
  const size = `${(result.sizeBytes / 1e6).toFixed(0)} MB`;
  const line = (work: string, { clock, processor }: Taken, limit = '') => [
    work,
    clock.toFixed(2),
    limit,
    processor.toFixed(2),
    (rows / clock).toFixed(0),
    ...Object.values(result.beside).map((other: Taken) => `${(processor / other.processor).toFixed(2)} ×`),
  ];
  printTable({
    title: `import: ${rows} rows × 10 columns, ${size}, 5 metrics of ${accounts} accounts; ratios of processor time`,
    head: [
      ...['work', 'seconds', 'budget', 'processor s', 'rows/s'],
      ...['÷ papaparse', '÷ DuckDB', '÷ typed columns'],
    ],
    rows: [
      line('import', result.import),
      line('save', result.save),
      line('to a saved workspace', total, String(budget.seconds)),
      line('papaparse alone', result.beside.papaparse),
      line('DuckDB read_csv, one thread', result.beside.duckDb),
      line('into typed columns, plainly', result.beside.typedColumns),
    ],
  });
  printTable({
    title: 'meanwhile',
    head: ['figure', 'value', 'budget'],
    rows: [
      ['peak memory, MB', result.peakMegabytes.toFixed(0), String(budget.peakMegabytes)],
      ['answers of the engine', String(latencies.length), ''],
      ['answer, median ms', at(0.5).toFixed(0), ''],
      ['answer, p95 ms', at(0.95).toFixed(0), String(budget.latencyMs)],
      ['slowest answer, ms', at(1).toFixed(0), ''],
    ],
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchImport();
