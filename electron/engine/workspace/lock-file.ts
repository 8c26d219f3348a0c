import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { failFromDisk, systemCode } from './disk-error.ts';
import { removeFile } from './remove-file.ts';

const holderSchema = z.object({
  pid: z.int(),
  host: z.string(),
  startedAt: z.number(),
  token: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

export interface LockInput {
  /** The workspace file; the lock is `<path>.lock` beside it. */
  readonly path: string;
  readonly now: () => number;
  /** Called once when the lock turns out to be somebody else's. */
  readonly onLost: () => void;
  /** True only when the engine of this same process died and is being started again. */
  readonly afterRestart?: boolean;
}

export interface FileLock {
  /** Looks at the file itself: a process that was suspended learns here that it lost the lock. */
  isHeld(): boolean;
  release(): void;
}

export const refreshMs = 2000;
export const staleMs = 10_000;

/** Takes the lock of a workspace file, or says who has it. */
export async function acquireLock(input: LockInput): Promise<Result<FileLock>> {
  const lockPath = `${input.path}.lock`;
  const mine = { pid: process.pid, host: hostname(), startedAt: input.now(), token: randomUUID() };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(lockPath, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return succeed(holdLock(lockPath, mine, input));
    } catch (cause) {
      if (systemCode(cause) !== 'EEXIST') {
        removeUnwritten(lockPath, cause);
        return failFromDisk(cause);
      }
    }
    const seen = readLock(lockPath);
    if (seen !== null && !(await isAbandoned(lockPath, seen, input)))
      return fail('workspaceLocked', detailOf(seen));
    if (seen !== null && readLock(lockPath)?.text === seen.text) removeFile(lockPath);
  }
  return fail('workspaceLocked');
}

interface SeenLock {
  readonly text: string;
  readonly holder: Holder | null;
  readonly refreshedAt: number;
}

function holdLock(lockPath: string, mine: Holder, input: LockInput): FileLock {
  let held = true;
  const isHeld = () => {
    if (held && !stillMine(lockPath, mine)) {
      held = false;
      clearInterval(timer);
      input.onLost();
    }
    return held;
  };
  const timer = setInterval(() => isHeld() && touch(lockPath, input.now()), refreshMs);
  timer.unref();
  touch(lockPath, input.now());
  return {
    isHeld,
    release() {
      clearInterval(timer);
      if (held && readLock(lockPath)?.holder?.token === mine.token) removeFile(lockPath);
      held = false;
    },
  };
}

/** A lock file that went away with its folder is put back; only one that names another holder is lost. */
function stillMine(lockPath: string, mine: Holder): boolean {
  if (readLock(lockPath) === null) {
    try {
      writeFileSync(lockPath, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
    } catch (cause) {
      if (systemCode(cause) === null) throw cause;
    }
  }
  const seen = readLock(lockPath);
  return seen === null || seen.holder?.token === mine.token;
}

/** Left behind: by a dead process of this machine at once, half-written after two seconds, else when not refreshed for ten. */
async function isAbandoned(lockPath: string, seen: SeenLock, input: LockInput): Promise<boolean> {
  // Its owner writes it within milliseconds, or died between making it and writing it.
  if (seen.holder === null) {
    await pause(refreshMs);
    return readLock(lockPath)?.text === seen.text;
  }
  const sameHost = seen.holder.host === hostname();
  if (sameHost) {
    if (seen.holder.pid === process.pid && input.afterRestart === true) return true;
    if (!isAlive(seen.holder.pid)) return true;
  }
  if (input.now() - seen.refreshedAt <= staleMs) return false;
  if (sameHost) return true;
  // Clocks of two machines may differ: a holder that lives refreshes while we watch.
  await pause(refreshMs * 1.5);
  return readLock(lockPath)?.refreshedAt === seen.refreshedAt;
}

function readLock(lockPath: string): SeenLock | null {
  try {
    const text = readFileSync(lockPath, 'utf8');
    return { text, holder: parseHolder(text), refreshedAt: statSync(lockPath).mtimeMs };
  } catch (cause) {
    if (systemCode(cause) === null) throw cause;
    return null;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    // Being written by its owner, or left half-written by a full disk or a kill.
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return systemCode(cause) !== 'ESRCH';
  }
}

function touch(lockPath: string, now: number): void {
  try {
    utimesSync(lockPath, now / 1000, now / 1000);
  } catch (cause) {
    // The folder may be away for a moment; the next refresh or save finds out.
    if (systemCode(cause) === null) throw cause;
  }
}

/** A full disk creates the lock file and then has no room for its text. */
function removeUnwritten(lockPath: string, cause: unknown): void {
  const created = cause instanceof Error && 'syscall' in cause && cause.syscall === 'write';
  if (created) removeFile(lockPath);
}

function detailOf(seen: SeenLock): Record<string, string | number> {
  return seen.holder === null ? {} : { host: seen.holder.host, startedAt: seen.holder.startedAt };
}
