import { closeSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAccounts } from '../../../electron/engine/store/account-table.ts';
import { createDatabase } from '../../../electron/engine/store/migrate.ts';
import { openDatabase } from '../../../electron/engine/store/open-database.ts';
import { checkFile } from '../../../electron/engine/workspace/check-file.ts';
import { openWorkspace } from '../../../electron/engine/workspace/workspace.ts';
import { codeOf, makePlace, type WorkspacePlace, workers } from './workspace-place.ts';

let place: WorkspacePlace;
beforeEach(async () => {
  place = makePlace();
  const workspace = await place.create();
  workspace.edit((database) =>
    insertAccounts(
      database,
      Array.from({ length: 2000 }, (_, i) => `account-${i}`),
    ),
  );
  await workspace.close();
});
afterEach(() => place.remove());

const open = async () => codeOf(await openWorkspace(place.input));
const overwrite = (position: number, bytes: Uint8Array) => {
  const file = openSync(place.path, 'r+');
  writeSync(file, bytes, 0, bytes.length, position);
  closeSync(file);
};
async function replaceBy(script: string, database = openDatabase()): Promise<void> {
  const other = await database;
  other.script(script);
  writeFileSync(place.path, other.exportImage());
  other.close();
}

describe('opening a wrong file', () => {
  it('says that there is none', async () => {
    expect(codeOf(await openWorkspace({ ...place.input, path: join(place.folder, 'no.myaku') }))).toBe(
      'fileMissing',
    );
  });

  it.each([
    ['text', 'account,day\n'.repeat(1000)],
    ['a few letters', 'SQL'.slice(1)],
  ])('refuses %s', async (_, text) => {
    writeFileSync(place.path, text);
    expect(await open()).toBe('notAWorkspace');
  });

  it('refuses a folder', async () => {
    expect(codeOf(await openWorkspace({ ...place.input, path: place.folder }))).toBe('notAWorkspace');
  });

  it('refuses another SQLite database', async () => {
    await replaceBy('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
    expect(await open()).toBe('notAWorkspace');
  });

  it('refuses a workspace with a table that is not its own', async () => {
    await replaceBy('CREATE TABLE t (a)', createDatabase());
    expect(await open()).toBe('notAWorkspace');
  });

  it('refuses a workspace without an id', async () => {
    await replaceBy('SELECT 1', createDatabase());
    expect(await open()).toBe('workspaceDamaged');
  });

  it.each([0, 50, 4096, 40_000])('refuses one cut to %i bytes', async (size) => {
    truncateSync(place.path, size);
    expect(await open()).toBe('workspaceDamaged');
  });

  it('refuses one whose page is torn', async () => {
    const pages = readFileSync(place.path).length / 4096;
    overwrite((pages - 2) * 4096, Buffer.alloc(2048, 0xff));
    expect(await open()).toBe('workspaceDamaged');
  });

  it('refuses a flipped bit in the head of any used page', async () => {
    const image = readFileSync(place.path);
    for (let page = 0; page < image.length / 4096; page += 5) {
      const position = page * 4096 + (page === 0 ? 100 : 0);
      overwrite(position, Uint8Array.of(image[position]! ^ 0x40));
      expect(await open()).toBe('workspaceDamaged');
      overwrite(position, Uint8Array.of(image[position]!));
    }
    expect(await open()).toBe('ok');
  });

  it('refuses a newer file that lacks a table known here', async () => {
    await replaceBy('PRAGMA user_version = 9; DROP TABLE chunk', createDatabase());
    expect(await open()).toBe('workspaceTooNew');
  });

  it('releases its lock when it refuses', async () => {
    writeFileSync(place.path, 'text');
    await open();
    expect(place.names()).toEqual(['client.myaku']);
  });

  it('stops a check that takes longer than its limit', async () => {
    const input = { path: place.path, maximumBytes: 1e9, wantImage: false };
    expect(codeOf(await checkFile(workers, input, 0))).toBe('workspaceDamaged');
    expect(codeOf(await checkFile(workers, input))).toBe('ok');
  });
});
