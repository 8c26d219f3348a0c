import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCode } from './disk-error.ts';
import { writeFileSafely } from './write-file-safely.ts';

const schema = z.object({ sha256: z.array(z.string().regex(/^[0-9a-f]{64}$/)) });

/** Where everything lives that this machine keeps about one workspace; "delete this client's data" removes it. */
export function workspaceFolder(dataFolder: string, workspaceId: string): string {
  return join(dataFolder, 'backups', workspaceId);
}

/** SHA-256 of the image being saved and of the file it replaces: after a crash the file is one of them. */
export function lastSaved(dataFolder: string, workspaceId: string): readonly string[] {
  try {
    const text = readFileSync(filePath(dataFolder, workspaceId), 'utf8');
    return schema.parse(JSON.parse(text)).sha256;
  } catch {
    // Missing or unreadable: the workspace is unknown here, and opens without a question.
    return [];
  }
}

/** Best effort: a data folder that can't be written must not stop a save. */
export function rememberSaved(dataFolder: string, workspaceId: string, sha256: readonly string[]): void {
  try {
    mkdirSync(workspaceFolder(dataFolder, workspaceId), { recursive: true, mode: 0o700 });
    writeFileSafely(filePath(dataFolder, workspaceId), Buffer.from(JSON.stringify({ sha256 })));
  } catch (cause) {
    if (systemCode(cause) === null) throw cause;
  }
}

function filePath(dataFolder: string, workspaceId: string): string {
  return join(workspaceFolder(dataFolder, workspaceId), 'last-saved.json');
}
