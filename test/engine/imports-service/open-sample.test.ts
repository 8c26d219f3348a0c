import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningEngine, runEngine } from '../../helpers/run-engine.ts';

let running: RunningEngine;
beforeEach(async () => {
  running = await runEngine();
});
afterEach(() => running.stop());

const openSample = () => running.ask('workspace.openSample', { language: 'en', taskId: 's' });

/** Resolves once the sample's workspace is open and not whole yet. */
async function untilInTheMaking(): Promise<void> {
  for (;;) {
    const { open } = await running.get('workspace.state', {});
    if (open?.isBeingMade) return;
  }
}

describe('opening the sample', () => {
  it('says that it is in the making until the last file is in', async () => {
    const opened = openSample();
    await untilInTheMaking();
    expect(await opened).toMatchObject({ ok: true, value: { sample: true, isBeingMade: false } });
    const { items } = await running.get('imports.batches', {});
    expect(items).toHaveLength(8);
  });

  it('leaves no file behind when it is stopped', async () => {
    const opened = openSample();
    await untilInTheMaking();
    await running.get('tasks.cancel', { taskId: 's' });
    expect(await opened).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await running.get('workspace.state', {})).toMatchObject({ open: null });
    expect(readdirSync(join(running.folder, 'workspaces'))).toEqual([]);
    const backups = join(running.folder, 'data', 'backups');
    expect(existsSync(backups) ? readdirSync(backups) : []).toEqual([]);
  });
});
