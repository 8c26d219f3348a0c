import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../electron/engine/store/database.ts';
import { designKinds, loadItem } from '../../../electron/engine/store/design-table.ts';
import { createDatabase } from '../../../electron/engine/store/migrate.ts';
import { openDatabase } from '../../../electron/engine/store/open-database.ts';
import {
  commitDesignStep,
  type DesignChange,
  designPosition,
  listDesignSteps,
  redoDesign,
  undoDesign,
} from '../../../electron/engine/workspace/design-history.ts';
import { codeOf, expectValue } from './workspace-place.ts';

let database: Database;
beforeEach(async () => {
  database = await createDatabase();
});
afterEach(() => database.close());

const commit = (...changes: DesignChange[]) =>
  commitDesignStep(database, {
    nameKey: 'weightChanged',
    parameters: { measure: 'ログイン', weight: 60 },
    screen: 'scorecard',
    changes,
    at: '2024-01-31T10:42:00.000Z',
  });
const segment = (id: string, body: unknown): DesignChange => ({ kind: 'segment', id, body });
const documentNow = () =>
  database
    .all('SELECT kind, id, position, body FROM design_item ORDER BY kind, id')
    .map(([kind, id, position, body]) => [kind, id, position, JSON.parse(String(body))]);

describe('design history', () => {
  it('has nothing to undo or redo at first', () => {
    expect([codeOf(undoDesign(database)), codeOf(redoDesign(database))]).toEqual([
      'nothingToUndo',
      'nothingToRedo',
    ]);
    expect(designPosition(database)).toEqual({ undo: null, redo: null, revision: 0 });
  });

  it('takes a step back and forth and says which, and on which screen', () => {
    commit(segment('s', { name: 'one' }));
    commit(segment('s', { name: 'two' }));
    expect(expectValue(undoDesign(database))).toMatchObject({
      number: 2,
      nameKey: 'weightChanged',
      screen: 'scorecard',
    });
    expect(loadItem(database, 'segment', 's')?.body).toEqual({ name: 'one' });
    expect(designPosition(database)).toMatchObject({ undo: { number: 1 }, redo: { number: 2 }, revision: 3 });
    expect(expectValue(redoDesign(database)).parameters).toEqual({ measure: 'ログイン', weight: 60 });
    expect(loadItem(database, 'segment', 's')?.body).toEqual({ name: 'two' });
  });

  it('says which scorecard a step changes, where it is one', () => {
    const card = (id: string): DesignChange => ({ kind: 'scorecard', id, body: { name: id } });
    expect(commit(segment('s', 1), card('a'))).toMatchObject({ scorecardId: 'a' });
    expect(commit(card('b'), card('c'))).toMatchObject({ scorecardId: null });
    expect(expectValue(undoDesign(database)).scorecardId).toBeNull();
    expect(designPosition(database)).toMatchObject({
      undo: { scorecardId: 'a' },
      redo: { scorecardId: null },
    });
  });

  it('drops the redo tail at a new step', () => {
    for (const name of ['one', 'two', 'three']) commit(segment('s', { name }));
    undoDesign(database);
    undoDesign(database);
    commit(segment('s', { name: 'other' }));
    expect(codeOf(redoDesign(database))).toBe('nothingToRedo');
    expect(listDesignSteps(database)).toMatchObject({ pointer: 2, steps: [{ number: 1 }, { number: 2 }] });
  });

  it('writes no step when nothing differs', () => {
    commit(segment('s', { name: 'one' }));
    expect(commit(segment('s', { name: 'one' }), segment('none', null))).toBeNull();
    expect(listDesignSteps(database).steps.length).toBe(1);
  });

  it('keeps the place of an item and puts a new one last', () => {
    commit(segment('a', 1), segment('b', 1));
    commit(segment('a', 2));
    commit({ kind: 'segment', id: 'c', position: 0, body: 1 });
    expect(documentNow().map((row) => [row[1], row[2]])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ]);
  });

  it('survives reopening', async () => {
    commit(segment('s', { name: 'one' }));
    commit(segment('s', { name: 'two' }));
    undoDesign(database);
    const image = database.exportImage();
    database.close();
    database = await openDatabase(image);
    expect(codeOf(redoDesign(database))).toBe('ok');
    expect(loadItem(database, 'segment', 's')?.body).toEqual({ name: 'two' });
  });

  it('keeps a thousand steps', () => {
    for (let i = 0; i < 1010; i += 1) commit(segment('s', { i }));
    expect(listDesignSteps(database).steps.length).toBe(1000);
    let undone = 0;
    while (undoDesign(database).ok) undone += 1;
    expect(undone).toBe(1000);
    expect(loadItem(database, 'segment', 's')?.body).toEqual({ i: 9 });
    expect(codeOf(redoDesign(database))).toBe('ok');
  });

  it('goes back to the start and forth to the same documents after any commits, undos and redos', () => {
    const change = fc.record({
      kind: fc.constantFrom(...designKinds),
      id: fc.constantFrom('a', 'b'),
      body: fc.option(fc.jsonValue({ maxDepth: 3 }), { nil: null }),
    });
    const action = fc.oneof(
      { weight: 4, arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        database.script('DELETE FROM design_item; DELETE FROM design_step; DELETE FROM setting;');
        for (const next of actions) {
          if (next === 'undo') undoDesign(database);
          else if (next === 'redo') redoDesign(database);
          else commit(...next);
        }
        const states = [JSON.stringify(documentNow())];
        while (undoDesign(database).ok) states.push(JSON.stringify(documentNow()));
        expect(documentNow()).toEqual([]);
        const back = [JSON.stringify(documentNow())];
        for (let i = 1; i < states.length && redoDesign(database).ok; i += 1)
          back.push(JSON.stringify(documentNow()));
        expect(back.map(sortKeys)).toEqual(states.reverse().map(sortKeys));
      }),
    );
  });
});

/** Documents are equal whatever the order of their keys. */
function sortKeys(text: string): unknown {
  return JSON.parse(text);
}
