import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { extractEntry, listZip } from '../../../electron/engine/exports/read-zip.ts';
import { createZip } from '../../../electron/engine/exports/zip-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'myaku-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const newPath = (extension: string) => join(folder, `${++count}.${extension}`);
const files = [
  ['顧客.csv', Buffer.from('id\r\n=1+1\r\n')],
  ['empty.csv', Buffer.alloc(0)],
  ['long.csv', Buffer.alloc(300_000, 'abc')],
] as const;

async function written(): Promise<string> {
  const path = newPath('zip');
  const zip = await createZip(path);
  for (const [name, bytes] of files) {
    await zip.begin(name);
    for (let at = 0; at < bytes.length; at += 70_000) await zip.write(bytes.subarray(at, at + 70_000));
  }
  await zip.finish();
  return path;
}

async function contentOf(path: string, index: number, limitBytes = 1_000_000) {
  const listed = await listZip(path);
  if (!listed.ok) return listed;
  const target = newPath('out');
  const done = await extractEntry(path, listed.value[index]!, { path: target, limitBytes });
  return done.ok ? readFileSync(target) : done;
}

describe('a written zip', () => {
  it('is read back byte for byte', async () => {
    const path = await written();
    const listed = await listZip(path);
    expect(listed.ok && listed.value.map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual(
      files.map(([name, bytes]) => [name, bytes.length]),
    );
    for (const [i, [, bytes]] of files.entries()) expect(await contentOf(path, i)).toEqual(bytes);
  });

  it('holds what another program reads from it', async () => {
    const path = await written();
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print([[i.filename, i.file_size] for i in z.infolist()])';
    const python = (() => {
      try {
        return execFileSync('python3', ['-c', script, path], { encoding: 'utf8' });
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw cause;
      }
    })();
    if (python === null) return expect(await contentOf(path, 0)).toEqual(files[0][1]);
    expect(python.trim()).toBe("[['顧客.csv', 10], ['empty.csv', 0], ['long.csv', 300000]]");
  });

  it('is the same bytes for the same files', async () => {
    expect(readFileSync(await written())).toEqual(readFileSync(await written()));
  });
});

describe('a zip of another program', () => {
  it('is read where it is compressed', async () => {
    const path = await written();
    const packed = deflateRawSync(files[2][1]);
    const name = Buffer.from('x.csv');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(300_000, 24);
    central.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(46 + name.length, 12);
    end.writeUInt32LE(30 + name.length + packed.length, 16);
    writeFileSync(path, Buffer.concat([local, name, packed, central, name, end]));
    expect(await contentOf(path, 0)).toEqual(files[2][1]);
    expect(await contentOf(path, 0, 1000)).toMatchObject({ ok: false, error: { code: 'fileTooLarge' } });
  });

  it.each([
    ['text', Buffer.from('id,date\n1,2\n')],
    ['nothing', Buffer.alloc(0)],
    [
      'an end that points outside',
      Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18, 0x7f)]),
    ],
  ])('that is %s is refused', async (_name, bytes) => {
    const path = newPath('zip');
    writeFileSync(path, bytes);
    expect(await listZip(path)).toMatchObject({ ok: false, error: { code: 'fileNotText' } });
  });
});
