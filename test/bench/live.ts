import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Locator, type Page } from '@playwright/test';
import { findChromium } from '../helpers/find-chromium.mjs';
import { startHost } from '../helpers/start-host.ts';
import { type LiveSize, writeLiveWorkspace } from './live-workspace.ts';
import { printTable } from './scoring.ts';

interface BenchSize extends LiveSize {
  readonly budgetMs: number;
}

/** Design note "Budgets": pointer event → figures in the DOM, 95th percentile. */
const sizes: readonly BenchSize[] = [
  { accounts: 1_000, months: 36, measures: 40, budgetMs: 33 },
  { accounts: 100_000, months: 24, measures: 12, budgetMs: 100 },
];
const moves = 60;

/** Drags a cut-off in the built app in Chromium and reads the app's own marks, at both sizes. */
export async function benchLive(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null || !existsSync(executablePath)) {
    console.log('\nlive: needs Chromium, Chrome or Edge, and none was found');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'myaku-bench-'));
  try {
    const rows: string[][] = [];
    for (const size of sizes) rows.push(await benchSize(folder, executablePath, size));
    printTable({
      title: 'live: pointer event → figures in the DOM, one drag of a cut-off, by the app’s own marks',
      head: ['size', 'moves', 'median ms', 'p95 ms', 'budget ms', 'open s', 'host peak MB'],
      rows,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchSize(folder: string, executablePath: string, size: BenchSize): Promise<string[]> {
  const folders = { dataFolder: join(folder, 'data'), workspaceFolder: join(folder, 'workspaces') };
  await mkdir(folders.workspaceFolder, { recursive: true });
  const path = await writeLiveWorkspace(folder, size);
  const host = await startHost(folders, [path]);
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const start = performance.now();
    const handle = await openFirstBins(page, host.address);
    const openSeconds = (performance.now() - start) / 1000;
    const taken = (await dragAndTime(page, handle)).sort((a, b) => a - b);
    const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))]!;
    return [
      `${size.accounts} × ${size.months} × ${size.measures}`,
      String(taken.length),
      at(0.5).toFixed(1),
      at(0.95).toFixed(1),
      String(size.budgetMs),
      openSeconds.toFixed(1),
      (peakBytes(host.process.pid) / 1e6).toFixed(0),
    ];
  } finally {
    await browser.close();
    await host.stop();
    rmSync(path, { force: true });
  }
}

/** The handle of the first cut-off of a measure with bins, once the live figures are there. */
async function openFirstBins(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  await page.evaluate(() => {
    location.hash = '#/scorecard';
  });
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'm1', exact: true }).first().click({ timeout: 180_000 });
  await page.waitForFunction(() => performance.getEntriesByName('live:shown').length > 0, null, {
    timeout: 180_000,
  });
  return main.locator('.cutoff-grip').first();
}

/** One move at a time: from the pointer event to its figures in the document, in ms. */
async function dragAndTime(page: Page, handle: Locator): Promise<number[]> {
  const box = await handle.boundingBox();
  if (box === null) throw new Error('The cut-off is not on screen');
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  const taken: number[] = [];
  for (let move = 1; move <= moves; move++) {
    await page.mouse.move(x + 8 * (1 + (move % 7)), y);
    const ms = await page.evaluate(timeOfLastMove);
    if (ms !== null) taken.push(ms);
  }
  await page.mouse.up();
  return taken;
}

/** Runs in the page: waits for the figures of the newest pointer event; null when the value under the pointer stayed. */
async function timeOfLastMove(): Promise<number | null> {
  const started = performance.now();
  for (;;) {
    const pointer = performance.getEntriesByName('live:pointer').at(-1);
    const shown = performance.getEntriesByName('live:shown').at(-1);
    if (pointer !== undefined && shown !== undefined && shown.startTime > pointer.startTime) {
      const isNew = !performance
        .getEntriesByName('bench:seen')
        .some((mark) => mark.startTime >= pointer.startTime);
      performance.mark('bench:seen');
      return isNew ? shown.startTime - pointer.startTime : null;
    }
    if (performance.now() - started > 5_000) return null;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

function peakBytes(pid: number | undefined): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return Number.NaN;
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'));
  return Number(line?.[1] ?? Number.NaN) * 1024;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchLive();
