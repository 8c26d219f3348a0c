import { appendFileSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAccounts, loadAccountIds } from '../../../electron/engine/store/account-table.ts';
import type { Database } from '../../../electron/engine/store/database.ts';
import { schemaVersion } from '../../../electron/engine/store/migrate.ts';
import { listBackups } from '../../../electron/engine/workspace/back-up-file.ts';
import { sha256Of } from '../../../electron/engine/workspace/save-image.ts';
import { createWorkspace, openWorkspace } from '../../../electron/engine/workspace/workspace.ts';
import { codeOf, expectValue, makePlace, type WorkspacePlace } from './workspace-place.ts';

let place: WorkspacePlace;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

const add = (id: string) => (database: Database) => insertAccounts(database, [id]);
const bytes = () => readFileSync(place.path);

describe('a workspace', () => {
  it('comes back after closing as it was left', async () => {
    const first = await place.create('得意先');
    first.edit(add('a'));
    expect(codeOf(await first.close())).toBe('ok');
    const second = await place.open();
    expect(loadAccountIds(second.database)).toEqual(['a']);
    expect([second.name(), second.differsFromLastSaved]).toEqual(['得意先', false]);
    expect(second.id()).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is one file of mode 0600 and a lock while open, one file when closed', async () => {
    const workspace = await place.create();
    expect(place.names()).toEqual(['client.myaku', 'client.myaku.lock']);
    expect(statSync(place.path).mode & 0o777).toBe(0o600);
    await workspace.close();
    expect(place.names()).toEqual(['client.myaku']);
  });

  it('is not made over a file that is there', async () => {
    writeFileSync(place.path, 'notes');
    expect(codeOf(await createWorkspace({ ...place.input, name: 'x' }))).toBe('alreadyExists');
    expect(bytes().toString()).toBe('notes');
  });

  it('saves by itself about a second after a change and says so', async () => {
    const workspace = await place.create();
    workspace.edit(add('a'));
    expect(workspace.status()).toMatchObject({ state: 'unsaved', revision: 1, savedRevision: 0 });
    expect(await place.until('saved')).toMatchObject({ revision: 1, savedRevision: 1, error: null });
    expect(place.said.map(({ state }) => state).slice(-3)).toEqual(['unsaved', 'saving', 'saved']);
  });

  it('never says saved of a change made while the image was being written', async () => {
    const workspace = await place.create();
    workspace.edit(add('a'));
    const saving = workspace.saveNow();
    await place.until('saving');
    workspace.edit(add('b'));
    await saving;
    expect(workspace.status()).toMatchObject({ state: 'unsaved', revision: 2, savedRevision: 1 });
    await workspace.saveNow();
    expect(workspace.status()).toMatchObject({ state: 'saved', savedRevision: 2 });
  });

  it('does not save by itself while held, and does after', async () => {
    const workspace = await place.create();
    const before = bytes();
    workspace.setHold(true);
    workspace.edit(add('a'));
    await new Promise((wake) => setTimeout(wake, 1300));
    expect(workspace.status().state).toBe('unsaved');
    expect(bytes().equals(before)).toBe(true);
    workspace.setHold(false);
    expect((await place.until('saved')).savedRevision).toBe(1);
  });

  it('says saved only of an image that is on disk', async () => {
    const workspace = await place.create();
    for (const id of ['a', 'b', 'c']) {
      workspace.edit(add(id));
      await workspace.saveNow();
      const copy = makePlace();
      writeFileSync(copy.path, bytes());
      expect(loadAccountIds((await copy.open()).database)).toContain(id);
      await copy.remove();
    }
  });

  it('opens read-only from a newer version and stays so', async () => {
    const workspace = await place.create();
    workspace.edit((database) =>
      database.script(`PRAGMA user_version = ${schemaVersion + 1}; CREATE TABLE later (a TEXT) STRICT`),
    );
    await workspace.close();
    const before = sha256Of(bytes());
    const newer = await place.open();
    expect(newer.status()).toMatchObject({ state: 'readOnly', error: { code: 'workspaceTooNew' } });
    expect(codeOf(newer.edit(add('a')))).toBe('readOnly');
    expect(codeOf(await newer.saveNow())).toBe('ok');
    await newer.close();
    expect(sha256Of(bytes())).toBe(before);
  });

  it('can be looked at without a lock, and saved under another name', async () => {
    const owner = await place.create();
    const viewer = await place.open({ readOnly: true });
    expect(codeOf(viewer.edit(add('a')))).toBe('readOnly');
    expect(codeOf(await viewer.saveAs(join(place.folder, 'copy.myaku')))).toBe('ok');
    expect(codeOf(viewer.edit(add('a')))).toBe('ok');
    expect(viewer.id()).not.toBe(owner.id());
  });

  it('goes on in the new file after save as; the old one stays as last saved', async () => {
    const workspace = await place.create();
    const before = bytes();
    const id = workspace.id();
    workspace.edit(add('a'));
    const target = join(place.folder, 'second.myaku');
    expect(codeOf(await workspace.saveAs(target, { name: 'Second' }))).toBe('ok');
    expect(bytes().equals(before)).toBe(true);
    expect([workspace.path(), workspace.name(), workspace.status().state]).toEqual([
      target,
      'Second',
      'saved',
    ]);
    expect(workspace.id()).not.toBe(id);
    expect(place.names()).toEqual(['client.myaku', 'second.myaku', 'second.myaku.lock']);
  });

  it('keeps its id and path when save as fails', async () => {
    const workspace = await place.create();
    const id = workspace.id();
    writeFileSync(join(place.folder, 'there.myaku'), 'x');
    expect(codeOf(await workspace.saveAs(join(place.folder, 'there.myaku')))).toBe('alreadyExists');
    expect(codeOf(await workspace.saveAs(join(place.folder, 'no', 'x.myaku')))).toBe('folderMissing');
    expect([workspace.id(), workspace.path()]).toEqual([id, place.path]);
    expect(codeOf(await workspace.saveNow())).toBe('ok');
  });

  it('refuses to grow past its limit and keeps the old file', async () => {
    const created = await createWorkspace({ ...place.input, name: 'x', maximumBytes: 400_000 });
    const workspace = expectValue(created);
    const before = bytes();
    workspace.edit((database) =>
      database.insertMany('setting', ['key', 'value'], [['big', 'x'.repeat(500_000)]]),
    );
    expect(codeOf(await workspace.saveNow())).toBe('workspaceTooLarge');
    expect(workspace.status()).toMatchObject({ state: 'failed', savedRevision: 0 });
    expect(bytes().equals(before)).toBe(true);
    await workspace.close({ discard: true });
    expect(codeOf(await openWorkspace({ ...place.input, maximumBytes: 1000 }))).toBe('workspaceTooLarge');
  });

  it('follows a link and replaces what it points to', async () => {
    await (await place.create()).close();
    const link = join(place.folder, 'link.myaku');
    symlinkSync(place.path, link);
    const workspace = await place.open({ path: link });
    workspace.edit(add('a'));
    await workspace.close();
    expect(loadAccountIds((await place.open()).database)).toEqual(['a']);
  });

  it('removes what a killed save left behind', async () => {
    await (await place.create()).close();
    writeFileSync(join(place.folder, '.client.myaku.0123abcd.myaku-tmp'), 'half');
    writeFileSync(join(place.folder, '.other.myaku.0123abcd.myaku-tmp'), 'not ours');
    await place.open();
    expect(place.names().filter((name) => name.endsWith('tmp'))).toEqual(['.other.myaku.0123abcd.myaku-tmp']);
  });

  it('is backed up when opened and when closed after a change, once per state', async () => {
    const workspace = await place.create();
    workspace.edit(add('a'));
    await workspace.close();
    await (await place.open()).close();
    const backups = listBackups(place.input.dataFolder, workspaceId());
    expect(backups.map(({ sha256 }) => sha256)).toEqual([sha256Of(bytes())]);
  });
});

