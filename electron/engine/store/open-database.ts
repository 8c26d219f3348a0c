import { endianness } from 'node:os';
import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { type Database, wrapDatabase } from './database.ts';

/**
 * Opens an image (or an empty database) in memory. `image` belongs to the database afterwards.
 * sql.js passes the folder of its own code: `node_modules/sql.js/dist` from source, `dist/workers` when
 * bundled, where the build copies the wasm beside the worker.
 */
export async function openDatabase(image?: Uint8Array): Promise<Database> {
  if (endianness() !== 'LE') throw new Error('column chunks are little-endian; this machine is not');
  const sql = await initSqlJs({ locateFile: (name: string, folder: string) => join(folder, name) });
  return wrapDatabase((bytes) => new sql.Database(bytes), image ?? null);
}
