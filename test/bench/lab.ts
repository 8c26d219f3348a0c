import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createComputeHandlers } from '../../electron/engine/analysis/compute-handlers.ts';
import { loadDataset } from '../../electron/engine/data/load-dataset.ts';
import { loadDesign } from '../../electron/engine/store/design-table.ts';
import { openWorkspace } from '../../electron/engine/workspace/workspace.ts';
import { timeScikitResample } from './lab-sklearn.ts';
import { type LiveSize, writeLiveWorkspace } from './live-workspace.ts';
import { plotGrowth } from './plot-growth.ts';
import { printTable } from './scoring.ts';

const sizes: readonly LiveSize[] = [
  { accounts: 1_000, months: 36, measures: 40 },
  { accounts: 10_000, months: 24, measures: 12 },
  { accounts: 30_000, months: 24, measures: 12 },
  { accounts: 100_000, months: 24, measures: 12 },
];
const works = ['run', 'lab', 'resamples', 'measures'] as const;
const resamplesBudgetMs = 2_500;
const resamples = 1_000;

type Times = Record<(typeof works)[number], number>;

/** Times a whole back-test, the lab's figures, 1,000 by-account resamples and the measures' figures as data grow. */
export async function benchLab(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-bench-'));
  try {
    const rows: string[][] = [];
    const grown: { readonly asOfRows: number; readonly measures: number; readonly ms: Times }[] = [];
    for (const size of sizes) {
      const { asOfRows, positives, ms } = await benchSize(folder, size);
      grown.push({ asOfRows, measures: size.measures, ms });
      const scikit = timeScikitResample({ rows: asOfRows, accounts: size.accounts, positives });
      rows.push([
        `${size.accounts} × ${size.months} × ${size.measures}`,
        String(asOfRows),
        ...works.map((work) => ms[work].toFixed(0)),
        ...works.map((work) => ((1e6 * ms[work]) / asOfRows).toFixed(0)),
        (ms.resamples / resamples).toFixed(2),
        scikit === null ? '–' : scikit.toFixed(0),
        scikit === null ? '–' : `${((scikit * resamples) / ms.resamples).toFixed(0)} ×`,
      ]);
    }
    printTable({
      title: `lab: processor ms of a back-test with its verdict, the lab's figures, 1,000 resamples (budget ${resamplesBudgetMs} at the largest), the measures' figures; then ns per as-of row (level = linear); then ms of one resample beside scikit-learn's average precision and ROC on rows of the same shape`,
      head: [
        'size',
        'as-of rows',
        ...works,
        ...works.map((work) => `${work} ns`),
        'one resample',
        'scikit-learn',
        'ratio',
      ],
      rows,
    });
    // Alike but for their rows.
    const alike = grown.filter(({ measures }) => measures === grown.at(-1)!.measures);
    for (const work of works) {
      plotGrowth(
        work,
        alike.map(({ asOfRows, ms }) => ({ rows: asOfRows, seconds: ms[work] / 1000 })),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchSize(
  folder: string,
  size: LiveSize,
): Promise<{ asOfRows: number; positives: number; ms: Times }> {
  await mkdir(join(folder, 'workspaces'), { recursive: true });
  const path = await writeLiveWorkspace(folder, size);
  const opened = await openWorkspace({
    path,
    dataFolder: join(folder, 'data'),
    workers: { folder: resolve(import.meta.dirname, '../../electron/engine/workers'), extension: 'ts' },
    clock: { now: Date.now },
    onSaveState: () => {},
    readOnly: true,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const { measures, scorecards } = loadDesign(opened.value.database);
  const dataset = await loadDataset(opened.value.database, yieldNow);
  await opened.value.close({ discard: true });
  rmSync(path);
  const scorecard = scorecards[0]!;
  const compute = createComputeHandlers();
  await compute['data.set'](
    { dataset, settings: { mainUsage: 'm0', completeUntil: null, importDay: null } },
    yieldNow,
  );
  const settings = await compute['backtests.proposeSettings']({ scorecard, measures }, yieldNow);
  if (settings === null) throw new Error('no settings fit the data');
  const input = { scorecard, measures, settings };
  const ids = measures.map(({ id }) => id);
  const ms = {
    run: await processorMs(() => compute['backtests.run'](input, yieldNow)),
    lab: await processorMs(() => compute['backtests.lab'](input, yieldNow)),
    resamples: await processorMs(() => compute['backtests.bootstrap'](input, yieldNow)),
    measures: await processorMs(() => compute['measures.figures']({ ids, measures, settings }, yieldNow)),
  };
  const figures = await compute['backtests.run'](input, yieldNow);
  const asOfRows = figures.snapshots.reduce((sum, snapshot) => sum + snapshot.positives + snapshot.kept, 0);
  const positives = figures.snapshots.reduce((sum, snapshot) => sum + snapshot.positives, 0);
  return { asOfRows, positives, ms };
}

/** Of all threads: a busy machine adds nothing to it. */
async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function yieldNow(): Promise<void> {
  await new Promise<void>((done) => setImmediate(done));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchLab();
