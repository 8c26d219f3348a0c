import { rmSync } from 'node:fs';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import { failFromDisk } from './disk-error.ts';
import { workspaceFolder } from './last-saved.ts';
import { forgetRecents } from './recents.ts';

/**
 * Removes all that this machine keeps about one workspace beside its file: backups, hashes and whatever else lies in
 * its folder, and its recents. What is kept by workspace id elsewhere in the data folder has to be removed here too.
 */
export function forgetWorkspace(dataFolder: string, workspaceId: string): Result<null> {
  try {
    rmSync(workspaceFolder(dataFolder, workspaceId), { recursive: true, force: true });
    forgetRecents(dataFolder, (recent) => recent.workspaceId === workspaceId);
    return succeed(null);
  } catch (cause) {
    return failFromDisk(cause);
  }
}