describe('a workspace file that somebody else writes', () => {
  it('is not overwritten until the person says so', async () => {
    const workspace = await place.create();
    const other = makePlace();
    await (await other.create('Other')).close();
    writeFileSync(place.path, readFileSync(other.path));
    const theirs = sha256Of(bytes());
    workspace.edit(add('a'));
    expect(codeOf(await workspace.saveNow())).toBe('workspaceChangedOutside');
    expect(sha256Of(bytes())).toBe(theirs);
    expect(codeOf(await workspace.close())).toBe('workspaceChangedOutside');
    expect(codeOf(await workspace.saveNow({ replaceChanged: true }))).toBe('ok');
    expect(workspace.status()).toMatchObject({ state: 'saved', savedRevision: 1 });
    await other.remove();
  });

  it('may be touched without being changed', async () => {
    const workspace = await place.create();
    utimesSync(place.path, 1000, 1000);
    workspace.edit(add('a'));
    expect(codeOf(await workspace.saveNow())).toBe('ok');
  });

  it('opens with a remark when it is not what was last saved here', async () => {
    const workspace = await place.create();
    workspace.edit(add('a'));
    await workspace.saveNow();
    const older = bytes();
    for (const id of ['b', 'c']) {
      workspace.edit(add(id));
      await workspace.saveNow();
    }
    await workspace.close();
    writeFileSync(place.path, older);
    expect((await place.open()).differsFromLastSaved).toBe(true);
  });

  it('opens without a remark where it was never seen', async () => {
    await (await place.create()).close();
    const elsewhere = makePlace();
    const opened = await elsewhere.open({ path: place.path });
    expect(opened.differsFromLastSaved).toBe(false);
    await elsewhere.remove();
  });

  it('is refused with bytes behind its end', async () => {
    await (await place.create()).close();
    appendFileSync(place.path, 'x');
    expect(codeOf(await openWorkspace(place.input))).toBe('workspaceDamaged');
  });
});

function workspaceId(): string {
  const text = readFileSync(join(place.input.dataFolder, 'recents.json'), 'utf8');
  return JSON.parse(text).items[0].workspaceId;
}
