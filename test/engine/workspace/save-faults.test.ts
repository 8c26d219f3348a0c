import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAccounts } from '../../../electron/engine/store/account-table.ts';
import { countRows } from '../../../electron/engine/store/verify-image.ts';
import { saveImage, sha256Of } from '../../../electron/engine/workspace/save-image.ts';
import { openWorkspace } from '../../../electron/engine/workspace/workspace.ts';
import type { Workspace } from '../../../electron/engine/workspace/workspace-session.ts';
import { writeFileSafely } from '../../../electron/engine/workspace/write-file-safely.ts';
import { codeOf, expectValue, makePlace, type WorkspacePlace } from './workspace-place.ts';

const isRoot = process.getuid?.() === 0;
const mountable = isRoot && canMount();
if (!mountable) console.log('full and read-only disks are not tested: a tmpfs cannot be mounted here');

let place: WorkspacePlace;
let mounted: string | null = null;
afterEach(async () => {
  if (mounted !== null) execFileSync('mount', ['-o', 'remount,rw', mounted]);
  await place.remove().catch(() => {});
  if (mounted !== null) {
    execFileSync('umount', ['-l', mounted]);
    rmSync(mounted, { recursive: true, force: true });
    rmSync(place.input.dataFolder, { recursive: true, force: true });
  }
  mounted = null;
});

function mountTmpfs(size: string): string {
  mounted = mkdtempSync(join(tmpdir(), 'myaku-mount-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', mounted]);
  return mounted;
}

/** Grows the workspace by so many bytes that do not compress away. */
function grow(workspace: Workspace, sizeBytes: number): void {
  workspace.edit((database) =>
    database.insertMany('setting', ['key', 'value'], [[`filler ${sizeBytes}`, 'x'.repeat(sizeBytes)]]),
  );
}

describe.skipIf(!mountable)('a save on a disk that has no room', () => {
  it('says diskFull on a full 4 MiB tmpfs, keeps the old file whole and goes on when room is made', async () => {
    place = makePlace(mountTmpfs('4m'));
    const workspace = await place.create();
    grow(workspace, 2_200_000);
    expect(codeOf(await workspace.saveNow())).toBe('ok');
    const before = sha256Of(readFileSync(place.path));
    grow(workspace, 100_000);
    expect(codeOf(await workspace.saveNow())).toBe('diskFull');
    expect(workspace.status()).toMatchObject({ state: 'failed', revision: 2, savedRevision: 1 });
    expect(sha256Of(readFileSync(place.path))).toBe(before);
    expect(place.names()).toEqual(['client.myaku', 'client.myaku.lock']);
    execFileSync('mount', ['-o', 'remount,size=16m', mounted ?? '']);
    expect(codeOf(await workspace.saveNow())).toBe('ok');
    expect(codeOf(await workspace.close())).toBe('ok');
    const again = await place.open();
    expect(again.database.first("SELECT count(*) FROM setting WHERE key LIKE 'filler%'")?.[0]).toBe(2);
  });

  it('says diskFull when nothing at all can be created', async () => {
    place = makePlace(mountTmpfs('1m'));
    writeFileSync(join(place.folder, 'full'), new Uint8Array(1024 * 1024));
    await expect(place.create()).rejects.toThrow('diskFull');
    expect(place.names()).toEqual(['full']);
  });

  it('says diskReadOnly on a read-only disk and opens for reading there', async () => {
    place = makePlace(mountTmpfs('4m'));
    const workspace = await place.create();
    const before = sha256Of(readFileSync(place.path));
    execFileSync('mount', ['-o', 'remount,ro', mounted ?? '']);
    workspace.edit((database) => insertAccounts(database, ['a']));
    expect(codeOf(await workspace.saveNow())).toBe('diskReadOnly');
    expect(sha256Of(readFileSync(place.path))).toBe(before);
    const viewer = await openWorkspace(place.input);
    expect(codeOf(viewer)).toBe('ok');
    expect(expectValue(viewer).status()).toMatchObject({
      state: 'readOnly',
      error: { code: 'diskReadOnly' },
    });
    await expectValue(viewer).close();
  });
});

describe('a save into a folder that went away', () => {
  beforeEach(() => {
    place = makePlace();
  });

  it('says folderMissing, and saves once the folder is back', async () => {
    const folder = join(place.folder, 'drive');
    mkdirSync(folder);
    const inDrive = makePlace(folder);
    const workspace = await inDrive.create();
    renameSync(folder, `${folder}-away`);
    workspace.edit((database) => insertAccounts(database, ['a']));
    expect(codeOf(await workspace.saveNow())).toBe('folderMissing');
    renameSync(`${folder}-away`, folder);
    expect(codeOf(await workspace.saveNow())).toBe('ok');
    await inDrive.remove();
  });
});

describe('saveImage', () => {
  beforeEach(() => {
    place = makePlace();
  });

  async function attempt(change: (request: Parameters<typeof saveImage>[0]) => object): Promise<string> {
    const workspace = await place.create();
    const before = readFileSync(place.path);
    workspace.edit((database) => insertAccounts(database, ['a']));
    const request = {
      image: workspace.database.exportImage(),
      path: place.path,
      dataFolder: place.input.dataFolder,
      workspaceId: workspace.id(),
      rowCounts: countRows(workspace.database),
      replaces: 'anything',
      known: null,
    } as const;
    const outcome = await saveImage({ ...request, ...change(request) });
    if (!outcome.ok) {
      expect(readFileSync(place.path).equals(before)).toBe(true);
      expect(place.names()).toEqual(['client.myaku', 'client.myaku.lock']);
    }
    return codeOf(outcome);
  }

  it('writes an image that is what it should be', async () => {
    expect(await attempt(() => ({}))).toBe('ok');
  });

  it.each([
    ['a torn image', (r: { image: Uint8Array }) => ({ image: r.image.fill(0xff, 4096, 6000) })],
    ['a cut image', (r: { image: Uint8Array }) => ({ image: r.image.subarray(0, 8192) })],
    ['an image with another id', () => ({ workspaceId: '00000000-0000-4000-8000-000000000000' })],
    ['an image that lacks a row', () => ({ rowCounts: { account: 2 } })],
  ])('refuses %s', async (_, change) => {
    expect(await attempt(change)).toBe('workspaceDamaged');
  });

  it('refuses an image of another program', async () => {
    expect(await attempt(() => ({ image: Buffer.from('hello'.repeat(9999)) }))).toBe('notAWorkspace');
  });
});

describe('writeFileSafely', () => {
  beforeEach(() => {
    place = makePlace();
  });

  it('keeps the old file when the target is a folder', () => {
    mkdirSync(join(place.folder, 'target', 'inner'), { recursive: true });
    expect(codeOf(writeFileSafely(join(place.folder, 'target'), Buffer.from('x')))).toBe('diskFailed');
    expect(place.names()).toEqual(['target']);
  });

  it('says folderMissing where there is no folder', () => {
    expect(codeOf(writeFileSafely(join(place.folder, 'no', 'x'), Buffer.from('x')))).toBe('folderMissing');
  });

  it.skipIf(!isRoot)('says diskReadOnly where the person may not write', () => {
    const path = join(place.folder, 'file');
    writeFileSync(path, 'old');
    const before = process.geteuid?.() ?? 0;
    process.seteuid?.(65534);
    const outcome = writeFileSafely(path, Buffer.from('new'));
    process.seteuid?.(before);
    expect(codeOf(outcome)).toBe('diskReadOnly');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(place.names()).toEqual(['file']);
  });
});

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
