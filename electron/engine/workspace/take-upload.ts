import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import type { TokenFile } from '../files/file-tokens.ts';
import { failFromDisk } from './disk-error.ts';
import { pathForName } from './list-known.ts';

/**
 * Where a workspace that came through the browser lives from now on: a copy in the workspace folder, since the upload
 * itself is deleted. The same file again is the copy that is there already.
 */
export function takeUpload(folder: string, upload: TokenFile): Result<string> {
  const plain = upload.name.replace(/\.myaku$/i, '');
  try {
    for (let number = 1; ; number++) {
      const path = pathForName(folder, number === 1 ? plain : `${plain} ${number}`);
      if (!path.ok) return path;
      if (!existsSync(path.value)) {
        copyFileSync(upload.path, path.value);
        return path;
      }
      if (readFileSync(path.value).equals(readFileSync(upload.path))) return succeed(path.value);
    }
  } catch (cause) {
    return failFromDisk(cause);
  }
}
