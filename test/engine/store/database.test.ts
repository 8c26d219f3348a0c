import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../electron/engine/store/database.ts';
import { openDatabase } from '../../../electron/engine/store/open-database.ts';

let database: Database;
beforeEach(async () => {
  database = await openDatabase();
  database.script(
    'CREATE TABLE item (id INTEGER PRIMARY KEY NOT NULL, name TEXT, size REAL, bytes BLOB) STRICT',
  );
});
afterEach(() => database.close());

const count = () => database.first('SELECT count(*) FROM item')?.[0];

describe('Database', () => {
  it.each([1, 2999, 3000, 3001, 7000])('inserts %i rows with multi-row VALUES', (rows) => {
    const inserted = database.insertMany(
      'item',
      ['id', 'name'],
      Array.from({ length: rows }, (_, i) => [i, `n${i}`]),
    );
    expect(inserted).toBe(rows);
    expect(count()).toBe(rows);
    expect(database.first('SELECT sum(id) FROM item')?.[0]).toBe((rows * (rows - 1)) / 2);
  });

  it('stays under the variable limit with many columns', () => {
    const names = Array.from({ length: 40 }, (_, i) => `c${i}`);
    database.script(`CREATE TABLE wide (${names.map((name) => `${name} INTEGER`).join(', ')}) STRICT`);
    database.insertMany(
      'wide',
      names,
      Array.from({ length: 3000 }, (_, i) => names.map(() => i)),
    );
    expect(database.first('SELECT count(*) FROM wide')?.[0]).toBe(3000);
  });

  it('refuses a row of another width', () => {
    expect(() => database.insertMany('item', ['id', 'name'], [[1]])).toThrow('row of 1 cells');
  });

  it('takes everything back when a transaction throws', () => {
    expect(() =>
      database.transaction(() => {
        database.run('INSERT INTO item (id) VALUES (1)');
        database.transaction(() => database.run('INSERT INTO item (id) VALUES (2)'));
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(count()).toBe(0);
    database.transaction(() => database.run('INSERT INTO item (id) VALUES (3)'));
    expect(count()).toBe(1);
  });

  it('keeps rows, statements and pragmas across room made for more, and exports no byte too many', async () => {
    const insert = 'INSERT INTO item (id, bytes) VALUES (?, ?)';
    database.run(insert, [1, new Uint8Array(5000).fill(7)]);
    const before = database.exportImage();
    database.reserve(20_000_000);
    expect(database.exportImage()).toEqual(before);
    expect(database.sizeBytes()).toBe(before.length);
    const added = () => {
      for (let id = 2; id < 20; id++) database.run(insert, [id, new Uint8Array(1_000_000).fill(id)]);
    };
    const failing = () =>
      database.transaction(() => {
        added();
        throw new Error('stop');
      });
    expect(failing).toThrow('stop');
    database.transaction(added);
    expect(() => database.run('PRAGMA foreign_keys')).not.toThrow();
    expect(database.first('PRAGMA foreign_keys')?.[0]).toBe(1);
    const image = database.exportImage();
    expect(image.length).toBe(database.sizeBytes());
    const again = await openDatabase(image);
    expect(again.first('PRAGMA quick_check')?.[0]).toBe('ok');
    expect(again.all('SELECT id, length(bytes), hex(substr(bytes, 1, 1)) FROM item')).toEqual(
      database.all('SELECT id, length(bytes), hex(substr(bytes, 1, 1)) FROM item'),
    );
    expect(again.first('SELECT count(*) FROM item')?.[0]).toBe(19);
    again.close();
    database.run('DELETE FROM item WHERE id > 1');
    database.script('VACUUM');
    expect(database.exportImage().length).toBe(database.sizeBytes());
  });

  it('makes no room where there is little to add, none inside a transaction', () => {
    database.transaction(() => database.reserve(20_000_000));
    database.reserve(1000);
    expect(database.exportImage().length).toBe(database.sizeBytes());
  });

  it('keeps its statements and pragmas across an export', () => {
    const insert = 'INSERT INTO item (id) VALUES (?)';
    database.run(insert, [1]);
    expect(database.exportImage().length).toBeGreaterThan(4096);
    expect(database.run(insert, [2])).toBe(1);
    const pragma = (name: string) => database.first(`PRAGMA ${name}`)?.[0];
    expect([pragma('foreign_keys'), pragma('trusted_schema'), pragma('cell_size_check')]).toEqual([1, 0, 1]);
  });

  it('says the size that its image will have', () => {
    database.insertMany('item', ['id', 'bytes'], [[1, new Uint8Array(100_000)]]);
    expect(database.exportImage().length).toBe(database.sizeBytes());
  });

  it('stores a missing number as NULL and text as it came', () => {
    database.insertMany('item', ['id', 'name', 'size'], [[1, '007', Number.NaN]]);
    expect(database.all('SELECT name, size FROM item')).toEqual([['007', null]]);
  });

  it('refuses text in a number column', () => {
    expect(() => database.run("INSERT INTO item (size) VALUES ('x')")).toThrow();
  });
});
