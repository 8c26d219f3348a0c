import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { dayFromYmd, formatDay } from '../../shared/csv/calendar.ts';
import type { ColumnRole, FileKind, ImportPlan } from '../../shared/schemas/import-plan.ts';
import { type RunningEngine, runEngine } from '../helpers/run-engine.ts';
import { plotGrowth } from './plot-growth.ts';
import { printTable } from './scoring.ts';

const firstDay = dayFromYmd(2023, 1, 1);
/** Ten million values last: what grows faster than its input shows there. */
const sizes = [10_000, 100_000, 1_000_000, 10_000_000] as const;
const metricNames = ['logins', 'reports', 'seats', 'minutes', 'api calls', 'exports', 'shares', 'alerts'];
const eventNames = ['login', 'report', 'export', 'share', 'invite', 'search'];
const users = 100_000;

interface Measured {
  readonly what: string;
  readonly rows: number;
  readonly megabytes: number;
  readonly importSeconds: number;
  readonly saveSeconds: number;
  /** Of all threads: tells on a busy machine. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  readonly slowestAnswerMs: number;
}

/** Long-format observations from 10⁴ to 10⁷, then events of 100,000 users: does the time grow as the file does? */
async function benchGrowth(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-bench-'));
  const measured: Measured[] = [];
  try {
    for (const rows of sizes) {
      const path = join(folder, `long-${rows}.csv`);
      writeLong(path, rows);
      measured.push(await measure('observations', { path, rows, plan: longPlan }));
    }
    const path = join(folder, 'events.csv');
    const rows = writeEvents(path);
    measured.push(await measure(`events of ${users} users`, { path, rows, plan: eventsPlan }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  print(measured);
}

async function measure(
  what: string,
  file: { readonly path: string; readonly rows: number; readonly plan: ImportPlan },
): Promise<Measured> {
  const running = await runEngine();
  try {
    await running.get('workspace.create', { name: 'bench' });
    const token = await running.addFile(file.path);
    const watch = watchAnswers(running);
    const before = process.cpuUsage();
    const start = performance.now();
    const done = await running.get('imports.commit', { token, plan: file.plan, taskId: 'growth' });
    const imported = performance.now();
    await running.get('workspace.save', {});
    const saved = performance.now();
    const { user, system } = process.cpuUsage(before);
    const slowestAnswerMs = await watch.stop();
    if (done.batch?.rowsKept !== file.rows) throw new Error(`${done.batch?.rowsKept} rows were kept`);
    return {
      ...{ what, rows: file.rows, slowestAnswerMs },
      megabytes: statSync(file.path).size / 1e6,
      importSeconds: (imported - start) / 1000,
      saveSeconds: (saved - imported) / 1000,
      processorSeconds: (user + system) / 1e6,
      peakMegabytes: process.resourceUsage().maxRSS / 1000,
    };
  } finally {
    await running.stop();
    rmSync(file.path);
  }
}

function watchAnswers(running: RunningEngine): { stop(): Promise<number> } {
  let slowest = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const start = performance.now();
      await running.get('workspace.state', {});
      slowest = Math.max(slowest, performance.now() - start);
      await new Promise((wake) => setTimeout(wake, 10));
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      return slowest;
    },
  };
}

function planOf(kind: FileKind, columns: readonly (readonly [string, ColumnRole])[]): ImportPlan {
  return {
    kind,
    read: { encoding: 'utf-8', delimiter: ',', hasHeader: true, skipRows: 0 },
    columns: columns.map(([name, role], index) => ({
      ...{ index, name, role },
      ...(role === 'metricValue' ? { metricKind: 'flow' as const } : {}),
      ...(role === 'date' ? { dateFormat: 'iso' as const } : {}),
    })),
    decimal: '.',
    dateMarks: 'day',
    grain: 'day',
    lagDays: 0,
    blankMeansZero: false,
    source: kind === 'events' ? 'app' : '',
    completeUntil: null,
    unknownAccounts: 'add',
    problemRows: 'stop',
    allowLarge: true,
  };
}

const longPlan = planOf('metricsLong', [
  ['account_id', 'accountId'],
  ['date', 'date'],
  ['metric', 'metricName'],
  ['value', 'metricValue'],
]);
const eventsPlan = planOf('events', [
  ['account_id', 'accountId'],
  ['user_id', 'userId'],
  ['date', 'date'],
  ['event', 'eventName'],
]);

/** Day after day, each account with each metric: ten million values are 8 metrics of 2,000 accounts over 625 days. */
function writeLong(path: string, rows: number): void {
  const accounts = Math.max(20, Math.min(2000, Math.round(Math.sqrt(rows / 8))));
  writeLines(path, 'account_id,date,metric,value', rows, (row) => {
    const metric = row % metricNames.length;
    const account = Math.floor(row / metricNames.length) % accounts;
    const day = firstDay + Math.floor(row / (metricNames.length * accounts));
    const value = (Math.imul(row + 1, 2654435761) >>> 0) % 1000;
    return `顧客${account},${formatDay(day)},${metricNames[metric]},${value / 10}`;
  });
}

/** 100,000 users of 5,000 accounts, ten acts each on days of a quarter; no (user, day, event) twice. */
function writeEvents(path: string): number {
  const perUser = 10;
  const rows = users * perUser;
  writeLines(path, 'account_id,user_id,date,event', rows, (row) => {
    const user = row % users;
    const act = Math.floor(row / users);
    const day = firstDay + act * 9 + (user % 9);
    return `顧客${user % 5000},u${user},${formatDay(day)},${eventNames[(user + act) % eventNames.length]}`;
  });
  return rows;
}

function writeLines(path: string, header: string, rows: number, lineOf: (row: number) => string): void {
  const file = openSync(path, 'w');
  let lines = [header];
  for (let row = 0; row < rows; row++) {
    lines.push(lineOf(row));
    if (lines.length < 50_000) continue;
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
  closeSync(file);
}

function print(measured: readonly Measured[]): void {
  const total = (each: Measured) => each.processorSeconds;
  printTable({
    title: 'import to a saved workspace as the file grows',
    head: [
      ...['what', 'rows', 'MB', 'import s', 'save s', 'processor s', 'processor µs/row'],
      ...['peak MB', 'slowest answer ms'],
    ],
    rows: measured.map((each) => [
      each.what,
      String(each.rows),
      each.megabytes.toFixed(1),
      each.importSeconds.toFixed(2),
      each.saveSeconds.toFixed(2),
      each.processorSeconds.toFixed(2),
      ((total(each) / each.rows) * 1e6).toFixed(2),
      each.peakMegabytes.toFixed(0),
      each.slowestAnswerMs.toFixed(0),
    ]),
  });
  const grown = measured.filter(({ what }) => what === 'observations');
  plotGrowth(
    'import',
    grown.map((each) => ({ rows: each.rows, seconds: total(each) })),
  );
  for (let i = 1; i < grown.length; i++) {
    const factor = total(grown[i]!) / total(grown[i - 1]!);
    console.log(
      `${grown[i]!.rows} rows took ${factor.toFixed(1)} × as long as a tenth of them (10 = linear)`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchGrowth();
