import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCode } from './disk-error.ts';
import { writeFileSafely } from './write-file-safely.ts';

const recentSchema = z.object({
  path: z.string(),
  workspaceId: z.string(),
  name: z.string(),
  sizeBytes: z.number(),
  accounts: z.number().nullable(),
  lastOpenedAt: z.number(),
});
const fileSchema = z.object({ items: z.array(recentSchema) });

/** A workspace opened on this machine before. The id finds its backups when the file itself can't be read. */
export type Recent = z.infer<typeof recentSchema>;

const itemsKept = 20;

/** Newest first; `missing` = no file there now. An unreadable list is an empty one. */
export function listRecents(dataFolder: string): (Recent & { readonly missing: boolean })[] {
  return readItems(dataFolder).map((item) => {
    const sizeBytes = statSync(item.path, { throwIfNoEntry: false })?.size;
    return { ...item, sizeBytes: sizeBytes ?? item.sizeBytes, missing: sizeBytes === undefined };
  });
}

export function rememberRecent(dataFolder: string, recent: Recent): void {
  writeItems(dataFolder, [recent, ...readItems(dataFolder).filter(({ path }) => path !== recent.path)]);
}

export function forgetRecents(dataFolder: string, isForgotten: (recent: Recent) => boolean): void {
  writeItems(
    dataFolder,
    readItems(dataFolder).filter((item) => !isForgotten(item)),
  );
}

function readItems(dataFolder: string): Recent[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(join(dataFolder, 'recents.json'), 'utf8'))).items;
  } catch {
    // Missing, cut or edited by hand: a list for convenience, not data.
    return [];
  }
}

/** Best effort, as the list is. */
function writeItems(dataFolder: string, items: readonly Recent[]): void {
  const newestFirst = [...items].sort((a, b) => b.lastOpenedAt - a.lastOpenedAt).slice(0, itemsKept);
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    writeFileSafely(join(dataFolder, 'recents.json'), Buffer.from(JSON.stringify({ items: newestFirst })));
  } catch (cause) {
    if (systemCode(cause) === null) throw cause;
  }
}
