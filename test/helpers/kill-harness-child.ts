import { existsSync, writeFileSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../electron/engine/store/database.ts';
import { openDatabase } from '../../electron/engine/store/open-database.ts';
import type { WorkerLocation } from '../../electron/engine/workers/start-worker.ts';
import { createWorkspace, openWorkspace } from '../../electron/engine/workspace/workspace.ts';
import { seededRandom } from './kill-harness-random.ts';

/** What the parent asks for, as one JSON argument. */
export interface ChildInput {
  readonly path: string;
  readonly dataFolder: string;
  readonly workers: WorkerLocation;
  readonly saver: 'safe' | 'naive';
  readonly seed: number;
}

const safeBytes = 1_500_000;
const naiveBytes = 16_000_000;
const input = JSON.parse(process.argv[2] ?? '') as ChildInput;
const random = seededRandom(input.seed);
/** Straight to the pipe: what was said before the kill is read after it. */
const say = (line: string) => writeSync(1, `${line}\n`);

void work();

/** Edits and saves until killed. Line "saved 12" = edits 1 to 12 are shown as saved. */
async function work(): Promise<void> {
  let base = 0;
  let shown = -1;
  const common = {
    path: input.path,
    dataFolder: input.dataFolder,
    workers: input.workers,
    clock: { now: () => Date.now() },
    onSaveState: (status: { state: string; savedRevision: number }) => {
      if (status.state === 'saving') say('saving');
      if (status.savedRevision === shown || status.state === 'saving') return;
      shown = status.savedRevision;
      say(`saved ${base + shown}`);
    },
  };
  const opened = existsSync(input.path)
    ? await openWorkspace(common)
    : await createWorkspace({ ...common, name: 'kill', prepare: fill });
  if (!opened.ok) return void say(`refused ${opened.error.code}`);
  const workspace = opened.value;
  if (workspace.differsFromLastSaved) say('differs');
  base = Number(workspace.database.first("SELECT count(*) FROM setting WHERE key LIKE 'edit %'")?.[0]);
  if (input.saver === 'naive') return saveInPlace(workspace.database, base);
  say('ready');
  for (let number = base + 1; ; number += 1) {
    workspace.edit((database) => addEdit(database, number));
    if (random() < 0.4) void workspace.saveNow();
    if (random() < 0.5) await workspace.saveNow();
    else if (random() < 0.3) await pause(random() * 4);
  }
}

/** The negative control: the same image, written over the old one as most programs do. */
async function saveInPlace(opened: Database, base: number): Promise<void> {
  const database = await openDatabase(opened.exportImage());
  database.run("INSERT OR REPLACE INTO setting (key, value) VALUES ('filler', ?)", ['x'.repeat(naiveBytes)]);
  say('ready');
  for (let number = base + 1; ; number += 1) {
    addEdit(database, number);
    const image = database.exportImage();
    say('saving');
    writeFileSync(input.path, image);
    say(`saved ${number}`);
  }
}

/** Large enough that writing takes a moment in which a kill can fall. */
function fill(database: Database): void {
  database.run("INSERT INTO setting (key, value) VALUES ('filler', ?)", ['x'.repeat(safeBytes)]);
}

function addEdit(database: Database, number: number): void {
  database.run('INSERT INTO setting (key, value) VALUES (?, ?)', [
    `edit ${number}`,
    'x'.repeat(number % 500),
  ]);
}
