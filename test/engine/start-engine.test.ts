import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { startEngine } from '../../electron/engine/start-engine.ts';
import { fail } from '../../shared/ipc/result.ts';

const source = resolve(import.meta.dirname, '../../electron/engine/workers');

async function startIn(workersFolder: string): Promise<{ engine: Engine; log: string[]; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-engine-'));
  const log: string[] = [];
  const engine = await startEngine({
    dataFolder: folder,
    workspaceFolder: folder,
    workers: { folder: workersFolder, extension: 'ts' },
    host: 'loopback',
    ports: {
      pickFiles: async () => fail('notHere'),
      pickSavePath: async () => fail('notHere'),
      revealPath: async () => fail('notHere'),
      log: (line) => log.push(line),
    },
  });
  onTestFinished(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { engine, log, folder };
}

/** A worker folder whose engine ends the thread when it is asked for a channel named `die`. */
function workersThatCanDie(): string {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-workers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(folder, { recursive: true });
  const real = join(source, 'engine.ts');
  const die = `import { parentPort } from 'node:worker_threads';
parentPort?.on('message', (message) => { if (message.args?.[0] === 'die') process.exit(1); });
await import(${JSON.stringify(real)});`;
  writeFileSync(join(folder, 'engine.ts'), die);
  for (const name of ['compute', 'disk', 'check']) {
    writeFileSync(join(folder, `${name}.ts`), `await import(${JSON.stringify(join(source, `${name}.ts`))});`);
  }
  return folder;
}

describe('startEngine', () => {
  it('reopens the last saved image when the engine dies, and says so', { timeout: 30_000 }, async () => {
    const { engine, folder } = await startIn(workersThatCanDie());
    await engine.dispatch('workspace.create', { name: 'kept' });
    const image = readFileSync(join(folder, 'kept.myaku'));
    const restarted = new Promise<void>((done) => {
      engine.onEvent((event) => {
        if (event.type === 'engine.restarted') done();
      });
    });
    expect(await engine.dispatch('die', {})).toEqual({ ok: false, error: { code: 'engineStopped' } });
    await restarted;
    const state = await engine.dispatch('workspace.state', {});
    expect(state).toMatchObject({ ok: true, value: { open: { name: 'kept', readOnly: false } } });
    expect(readFileSync(join(folder, 'kept.myaku')).equals(image)).toBe(true);
  });

  it('stays stopped when it dies again and again', { timeout: 30_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'myaku-workers-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'engine.ts'), 'process.exit(1);');
    const { engine, log } = await startIn(folder);
    await expect
      .poll(() => log.some((line) => line.includes('not started any more')), { timeout: 20_000 })
      .toBe(true);
    expect(await engine.dispatch('workspace.state', {})).toEqual({
      ok: false,
      error: { code: 'engineStopped' },
    });
  });
});
