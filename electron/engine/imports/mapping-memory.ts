import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { UsedMapping } from '../../../shared/csv/recall-mapping.ts';
import { type FileKind, importPlanSchema } from '../../../shared/schemas/import-plan.ts';
import { systemCode } from '../workspace/disk-error.ts';
import { workspaceFolder } from '../workspace/last-saved.ts';
import { writeFileSafely } from '../workspace/write-file-safely.ts';

const entrySchema = z.object({
  key: z.string(),
  /** Milliseconds since 1970 of the import that used it last. */
  at: z.number(),
  fileName: z.string(),
  names: z.array(z.string()),
  plan: importPlanSchema,
});
const fileSchema = z.object({ items: z.array(z.unknown()) });

/** How a file of some shape was mapped when it was last imported on this machine. */
export type MappingEntry = z.infer<typeof entrySchema>;

const entriesKept = 200;

/**
 * Mappings by file shape (the header's names, in any order) and kind. They lie in the data folder beside a workspace's
 * backups, so that they go with "delete this client's data"; another workspace's are found only after one's own.
 */
export interface MappingMemory {
  /** The newest mapping of this shape, of the kind where one is stated; `own` = used in this workspace. */
  find(
    shape: readonly string[],
    kind?: FileKind,
  ): { readonly entry: MappingEntry; readonly own: boolean } | null;
  remember(used: UsedMapping, fileName: string): void;
  list(): readonly MappingEntry[];
  /** Forgets a mapping wherever it is kept. */
  forget(key: string): void;
}

export function createMappingMemory(
  dataFolder: string,
  workspaceId: string,
  now: () => number,
): MappingMemory {
  const own = workspaceFolder(dataFolder, workspaceId);
  return {
    find(shape, kind) {
      const wanted = shapeOf(shape);
      const fits = ({ key, plan }: MappingEntry) =>
        key.startsWith(`${wanted}.`) && (kind === undefined || plan.kind === kind);
      const here = newest(readEntries(own).filter(fits));
      if (here !== null) return { entry: here, own: true };
      const elsewhere = otherFolders(own).flatMap((folder) => readEntries(folder).filter(fits));
      const found = newest(elsewhere);
      return found === null ? null : { entry: found, own: false };
    },
    remember({ names, plan }, fileName) {
      const key = `${shapeOf(names)}.${plan.kind}`;
      const entry = { key, at: now(), fileName: fileName.slice(0, 200), names: [...names], plan };
      writeEntries(own, [entry, ...readEntries(own).filter((known) => known.key !== key)]);
    },
    list: () => readEntries(own),
    forget(key) {
      for (const folder of [own, ...otherFolders(own)]) {
        const entries = readEntries(folder);
        const left = entries.filter((entry) => entry.key !== key);
        if (left.length < entries.length) writeEntries(folder, left);
      }
    },
  };
}

function shapeOf(names: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...names].sort()))
    .digest('hex')
    .slice(0, 32);
}

function newest(entries: readonly MappingEntry[]): MappingEntry | null {
  return entries.reduce<MappingEntry | null>(
    (best, entry) => (best === null || entry.at > best.at ? entry : best),
    null,
  );
}

function otherFolders(own: string): string[] {
  const root = dirname(own);
  try {
    return readdirSync(root)
      .map((name) => join(root, name))
      .filter((folder) => folder !== own);
  } catch (cause) {
    if (systemCode(cause) === null) throw cause;
    return [];
  }
}

function readEntries(folder: string): MappingEntry[] {
  try {
    const { items } = fileSchema.parse(JSON.parse(readFileSync(join(folder, 'mappings.json'), 'utf8')));
    return items.flatMap((item) => entrySchema.safeParse(item).data ?? []);
  } catch {
    // Missing, cut or edited by hand: a convenience, not data.
    return [];
  }
}

/** Best effort, as the memory is. */
function writeEntries(folder: string, entries: readonly MappingEntry[]): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const items = entries.slice(0, entriesKept);
    writeFileSafely(join(folder, 'mappings.json'), Buffer.from(JSON.stringify({ items })));
  } catch (cause) {
    if (systemCode(cause) === null) throw cause;
  }
}
