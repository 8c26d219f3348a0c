import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readdirSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import { failFromDisk, systemCode } from './disk-error.ts';
import { removeFile } from './remove-file.ts';

export interface FileStamp {
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

const temporaryEnd = '.myaku-tmp';
const renameAttempts = 10;
const renamePauseMs = 50;

/**
 * Replaces a file whole or not at all: temp file beside it, size check, fsync, rename, fsync of the folder.
 * On any failure the old file is untouched and the temp file is gone.
 */
export function writeFileSafely(path: string, bytes: Uint8Array): Result<FileStamp> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}${temporaryEnd}`);
  try {
    const stamp = writeWhole(temporary, bytes);
    renameWithRetry(temporary, path);
    syncFolder(dirname(path));
    return succeed(stamp);
  } catch (cause) {
    removeFile(temporary);
    return failFromDisk(cause);
  }
}

/** Removes temp files that a killed process left beside `path`. Only for whoever holds the file's lock. */
export function removeLeftovers(path: string): void {
  try {
    for (const name of readdirSync(dirname(path))) {
      const ours = name.startsWith(`.${basename(path)}.`) && name.endsWith(temporaryEnd);
      if (ours) removeFile(join(dirname(path), name));
    }
  } catch (cause) {
    if (systemCode(cause) === null) throw cause;
  }
}

function writeWhole(path: string, bytes: Uint8Array): FileStamp {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(file, bytes, written, Math.min(bytes.length - written, 1 << 26));
    }
    fsyncSync(file);
    const { size, mtimeMs } = fstatSync(file);
    if (size !== bytes.length) throw shortWrite();
    return { sizeBytes: size, mtimeMs };
  } finally {
    closeSync(file);
  }
}

/** Virus scanners and sync clients on Windows hold a file for a moment. */
function renameWithRetry(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (cause) {
      const passing = ['EPERM', 'EBUSY', 'EACCES'].includes(systemCode(cause) ?? '');
      if (!passing || attempt === renameAttempts) throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, renamePauseMs);
    }
  }
}

/** Windows and some network file systems can't sync a folder; there the rename alone has to do. */
function syncFolder(path: string): void {
  let folder: number | null = null;
  try {
    folder = openSync(path, 'r');
    fsyncSync(folder);
  } catch (cause) {
    const unsupported = ['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EBADF'];
    if (!unsupported.includes(systemCode(cause) ?? '')) throw cause;
  } finally {
    if (folder !== null) closeSync(folder);
  }
}

function shortWrite(): Error {
  return Object.assign(new Error('the file is shorter than what was written'), {
    code: 'EIO',
    syscall: 'write',
  });
}
