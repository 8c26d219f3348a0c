import { unlinkSync } from 'node:fs';
import { systemCode } from './disk-error.ts';

/** Removes a file if that can be done; on a read-only or vanished disk there is nothing to be done about it. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (cause) {
    if (systemCode(cause) === null) throw cause;
  }
}
