import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measuresOfVersion } from '../../../electron/engine/lifecycle/usable-version.ts';
import { openDatabase } from '../../../electron/engine/store/open-database.ts';
import { type RunningEngine, runEngine } from '../../helpers/run-engine.ts';

let running: RunningEngine;
let scorecardId: string;
let sealId: string;

/** The saved file, changed by somebody else's program. */
async function changeFile(sql: string): Promise<void> {
  const folder = join(running.folder, 'workspaces');
  const path = join(folder, readdirSync(folder).find((name) => name.endsWith('.myaku')) ?? '');
  await running.get('workspace.save', {});
  await running.get('workspace.close', {});
  const database = await openDatabase(new Uint8Array(readFileSync(path)));
  database.run(sql);
  writeFileSync(path, database.exportImage());
  database.close();
  await running.get('workspace.open', { token: await running.addFile(path) });
}

beforeAll(async () => {
  running = await runEngine();
  await running.get('workspace.openSample', { language: 'en', taskId: 's' });
  const { scorecards } = await running.get('design.get', {});
  scorecardId = scorecards[0]!.id;
  await running.get('design.saveVersion', { scorecardId, name: 'First', note: '' });
  const { asOf, settings } = await running.get('lifecycle.sealPlan', { scorecardId, version: 1 });
  const ask = { scorecardId, version: 1, asOf, settings, note: '', taskId: 'seal' };
  sealId = (await running.get('lifecycle.seal', ask)).id;
});
afterAll(() => running.stop());

describe('a seal in a file that another program has changed', () => {
  it('gives no figures and no accounts, and says why', async () => {
    expect((await running.get('lifecycle.sealDetail', { sealId })).intact).toBe(true);
    await changeFile('UPDATE sealed_score SET tenths = tenths + 1 WHERE account = 7');
    expect(await running.get('lifecycle.sealDetail', { sealId })).toEqual({ intact: false, detail: null });
    for (const asked of [
      await running.ask('lifecycle.grade', { sealId }),
      await running.ask('lifecycle.sealRows', { sealId, cell: { type: 'sealed' }, offset: 0, limit: 1 }),
    ]) {
      expect(asked).toMatchObject({ ok: false, error: { code: 'sealChanged' } });
    }
    await changeFile("UPDATE sealed_prediction SET body = 'no text of a seal'");
    const state = await running.get('lifecycle.state', { scorecardId });
    expect(state).toMatchObject({ seals: [], unreadableSeals: 1 });
  });
});

describe('the measures of a version', () => {
  it('are its own whatever the live ones became; an older version needs live ones that score alike', async () => {
    const { measures, scorecards } = await running.get('design.get', {});
    const [body] = scorecards;
    const { items } = await running.get('design.versions', { scorecardId });
    const version = { ...items[0]!, scorecardId, body: body!, measures };
    const other = measures.map((measure) => ({ ...measure, aggregation: { type: 'tenure' as const } }));
    expect(measuresOfVersion(version, other)).toBe(measures);
    expect(measuresOfVersion({ ...version, measures: null }, measures)).toBe(measures);
    expect(measuresOfVersion({ ...version, measures: null }, other)).toBeNull();
  });
});
