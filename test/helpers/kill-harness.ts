import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createBuilder } from 'vite';
import { openDatabase } from '../../electron/engine/store/open-database.ts';
import { verifyImage } from '../../electron/engine/store/verify-image.ts';
import type { WorkerLocation } from '../../electron/engine/workers/start-worker.ts';
import type { ChildInput } from './kill-harness-child.ts';
import { seededRandom } from './kill-harness-random.ts';

export interface KillReport {
  kills: number;
  /** Kills while an image was on its way to the disk. */
  duringSave: number;
  /** Kills that left a half-written temp file. */
  leftovers: number;
  /** Edits shown as saved, over all children. */
  editsShownSaved: number;
  /** Files that did not pass the check, with the code. */
  damaged: string[];
  /** Edits shown as saved that were not in the file. */
  lost: string[];
  /** Children that could not open what the kill left, or took it for somebody else's. */
  refused: string[];
}

/** The child and the workers, bundled as the app is: they start twice as fast as from source. */
export interface KillProgram {
  readonly child: string;
  readonly workers: WorkerLocation;
}

/** Moments to kill at: while starting and opening, while the first save runs, or some saves later. */
const moments = [
  { share: 0.2, from: 'start', withinMs: 300 },
  { share: 0.3, from: 'ready', withinMs: 200 },
  { share: 0.5, from: 'saved', withinMs: 100 },
] as const;
type Moment = (typeof moments)[number];

export async function buildKillProgram(): Promise<KillProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-kill-program-'));
  const builder = await createBuilder({
    configFile: resolve(import.meta.dirname, '../../vite.config.ts'),
    logLevel: 'error',
    environments: { workers: { build: { outDir: folder } } },
  });
  const workers = builder.environments.workers;
  if (workers === undefined) throw new Error('vite.config.ts has no environment "workers"');
  const engineWorkers = resolve(import.meta.dirname, '../../electron/engine/workers');
  // Instead of all workers: a merge would only add to them.
  workers.config.build.rolldownOptions.input = {
    child: resolve(import.meta.dirname, 'kill-harness-child.ts'),
    check: join(engineWorkers, 'check.ts'),
    disk: join(engineWorkers, 'disk.ts'),
  };
  await builder.build(workers);
  return { child: join(folder, 'child.cjs'), workers: { folder, extension: 'cjs' } };
}

/** Kills children that edit and save one workspace, one after the other, and reopens the file after each. */
export async function killRepeatedly(input: {
  readonly program: KillProgram;
  readonly kills: number;
  readonly seed: number;
  readonly saver: 'safe' | 'naive';
}): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-kill-'));
  const report: KillReport = {
    kills: 0,
    duringSave: 0,
    leftovers: 0,
    editsShownSaved: 0,
    damaged: [],
    lost: [],
    refused: [],
  };
  const random = seededRandom(input.seed);
  const path = join(folder, 'client.myaku');
  let shown = 0;
  try {
    while (report.kills < input.kills) {
      const seed = Math.floor(random() * 2 ** 31);
      const { child, workers } = input.program;
      const dataFolder = join(folder, 'data');
      const request = { path, dataFolder, workers, saver: input.saver, seed };
      const lines = await killOne(child, request, { ...drawMoment(random), shown });
      report.kills += 1;
      if (lines.at(-1) === 'saving') report.duringSave += 1;
      if (readdirSync(folder).some((name) => name.endsWith('-tmp'))) report.leftovers += 1;
      report.refused.push(...lines.filter((line) => line.startsWith('refused') || line === 'differs'));
      const before = shown;
      shown = Math.max(shown, savedEdits(lines));
      report.editsShownSaved += shown - before;
      if (!(await inspect(path, shown, report))) {
        rmSync(path, { force: true });
        shown = 0;
      }
    }
    return report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a child, kills it at the moment drawn and returns all it said. `shown` = edits shown as saved before. */
async function killOne(
  child: string,
  input: ChildInput,
  draw: { moment: Moment; delayMs: number; shown: number },
) {
  const running = spawn(process.execPath, [child, JSON.stringify(input)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  let timer: NodeJS.Timeout | undefined;
  const killSoon = () => {
    timer ??= setTimeout(() => running.kill('SIGKILL'), draw.delayMs);
  };
  if (draw.moment.from === 'start') killSoon();
  running.stdout.setEncoding('utf8').on('data', (data: string) => {
    text += data;
    if (draw.moment.from === 'ready' && text.includes('ready')) killSoon();
    if (draw.moment.from === 'saved' && savedEdits(text.split('\n')) > draw.shown) killSoon();
  });
  await once(running, 'close');
  clearTimeout(timer);
  return text.split('\n').filter((line) => line !== '');
}

function drawMoment(random: () => number): { moment: Moment; delayMs: number } {
  let left = random();
  const moment = moments.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  const drawn = moment ?? moments[0];
  return { moment: drawn, delayMs: random() * drawn.withinMs };
}

function savedEdits(lines: readonly string[]): number {
  return Math.max(
    0,
    ...lines.filter((line) => line.startsWith('saved ')).map((line) => Number(line.slice(6))),
  );
}

/** True when the file is whole and holds every edit up to `shown`. */
async function inspect(path: string, shown: number, report: KillReport): Promise<boolean> {
  if (!existsSync(path)) {
    if (shown > 0) report.lost.push(`no file, ${shown} edits were shown as saved`);
    return shown === 0;
  }
  const image = new Uint8Array(readFileSync(path));
  const verified = await verifyImage(image);
  if (!verified.ok) {
    report.damaged.push(verified.error.code);
    return false;
  }
  const database = await openDatabase(image);
  const found = new Set(
    database.all("SELECT key FROM setting WHERE key LIKE 'edit %'").map((row) => String(row[0])),
  );
  database.close();
  const missing = Array.from({ length: shown }, (_, i) => i + 1).filter((edit) => !found.has(`edit ${edit}`));
  if (missing.length > 0) report.lost.push(`edit ${missing[0]} of ${shown}`);
  return missing.length === 0;
}
