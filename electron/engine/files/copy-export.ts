import { readFile } from 'node:fs/promises';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import type { EngineContext } from '../context.ts';
import { writeFileSafely } from '../workspace/write-file-safely.ts';

/** Asks the host where to, and writes the export there whole or not at all. Not saved = the person cancelled. */
export async function copyExport(context: EngineContext, token: string): Promise<Result<{ saved: boolean }>> {
  const file = context.exports.find(token);
  if (!file.ok) return file;
  const target = await context.ports.pickSavePath(file.value.name);
  if (!target.ok) return target;
  if (target.value === null) return succeed({ saved: false });
  const written = writeFileSafely(target.value, await readFile(file.value.path));
  return written.ok ? succeed({ saved: true }) : written;
}
