import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Database } from './database.ts';
import { applicationId, checkSchema, type SchemaState } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { numberCell, textCell } from './read-cell.ts';
import { loadSetting } from './settings-table.ts';

/** What an image says about itself once it has been opened and checked. */
export interface ImageFacts {
  readonly workspaceId: string;
  readonly name: string;
  readonly schema: SchemaState;
  readonly rowCounts: Readonly<Record<string, number>>;
}

const magic = 'SQLite format 3\0';
const headerBytes = 100;

/** Opens an image and checks it whole: header, pages, own id, known tables, a workspace id. `image` is not changed. */
export async function verifyImage(image: Uint8Array): Promise<Result<ImageFacts>> {
  const header = checkHeader(image);
  if (!header.ok) return header;
  let database: Database;
  try {
    database = await openDatabase(image);
  } catch {
    return fail('workspaceDamaged');
  }
  try {
    const schema = await checkSchema(database);
    if (!schema.ok) return schema;
    const workspaceId = loadSetting(database, 'workspaceId');
    if (workspaceId === null || !/^[0-9a-f-]{36}$/.test(workspaceId)) return fail('workspaceDamaged');
    const name = loadSetting(database, 'name') ?? '';
    return succeed({ workspaceId, name, schema: schema.value, rowCounts: countRows(database) });
  } catch {
    // SQLite throws where a page can't be read at all.
    return fail('workspaceDamaged');
  } finally {
    closeQuietly(database);
  }
}

/** Rows of every table of the workspace. */
export function countRows(database: Database): Record<string, number> {
  const tables = database
    .all(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .map((row) => textCell(row[0]));
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  return Object.fromEntries(
    tables.map((name) => [name, numberCell(database.first(`SELECT count(*) FROM ${quoted(name)}`)?.[0])]),
  );
}

/** The parts of the 100-byte header that tell another file from a cut one, before SQLite reads anything. */
function checkHeader(image: Uint8Array): Result<null> {
  if (image.length === 0) return fail('workspaceDamaged');
  const text = new TextDecoder('latin1').decode(image.subarray(0, magic.length));
  if (text !== magic.slice(0, text.length)) return fail('notAWorkspace');
  if (image.length < headerBytes) return fail('workspaceDamaged');
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  if (view.getUint32(68) !== applicationId) return fail('notAWorkspace');
  const pageSize = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  if (pageSize * view.getUint32(28) !== image.length) return fail('workspaceDamaged');
  return succeed(null);
}

function closeQuietly(database: Database): void {
  try {
    database.close();
  } catch {
    // A damaged image may refuse even that; its memory goes with the worker.
  }
}
