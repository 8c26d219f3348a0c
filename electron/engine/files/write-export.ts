import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { EngineContext } from '../context.ts';

/** Writes a text for the person to fetch by its token; the file goes with the token. */
export async function writeExport(context: EngineContext, name: string, text: string) {
  const folder = join(context.options.dataFolder, 'exports');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}${extname(name)}`);
  await writeFile(path, text, { mode: 0o600 });
  const { token, sizeBytes } = await context.exports.add({ path, name, temporary: true });
  return { token, name, sizeBytes };
}
