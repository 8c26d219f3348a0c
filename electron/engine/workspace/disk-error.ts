import type { ErrorCode } from '../../../shared/ipc/result.ts';
import { type AppError, fail, type Result } from '../../../shared/ipc/result.ts';

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EROFS: 'diskReadOnly',
  EACCES: 'diskReadOnly',
  EPERM: 'diskReadOnly',
  ENOENT: 'folderMissing',
  ENOTDIR: 'folderMissing',
};

/** The expected failure behind a file system error; anything that is not one is thrown on. */
export function toDiskError(cause: unknown): AppError {
  const code = systemCode(cause);
  if (code === null) throw cause;
  return { code: codes[code] ?? 'diskFailed', detail: { systemCode: code } };
}

export function failFromDisk(cause: unknown): Result<never> {
  const error = toDiskError(cause);
  return fail(error.code, error.detail);
}

/** ENOSPC and the like; null for errors that did not come from the system. */
export function systemCode(cause: unknown): string | null {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return null;
  return 'syscall' in cause ? cause.code : null;
}
