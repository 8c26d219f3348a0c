import { type ErrorCode, fail, type Result } from '../../../shared/ipc/result.ts';

/** The expected failure behind a file error of Node; anything else is thrown on. */
export function fileFailure(error: unknown): Result<never> {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const code: ErrorCode = error.code === 'ENOENT' ? 'fileMissing' : 'diskFailed';
  return fail(code, { reason: String(error.code) });
}
