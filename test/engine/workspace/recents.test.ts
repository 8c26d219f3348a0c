import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAccounts } from '../../../electron/engine/store/account-table.ts';
import { lastSaved } from '../../../electron/engine/workspace/last-saved.ts';
import { forgetRecents, listRecents, rememberRecent } from '../../../electron/engine/workspace/recents.ts';
import { sha256Of } from '../../../electron/engine/workspace/save-image.ts';
import { makePlace, type WorkspacePlace } from './workspace-place.ts';

let place: WorkspacePlace;
let dataFolder: string;
beforeEach(() => {
  place = makePlace();
  dataFolder = place.input.dataFolder;
});
afterEach(() => place.remove());

const recent = (path: string, lastOpenedAt: number) => ({
  path,
  workspaceId: 'w',
  name: path,
  sizeBytes: 5,
  accounts: 3,
  lastOpenedAt,
});

describe('recents', () => {
  it('are empty at first and when the list is unreadable', () => {
    expect(listRecents(dataFolder)).toEqual([]);
    writeFileSync(join(dataFolder, 'recents.json'), '{"items":[{"path"');
    expect(listRecents(dataFolder)).toEqual([]);
  });

  it('come newest first, once per path, twenty at most, marked when missing', () => {
    for (let i = 0; i < 25; i += 1) rememberRecent(dataFolder, recent(`/nowhere/${i}`, i));
    rememberRecent(dataFolder, recent('/nowhere/10', 99));
    const paths = listRecents(dataFolder).map(({ path }) => path);
    expect([paths.length, paths[0], paths[1]]).toEqual([20, '/nowhere/10', '/nowhere/24']);
    expect(listRecents(dataFolder).every(({ missing }) => missing)).toBe(true);
    forgetRecents(dataFolder, ({ path }) => path === '/nowhere/10');
    expect(listRecents(dataFolder)[0]?.path).toBe('/nowhere/24');
  });

  it('remember a workspace by name, size and accounts when it is closed', async () => {
    const workspace = await place.create('得意先');
    workspace.edit((database) => insertAccounts(database, ['a', 'b']));
    const id = workspace.id();
    await workspace.close();
    const sizeBytes = readFileSync(place.path).length;
    expect(listRecents(dataFolder)).toMatchObject([
      { workspaceId: id, name: '得意先', accounts: 2, sizeBytes, missing: false },
    ]);
    rmSync(place.path);
    expect(listRecents(dataFolder)[0]?.missing).toBe(true);
  });
});

describe('the hash of the last saved image', () => {
  it('is that of the file after every save', async () => {
    const workspace = await place.create();
    for (const id of ['a', 'b', 'c']) {
      workspace.edit((database) => insertAccounts(database, [id]));
      await workspace.saveNow();
      expect(lastSaved(dataFolder, workspace.id())[0]).toBe(sha256Of(readFileSync(place.path)));
    }
  });
});
