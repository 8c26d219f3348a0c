import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import { failFromDisk } from './disk-error.ts';
import { workspaceFolder } from './last-saved.ts';
import { removeFile } from './remove-file.ts';
import { sha256Of } from './save-image.ts';
import { writeFileSafely } from './write-file-safely.ts';

/** A whole copy of the workspace file. Its name says when it was made and what it must hash to. */
export interface Backup {
  readonly name: string;
  readonly savedAt: number;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface BackupRequest {
  readonly path: string;
  readonly dataFolder: string;
  readonly workspaceId: string;
  /** Hash of the file where it is known: then a file already backed up isn't read again. */
  readonly sha256?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const todayKept = 3;
const daysKept = 7;
const weeksKept = 4;
const pattern = /^(\d{13})-([0-9a-f]{64})\.myaku$/;

/** Copies the file unless its newest backup is the same, then drops what the rotation no longer keeps. */
export function backUpFile(request: BackupRequest): Result<Backup> {
  try {
    const newest = listBackups(request.dataFolder, request.workspaceId)[0];
    if (newest !== undefined && newest.sha256 === request.sha256) return succeed(newest);
    return backUpBytes(request, readFileSync(request.path));
  } catch (cause) {
    return failFromDisk(cause);
  }
}

/** The same for an image that is not, or not yet, a file. */
export function backUpBytes(request: BackupRequest, bytes: Uint8Array): Result<Backup> {
  const folder = workspaceFolder(request.dataFolder, request.workspaceId);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const newest = listBackups(request.dataFolder, request.workspaceId)[0];
    const sha256 = sha256Of(bytes);
    if (newest?.sha256 === sha256) return succeed(newest);
    const name = `${String(request.now).padStart(13, '0')}-${sha256}.myaku`;
    const written = writeFileSafely(join(folder, name), bytes);
    if (!written.ok) return written;
    rotate(request);
    return succeed({ name, savedAt: request.now, sizeBytes: bytes.length, sha256 });
  } catch (cause) {
    return failFromDisk(cause);
  }
}

/** Newest first. */
export function listBackups(dataFolder: string, workspaceId: string): Backup[] {
  const folder = workspaceFolder(dataFolder, workspaceId);
  return readNames(folder)
    .flatMap((name) => {
      const match = pattern.exec(name);
      if (match === null) return [];
      const sizeBytes = statSync(join(folder, name), { throwIfNoEntry: false })?.size;
      if (sizeBytes === undefined) return [];
      return [{ name, savedAt: Number(match[1]), sizeBytes, sha256: match[2] ?? '' }];
    })
    .sort((a, b) => b.savedAt - a.savedAt);
}

/** Names kept: the last 3 of today, the last of each of 7 days and of each of 4 weeks, by the local calendar. */
export function keptBackups(backups: readonly Backup[], now: number): Set<string> {
  const newestFirst = [...backups].sort((a, b) => b.savedAt - a.savedAt);
  const today = dayOf(now);
  const kept = new Set(
    newestFirst
      .filter(({ savedAt }) => dayOf(savedAt) === today)
      .slice(0, todayKept)
      .map(({ name }) => name),
  );
  for (const name of newestPer(newestFirst, dayOf, daysKept)) kept.add(name);
  for (const name of newestPer(newestFirst, (at) => Math.floor((dayOf(at) + 3) / 7), weeksKept))
    kept.add(name);
  return kept;
}

function rotate(request: BackupRequest): void {
  const backups = listBackups(request.dataFolder, request.workspaceId);
  const kept = keptBackups(backups, request.now);
  const folder = workspaceFolder(request.dataFolder, request.workspaceId);
  for (const { name } of backups) {
    if (!kept.has(name)) removeFile(join(folder, name));
  }
}

function newestPer(
  newestFirst: readonly Backup[],
  periodOf: (at: number) => number,
  periods: number,
): string[] {
  const first = new Map<number, string>();
  for (const { name, savedAt } of newestFirst) {
    const period = periodOf(savedAt);
    if (!first.has(period)) first.set(period, name);
  }
  return [...first.values()].slice(0, periods);
}

/** Days since 1970-01-01 of the local calendar day; day 0 was a Thursday, hence the + 3 for Monday weeks. */
function dayOf(at: number): number {
  return Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / 86_400_000);
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No backup was ever made here.
    return [];
  }
}
