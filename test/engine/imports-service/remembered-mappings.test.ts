import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workspaceFolder } from '../../../electron/engine/workspace/last-saved.ts';
import { csv, importsUnderTest, usagePlan } from './imports-under-test.ts';

const imports = importsUnderTest();
const rows = (mark: string) => csv('key,when,n', `a,01/02/2024,${mark}`, `b,03/04/2024,${mark}`);

const preview = async (content: string, name?: string) => {
  const token = await imports.file(content, name);
  return { token, ...(await imports.running().get('imports.preview', { token, options: {} })) };
};

/** Imports a file as a person would who renames the metric and reads its dates month first. */
async function importOnce(content: string, lagDays = 3) {
  const { token, suggestion } = await preview(content);
  const columns = suggestion.columns.map((column) => {
    if (column.role === 'metricValue') return { ...column, name: 'logins' };
    return column.role === 'date' ? { ...column, dateFormat: 'mdy' as const } : column;
  });
  const plan = { ...suggestion, columns, lagDays };
  return imports.running().get('imports.commit', { token, plan, taskId: 'once' });
}

describe('the mapping of a file shape', () => {
  it('is proposed again, with the dates read as chosen and said so', async () => {
    await imports.newWorkspace();
    const { token, ...first } = await preview(rows('1'));
    expect([first.remembered, first.sameFile]).toEqual([null, null]);
    await imports.running().get('files.forget', { token });
    await importOnce(rows('1'));
    const again = await preview(csv('n,key,when', '5,a,05/06/2024', '6,b,07/08/2024'));
    expect(again.remembered).toMatchObject({
      fileName: expect.stringMatching(/file\.csv$/),
      chosenDates: [2],
    });
    expect(again.suggestion).toMatchObject({ kind: 'metricsWide', lagDays: 3, completeUntil: null });
    expect(again.suggestion.columns.map(({ name, role }) => [name, role])).toEqual([
      ['logins', 'metricValue'],
      ['key', 'accountId'],
      ['when', 'date'],
    ]);
    expect(again.suggestion.columns[2]).toMatchObject({ dateFormat: 'mdy' });
  });

  it('gives way where the dates are written another way now', async () => {
    await imports.newWorkspace();
    await importOnce(rows('1'));
    const again = await preview(csv('key,when,n', 'a,2024-02-01,5', 'b,2024-02-02,6'));
    expect(again.suggestion.columns[1]).toMatchObject({ role: 'date', dateFormat: 'iso' });
    expect(again.remembered?.chosenDates).toEqual([]);
  });

  it('is found from another workspace, without the name of its file', async () => {
    await imports.newWorkspace();
    await importOnce(rows('1'), 7);
    await imports.newWorkspace();
    const again = await preview(rows('2'));
    expect([again.suggestion.lagDays, again.remembered?.fileName]).toEqual([7, null]);
    await imports.running().get('imports.forgetMapping', { key: again.remembered!.key });
    expect((await preview(rows('2'))).remembered).toBeNull();
  });

  it('lies with what the machine keeps of one workspace, and goes with it', async () => {
    await imports.newWorkspace();
    await importOnce(rows('1'));
    expect((await imports.running().get('imports.mappings', {})).items).toMatchObject([
      { kind: 'metricsWide', columns: ['key', 'when', 'n'] },
    ]);
    const state = await imports.running().get('workspace.state', {});
    const folder = workspaceFolder(join(imports.running().folder, 'data'), state.open!.id);
    expect(existsSync(join(folder, 'mappings.json'))).toBe(true);
    rmSync(folder, { recursive: true });
    expect((await preview(rows('2'))).remembered).toBeNull();
  });
});

describe('the very same file', () => {
  it('comes with the plan and the corrections of its import, and changes nothing', async () => {
    await imports.newWorkspace();
    const content = csv('id,date,logins', 'a,2024-01-01,1', 'b,never,2', 'c,2024-01-03,3');
    const { token, suggestion } = await preview(content);
    const fixes = [
      { line: 3, cells: ['b', '2024-01-02', '2'], column: 'date', reason: 'dateInvalid', value: 'never' },
    ];
    const done = await imports
      .running()
      .get('imports.commit', { token, plan: { ...suggestion, fixes }, taskId: 'first' });
    const again = await preview(content);
    expect(again.sameFile).toMatchObject({ number: done.batch!.number, isLive: true });
    expect(again.suggestion).toMatchObject({ fixes, replaces: done.batch!.number });
    const second = await imports
      .running()
      .get('imports.commit', { token: again.token, plan: again.suggestion, taskId: 'second' });
    expect([second.batch, second.check.rowsUnchanged]).toEqual([null, 3]);
  });
});

describe('exported problem rows', () => {
  it('are mapped like the file they come from once they are mended, and complete it', async () => {
    await imports.newWorkspace();
    const content = csv('id,date,logins', 'a,2024-01-01,1', 'b,2024-13-01,-2', 'c,2024-01-03');
    const { batch } = await imports.commit(content, usagePlan({ lagDays: 2 }));
    const exported = await imports.running().get('imports.exportRejected', { number: batch!.number });
    const found = await imports.running().engine.findExport(exported.token);
    if (!found.ok) throw new Error(found.error.code);
    const mended = readFileSync(found.value.path, 'utf8')
      .replace('b,2024-13-01,-2', 'b,2024-12-01,-2')
      .replace(/c,2024-01-03\r\n/, 'c,2024-01-03,7\r\n');
    const again = await preview(mended, 'mended.csv');
    expect(again.suggestion).toMatchObject({ kind: 'metricsWide', lagDays: 2 });
    const done = await imports
      .running()
      .get('imports.commit', { token: again.token, plan: again.suggestion, taskId: 'second' });
    expect(done.check).toMatchObject({ rowsRead: 2, rowsKept: 2, rowsRejected: 0 });
    expect((await imports.dataset()).accountIds).toEqual(['a', 'b', 'c']);
  });
});
