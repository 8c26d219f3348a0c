import { describe, expect, it } from 'vitest';
import { tempFiles } from '../imports/temp-file.ts';
import { hostileFiles } from './hostile-files.ts';
import { readFile } from './read-file.ts';

const write = tempFiles();
const files = hostileFiles(20_240_401);

describe('hostile files', () => {
  it('are more than three hundred', () => {
    expect(files.length).toBe(336);
    expect(new Set(files.map(({ name }) => name)).size).toBe(336);
  });

  it.each(files)('reads or reports every row: $name', { timeout: 10_000 }, async (file) => {
    const path = write(file.bytes);
    const guessed = await readFile(path);
    if (guessed.refused !== null) throw new Error(guessed.refused);
    const { encodingConfident, encoding } = guessed.preview;
    // A guess may be wrong only where the person is asked.
    if (encodingConfident) expect(encoding).toBe(file.encoding);
    const reading = encoding === file.encoding ? guessed : await readFile(path, { encoding: file.encoding });
    if (reading.refused !== null) throw new Error(reading.refused);
    expect(reading.preview.delimiter).toBe(file.delimiter);
    expect(reading.preview.columns.map(({ name }) => name)).toEqual(file.header);
    expect(reading.table.rows).toEqual(file.kept);
    expect(reading.table.faults.length).toBe(file.reported);
    expect(new Set(reading.table.faults.map(({ line }) => line)).size).toBe(file.reported);
  });
});
