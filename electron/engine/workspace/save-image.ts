import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { verifyImage } from '../store/verify-image.ts';
import { failFromDisk, systemCode } from './disk-error.ts';
import { rememberSaved } from './last-saved.ts';
import { type FileStamp, writeFileSafely } from './write-file-safely.ts';

/** A file as it was last read or written here. */
export interface KnownFile extends FileStamp {
  readonly sha256: string;
}

export interface SaveRequest {
  /** Transferred: the sender no longer has it. */
  readonly image: Uint8Array;
  readonly path: string;
  readonly dataFolder: string;
  readonly workspaceId: string;
  readonly rowCounts: Readonly<Record<string, number>>;
  /**
   * What may be replaced: `known` = the file as recorded (or none), `nothing` = a new file only,
   * `anything` = the person said so.
   */
  readonly replaces: 'known' | 'nothing' | 'anything';
  readonly known: KnownFile | null;
}

/** Disk side of a save: verifies the image, checks who wrote the target last, then replaces it whole. */
export async function saveImage(request: SaveRequest): Promise<Result<KnownFile>> {
  const verified = await verifyImage(request.image);
  if (!verified.ok) return verified;
  const { workspaceId, rowCounts } = verified.value;
  if (workspaceId !== request.workspaceId || !sameCounts(rowCounts, request.rowCounts)) {
    return fail('workspaceDamaged');
  }
  const allowed = checkTarget(request);
  if (!allowed.ok) return allowed;
  const sha256 = sha256Of(request.image);
  // Before the rename: a crash between the two must not make our own image look like somebody else's.
  rememberSaved(request.dataFolder, workspaceId, [sha256, ...knownHash(request)]);
  const written = writeFileSafely(request.path, request.image);
  if (!written.ok) return written;
  // From here on the image before would be somebody's old copy.
  rememberSaved(request.dataFolder, workspaceId, [sha256]);
  return succeed({ ...written.value, sha256 });
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function checkTarget({ path, replaces, known }: SaveRequest): Result<null> {
  if (!existsSync(dirname(path))) return fail('folderMissing');
  if (replaces === 'anything') return succeed(null);
  try {
    const { size, mtimeMs } = statSync(path);
    if (replaces === 'nothing') return fail('alreadyExists');
    if (known === null) return fail('workspaceChangedOutside');
    if (size === known.sizeBytes && mtimeMs === known.mtimeMs) return succeed(null);
    return sha256Of(readFileSync(path)) === known.sha256 ? succeed(null) : fail('workspaceChangedOutside');
  } catch (cause) {
    // Moved away or deleted: there is nothing to overwrite.
    return systemCode(cause) === 'ENOENT' ? succeed(null) : failFromDisk(cause);
  }
}

/** A copy under a new id replaces nothing of its own. */
function knownHash({ replaces, known }: SaveRequest): string[] {
  return known === null || replaces === 'nothing' ? [] : [known.sha256];
}

function sameCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
