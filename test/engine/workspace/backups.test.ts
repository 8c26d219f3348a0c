import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAccounts, loadAccountIds } from '../../../electron/engine/store/account-table.ts';
import { backUpFile, keptBackups, listBackups } from '../../../electron/engine/workspace/back-up-file.ts';
import { newestGoodBackup, restoreBackup } from '../../../electron/engine/workspace/backups.ts';
import { workspaceFolder } from '../../../electron/engine/workspace/last-saved.ts';
import { openWorkspace } from '../../../electron/engine/workspace/workspace.ts';
import { codeOf, expectValue, makePlace, type WorkspacePlace, workers } from './workspace-place.ts';

const hour = 3_600_000;
/** Monday 2024-03-04, noon, local time. */
const monday = new Date(2024, 2, 4, 12).getTime();
const noonAfter = (days: number, hours = 0) => new Date(2024, 2, 4 + days, 12 + hours).getTime();

let place: WorkspacePlace;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

const kept = (times: readonly number[], now: number) => {
  const backups = times.map((savedAt) => ({ name: String(savedAt), savedAt, sizeBytes: 1, sha256: '' }));
  return [...keptBackups(backups, now)].map(Number).sort((a, b) => a - b);
};

describe('the rotation of backups', () => {
  it('keeps the last three of today', () => {
    const today = [0, 1, 2, 3, 4].map((hours) => noonAfter(0, hours));
    expect(kept(today, noonAfter(0, 5))).toEqual(today.slice(2));
  });

  it('keeps the last of each of seven days and of four weeks', () => {
    const daily = Array.from({ length: 60 }, (_, day) => [noonAfter(day, -1), noonAfter(day)]).flat();
    const now = noonAfter(59, 1);
    // Day 59 is a Thursday: weeks end on days 41, 48 and 55.
    const expected = [41, 48, 53, 54, 55, 56, 57, 58].map((day) => noonAfter(day));
    expect(kept(daily, now)).toEqual([...expected, noonAfter(59, -1), noonAfter(59)].sort((a, b) => a - b));
  });

  it('keeps old backups of a workspace that is seldom opened', () => {
    const seldom = [0, 100, 200, 300].map((day) => noonAfter(day));
    expect(kept(seldom, noonAfter(400))).toEqual(seldom);
  });

  it('removes files by it, and skips a state that is already the newest', () => {
    const request = { path: place.path, dataFolder: place.input.dataFolder, workspaceId: 'w' };
    for (let i = 0; i < 6; i += 1) {
      writeFileSync(place.path, `state ${i}`);
      expectValue(backUpFile({ ...request, now: monday + i * hour }));
      expectValue(backUpFile({ ...request, now: monday + i * hour + 1 }));
    }
    const left = listBackups(place.input.dataFolder, 'w');
    expect(left.map(({ savedAt }) => (savedAt - monday) / hour)).toEqual([5, 4, 3]);
    const newest = left[0]?.name ?? '';
    expect(readFileSync(join(workspaceFolder(place.input.dataFolder, 'w'), newest), 'utf8')).toBe('state 5');
  });

  it('leaves files alone that it did not make', () => {
    const folder = workspaceFolder(place.input.dataFolder, 'w');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeFileSync(place.path, 'x');
    expectValue(
      backUpFile({ path: place.path, dataFolder: place.input.dataFolder, workspaceId: 'w', now: monday }),
    );
    expect(listBackups(place.input.dataFolder, 'w').length).toBe(1);
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });
});

describe('a backup', () => {
  /** A closed workspace that was closed with one account, then with two. */
  async function closeTwice(): Promise<string> {
    place.setClock(monday);
    const first = await place.create();
    const id = first.id();
    first.edit((database) => insertAccounts(database, ['a']));
    await first.close();
    place.setClock(monday + hour);
    const second = await place.open();
    second.edit((database) => insertAccounts(database, ['b']));
    await second.close();
    place.setClock(monday + 2 * hour);
    return id;
  }
  const ids = async () => {
    const workspace = await place.open();
    const found = loadAccountIds(workspace.database);
    await workspace.close();
    return found;
  };

  it('is restored, and the restore undone', async () => {
    const workspaceId = await closeTwice();
    const target = { dataFolder: place.input.dataFolder, workspaceId, path: place.path };
    const [newest, older] = listBackups(place.input.dataFolder, workspaceId);
    expect(codeOf(restoreBackup({ ...target, name: older?.name ?? '', now: monday + 3 * hour }))).toBe('ok');
    expect(await ids()).toEqual(['a']);
    expect((await place.open()).differsFromLastSaved).toBe(false);
    expect(codeOf(restoreBackup({ ...target, name: newest?.name ?? '', now: monday + 4 * hour }))).toBe('ok');
  });

  it('keeps what stood there, even if it was saved by nobody here', async () => {
    const workspaceId = await closeTwice();
    const [newest] = listBackups(place.input.dataFolder, workspaceId);
    writeFileSync(place.path, 'damaged');
    const target = { dataFolder: place.input.dataFolder, workspaceId, path: place.path };
    expect(codeOf(restoreBackup({ ...target, name: newest?.name ?? '', now: monday + 3 * hour }))).toBe('ok');
    expect(await ids()).toEqual(['a', 'b']);
    const kept = listBackups(place.input.dataFolder, workspaceId).find(({ sizeBytes }) => sizeBytes === 7);
    expect(kept).toBeDefined();
  });

  it('is found for a damaged file: the newest that is good', async () => {
    const workspaceId = await closeTwice();
    const where = { dataFolder: place.input.dataFolder, workspaceId };
    writeFileSync(place.path, 'damaged');
    expect(codeOf(await openWorkspace(place.input))).toBe('notAWorkspace');
    const [newest, older] = listBackups(place.input.dataFolder, workspaceId);
    expect(await newestGoodBackup(where, workers)).toEqual(newest);
    writeFileSync(join(workspaceFolder(place.input.dataFolder, workspaceId), newest?.name ?? ''), 'rotten');
    expect(await newestGoodBackup(where, workers)).toEqual(older);
  });

  it('that rotted is not restored', async () => {
    const workspaceId = await closeTwice();
    const before = readFileSync(place.path);
    const [newest] = listBackups(place.input.dataFolder, workspaceId);
    const name = newest?.name ?? '';
    writeFileSync(join(workspaceFolder(place.input.dataFolder, workspaceId), name), 'rotten');
    const target = { dataFolder: place.input.dataFolder, workspaceId, path: place.path, now: monday };
    expect(codeOf(restoreBackup({ ...target, name }))).toBe('workspaceDamaged');
    expect(codeOf(restoreBackup({ ...target, name: '../../client.myaku' }))).toBe('notFound');
    expect(readFileSync(place.path).equals(before)).toBe(true);
  });
});
