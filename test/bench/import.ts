import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import type { ImportPlan } from '../../shared/schemas/import-plan.ts';
import { type RunningEngine, runEngine } from '../helpers/run-engine.ts';
import { writeImportFile } from './import-file.ts';
import { printTable } from './scoring.ts';

const rows = 1_000_000;
const accounts = 5_000;
const budget = { seconds: 3, peakMegabytes: 1_000, latencyMs: 100 };

interface Timing {
  readonly import: number;
  readonly save: number;
  readonly latencies: readonly number[];
}

/** Imports a large CSV file to a saved workspace through the engine, beside papaparse alone on the same file. */
export async function benchImport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-bench-'));
  try {
    const path = join(folder, 'usage.csv');
    const sizeBytes = writeImportFile(path, rows, accounts);
    const running = await runEngine();
    const timing = await importAndSave(running, path);
    const peakMegabytes = process.resourceUsage().maxRSS / 1000;
    await running.stop();
    const papaparse = await parseAlone(path);
    print({ ...timing, sizeBytes, peakMegabytes, papaparse });
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
  const start = performance.now();
  const done = await running.get('imports.commit', { token, plan, taskId: 'bench' });
  const imported = performance.now();
  await running.get('workspace.save', {});
  const saved = performance.now();
  const latencies = await watch.stop();
  if (done.batch?.rowsKept !== rows) throw new Error(`rows were lost: ${JSON.stringify(done)}`);
  return { import: (imported - start) / 1000, save: (saved - imported) / 1000, latencies };
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

/** papaparse, given decoded text chunk by chunk, its rows thrown away. */
async function parseAlone(path: string): Promise<number> {
  const start = performance.now();
  let seen = 0;
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(path, 'utf8'), {
      chunk: ({ data }) => {
        seen += data.length;
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  if (seen < rows) throw new Error(`papaparse read ${seen} rows`);
  return (performance.now() - start) / 1000;
}

function print(result: Timing & { sizeBytes: number; peakMegabytes: number; papaparse: number }): void {
  const total = result.import + result.save;
  const { latencies } = result;
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]!;
  const size = `${(result.sizeBytes / 1e6).toFixed(0)} MB`;
  const line = (work: string, seconds: number, limit = '') => [
    work,
    seconds.toFixed(2),
    limit,
    (rows / seconds).toFixed(0),
    `${(seconds / result.papaparse).toFixed(2)} ×`,
  ];
  printTable({
    title: `import: ${rows} rows × 10 columns, ${size}, 5 metrics of ${accounts} accounts`,
    head: ['work', 'seconds', 'budget', 'rows/s', '÷ papaparse'],
    rows: [
      line('import', result.import),
      line('save', result.save),
      line('to a saved workspace', total, String(budget.seconds)),
      line('papaparse alone', result.papaparse),
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
