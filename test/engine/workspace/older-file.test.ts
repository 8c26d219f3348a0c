import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAccounts, loadAccountIds } from '../../../electron/engine/store/account-table.ts';
import { applicationId, readVersion, schemaVersion } from '../../../electron/engine/store/migrate.ts';
import { migration1 } from '../../../electron/engine/store/migration-1.ts';
import { openDatabase } from '../../../electron/engine/store/open-database.ts';
import { saveSetting } from '../../../electron/engine/store/settings-table.ts';
import { listBackups } from '../../../electron/engine/workspace/back-up-file.ts';
import { workspaceFolder } from '../../../electron/engine/workspace/last-saved.ts';
import { openWorkspace } from '../../../electron/engine/workspace/workspace.ts';
import { codeOf, makePlace, type WorkspacePlace } from './workspace-place.ts';

const workspaceId = '00000000-0000-4000-8000-000000000001';
let place: WorkspacePlace;
let older: Uint8Array;

beforeEach(async () => {
  place = makePlace();
  const database = await openDatabase();
  database.script(migration1);
  database.script(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = 1`);
  saveSetting(database, 'workspaceId', workspaceId);
  saveSetting(database, 'name', 'Old client');
  insertAccounts(database, ['a', 'b']);
  older = database.exportImage();
  database.close();
  writeFileSync(place.path, older);
});
afterEach(() => place.remove());

async function versionOnDisk(): Promise<number> {
  const database = await openDatabase(new Uint8Array(readFileSync(place.path)));
  const version = readVersion(database);
  database.close();
  return version;
}

describe('a workspace file of an older version', () => {
  it('is backed up as it was, brought up to date and swapped in by its first save', async () => {
    const workspace = await place.open();
    expect(workspace.status().state).toBe('unsaved');
    expect(await versionOnDisk(), 'untouched until the new image is verified').toBe(1);
    const [backup] = listBackups(place.input.dataFolder, workspaceId);
    const kept = readFileSync(join(workspaceFolder(place.input.dataFolder, workspaceId), backup?.name ?? ''));
    expect(kept.equals(older)).toBe(true);
    expect(codeOf(await workspace.saveNow())).toBe('ok');
    expect(await versionOnDisk()).toBe(schemaVersion);
    await workspace.close();
    expect(loadAccountIds((await place.open()).database)).toEqual(['a', 'b']);
  });

  it('is left as it is when it is only looked at', async () => {
    const viewer = await place.open({ readOnly: true });
    expect(loadAccountIds(viewer.database)).toEqual(['a', 'b']);
    await viewer.close();
    expect(readFileSync(place.path).equals(older)).toBe(true);
  });

  it('is not opened for writing when no backup of it can be made', async () => {
    const dataFolder = join(place.folder, 'a-file');
    writeFileSync(dataFolder, 'in the way');
    expect(codeOf(await openWorkspace({ ...place.input, dataFolder }))).toBe('folderMissing');
    expect(readFileSync(place.path).equals(older)).toBe(true);
  });
});
