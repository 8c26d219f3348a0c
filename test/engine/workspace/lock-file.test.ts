import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAccounts } from '../../../electron/engine/store/account-table.ts';
import { acquireLock, type FileLock, type LockInput } from '../../../electron/engine/workspace/lock-file.ts';
import { openWorkspace } from '../../../electron/engine/workspace/workspace.ts';
import { codeOf, expectValue, makePlace, type WorkspacePlace } from './workspace-place.ts';

let place: WorkspacePlace;
let lockPath: string;
let lost: number;
let locks: FileLock[];
let children: ChildProcess[];
beforeEach(() => {
  place = makePlace();
  lockPath = `${place.path}.lock`;
  lost = 0;
  locks = [];
  children = [];
});
afterEach(async () => {
  for (const lock of locks) lock.release();
  for (const child of children) child.kill('SIGKILL');
  await place.remove();
});

async function acquire(changes: Partial<LockInput> = {}) {
  const outcome = await acquireLock({
    path: place.path,
    now: Date.now,
    onLost: () => {
      lost += 1;
    },
    ...changes,
  });
  if (outcome.ok) locks.push(outcome.value);
  return outcome;
}

/** A process that lives until killed. */
async function startProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)']);
  children.push(child);
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

const writeLock = (holder: object) =>
  writeFileSync(
    lockPath,
    JSON.stringify({ pid: process.pid, host: hostname(), startedAt: 1, token: 't', ...holder }),
  );
const age = (seconds: number) => {
  const at = Date.now() / 1000 - seconds;
  utimesSync(lockPath, at, at);
};

describe('the lock of a workspace', () => {
  it('says who holds it', async () => {
    expectValue(await acquire());
    expect(JSON.parse(readFileSync(lockPath, 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
  });

  it('refuses a second holder in the same process, until released', async () => {
    const first = expectValue(await acquire());
    const second = await acquire();
    expect(second).toMatchObject({ error: { code: 'workspaceLocked', detail: { host: hostname() } } });
    first.release();
    expect(place.names()).toEqual([]);
    expect(codeOf(await acquire())).toBe('ok');
  });

  it('refuses while another process lives, and not after it was killed', async () => {
    const pid = await startProcess();
    writeLock({ pid });
    expect(codeOf(await acquire())).toBe('workspaceLocked');
    children[0]?.kill('SIGKILL');
    await once(children[0] as ChildProcess, 'exit');
    expect(codeOf(await acquire())).toBe('ok');
  });

  it('is stale ten seconds after its last refresh', async () => {
    writeLock({ pid: await startProcess() });
    age(9);
    expect(codeOf(await acquire())).toBe('workspaceLocked');
    age(11);
    expect(codeOf(await acquire())).toBe('ok');
  });

  it('is watched before it is taken from another machine, whose clock may differ', async () => {
    writeLock({ host: 'elsewhere' });
    age(60);
    const refreshing = setInterval(() => age(60 - Math.random()), 200);
    expect(codeOf(await acquire())).toBe('workspaceLocked');
    clearInterval(refreshing);
    expect(codeOf(await acquire())).toBe('ok');
  });

  it('is refreshed every two seconds', async () => {
    expectValue(await acquire());
    age(8);
    await pause(2300);
    age(0.1);
    expect(codeOf(await acquire())).toBe('workspaceLocked');
    expect(lost).toBe(0);
  });

  it('is put back when its file went away, and lost when it names another', async () => {
    const lock = expectValue(await acquire());
    rmSync(lockPath);
    expect([lock.isHeld(), lost]).toEqual([true, 0]);
    writeLock({});
    expect([lock.isHeld(), lost]).toEqual([false, 1]);
    lock.release();
    expect(place.names()).toEqual(['client.myaku.lock']);
  });

  it('is taken over by the restarted engine of the same process only', async () => {
    expectValue(await acquire());
    expect(codeOf(await acquire({ afterRestart: true }))).toBe('ok');
    writeLock({ pid: await startProcess() });
    expect(codeOf(await acquire({ afterRestart: true }))).toBe('workspaceLocked');
  });

  it('ends two seconds after it was half written, unless its owner writes the rest', async () => {
    writeFileSync(lockPath, '{"pid":');
    const pid = await startProcess();
    const finishing = setTimeout(() => writeLock({ pid }), 500);
    expect(codeOf(await acquire())).toBe('workspaceLocked');
    clearTimeout(finishing);
    writeFileSync(lockPath, '');
    expect(codeOf(await acquire())).toBe('ok');
  });
});

describe('an open workspace', () => {
  it('is refused to a second opener', async () => {
    await place.create();
    expect(codeOf(await openWorkspace(place.input))).toBe('workspaceLocked');
  });

  it('goes read-only when it wakes and finds its lock taken, and leaves the file alone', async () => {
    const workspace = await place.create();
    const before = readFileSync(place.path);
    workspace.edit((database) => insertAccounts(database, ['a']));
    writeLock({ pid: 1 });
    expect(codeOf(await workspace.saveNow())).toBe('workspaceLocked');
    expect(workspace.status()).toMatchObject({ state: 'readOnly', error: { code: 'workspaceLocked' } });
    expect(codeOf(workspace.edit(() => 1))).toBe('readOnly');
    expect(readFileSync(place.path).equals(before)).toBe(true);
  });
});
