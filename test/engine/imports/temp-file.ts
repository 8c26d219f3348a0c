import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of this test file, removed after it; returns a writer that gives the path of a new file. */
export function tempFiles(): (content: string | Uint8Array) => string {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-imports-'));
  let count = 0;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (content) => {
    const path = join(folder, `${++count}.csv`);
    writeFileSync(path, content);
    return path;
  };
}
