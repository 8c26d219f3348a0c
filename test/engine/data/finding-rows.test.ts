import { describe, expect, it } from 'vitest';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { isoDay } from '../../helpers/saas-panel.ts';
import { csv, importsUnderTest, planOf, usagePlan } from '../imports-service/imports-under-test.ts';

const imports = importsUnderTest();
const ask = imports.running;
const outcomes = planOf('outcomes', [
  ['id', 'accountId'],
  ['on', 'outcomeOn'],
]);
type Kind = ChannelOutput<'data.audit'>['findings'][number]['kind'];
const rowsOf = (kind: Kind, subject: string, offset = 0, limit = 100) =>
  ask().get('data.findingRows', { kind, subject, offset, limit });

async function commitAs(name: string, text: string, plan: ReturnType<typeof planOf>): Promise<void> {
  const token = await imports.file(text, name);
  await ask().get('imports.commit', { token, plan, taskId: name });
}

describe('rows of a finding', () => {
  it('say which file each value came from, the newest that has it', async () => {
    await imports.newWorkspace();
    await commitAs(
      'one.csv',
      csv('id,date,logins', 'a,2024-01-01,1', 'a,2024-02-01,2', 'a,2024-02-02,3'),
      usagePlan(),
    );
    await commitAs('two.csv', csv('id,date,logins', 'a,2024-02-02,4'), usagePlan());
    await commitAs('ends.csv', csv('id,on', 'a,2024-01-15', 'a,2023-01-01'), outcomes);
    const used = await rowsOf('usageAfterChurn', 'logins');
    expect(used).toEqual({
      total: 2,
      rows: [
        ['2024-02-01', '2', 'one.csv'],
        ['2024-02-02', '4', 'two.csv'],
      ].map(([day, value, file]) => ({
        ...{ accountId: 'a', name: 'a', day: isoDay(day!), value, otherDay: isoDay('2024-01-15') },
        ...{ file: expect.stringMatching(`${file}$`), byHand: false, line: null, reason: '' },
      })),
    });
    expect((await rowsOf('usageAfterChurn', 'logins', 1, 1)).rows).toEqual(used.rows.slice(1));
    const outside = await rowsOf('churnOutsideLife', '');
    expect(outside.rows.map((row) => [row.day, row.file.endsWith('ends.csv')])).toEqual([
      [isoDay('2023-01-01'), true],
    ]);
  });

  it('say which file dated an outcome, and which was typed', async () => {
    await imports.newWorkspace();
    await commitAs('use.csv', csv('id,date,logins', 'a,2024-01-01,1'), usagePlan());
    await commitAs('ends.csv', csv('id,on', 'a,2023-01-01'), outcomes);
    const unsaid = { noticeDay: null, voluntary: null, amount: null, reason: '' };
    await ask().get('entries.saveOutcome', {
      ...{ accountId: 'a', replaces: null },
      outcome: { day: isoDay('2023-02-01'), kind: 'churn', ...unsaid },
    });
    const { rows } = await rowsOf('churnOutsideLife', '');
    expect(rows.map(({ day, file, byHand }) => [day, file.replace(/^.* /, ''), byHand])).toEqual([
      [isoDay('2023-01-01'), 'ends.csv', false],
      [isoDay('2023-02-01'), '', true],
    ]);
  });

  it('that were not kept say file, line, account and reason', async () => {
    await imports.newWorkspace();
    const text = csv(
      'id,date,logins',
      'a,2024-01-01,1',
      'b,2024-01-01,many',
      'a,2024-01-01,2',
      ',2024-01-02,1',
    );
    await commitAs('usage.csv', text, usagePlan());
    const { findings } = await ask().get('data.audit', {});
    expect(findings.filter(({ rows }) => rows > 0 && rows < 3).map(({ kind, rows }) => [kind, rows])).toEqual(
      expect.arrayContaining([
        ['duplicateRows', 1],
        ['rejectedRows', 2],
      ]),
    );
    const rejected = await rowsOf('rejectedRows', '');
    expect(
      rejected.rows.map(({ accountId, value, line, reason }) => [accountId, value, line, reason]),
    ).toEqual([
      ['b', 'logins: many', 3, 'numberInvalid'],
      ['', ',2024-01-02,1'.split(',').join(', '), 5, 'accountIdBlank'],
    ]);
    const repeated = await rowsOf('duplicateRows', '');
    expect(repeated.rows.map(({ accountId, line }) => [accountId, line])).toEqual([['a', 2]]);
  });

  it('go when their import is undone', async () => {
    await imports.newWorkspace();
    await imports.commit(csv('id,date,logins', 'a,2024-01-01,x', 'a,2024-01-02,1'), usagePlan());
    expect((await rowsOf('rejectedRows', '')).total).toBe(1);
    await ask().get('imports.setUndone', { number: 1, undone: true });
    expect(await rowsOf('rejectedRows', '')).toEqual({ total: 0, rows: [] });
    expect((await ask().get('data.audit', {})).findings).toEqual([]);
  });

  it('of a finding that is not there are none', async () => {
    await imports.newWorkspace();
    expect(await rowsOf('metricGap', 'nothing')).toEqual({ total: 0, rows: [] });
  });

  it('name an attribute once a scorecard reads it', async () => {
    await imports.newWorkspace();
    await ask().get('workspace.openSample', { language: 'en', taskId: 'sample' });
    const { findings } = await ask().get('data.audit', {});
    const before = findings.some(({ kind }) => kind === 'undatedAttribute');
    const design = await ask().get('design.get', {});
    const [card, measure] = [design.scorecards[0]!, design.measures[0]!];
    const attribute = (await imports.summary()).attributes.find(({ numeric }) => numeric)!.name;
    const id = 'size';
    const aggregation = { type: 'attribute', attribute } as const;
    const groups = card.groups.map((group, g) =>
      g === 0 ? { ...group, measures: [...group.measures, { ...group.measures[0]!, measureId: id }] } : group,
    );
    await ask().get('design.commit', {
      ...{ nameKey: 'step.test', parameters: {}, screen: 'scorecard' },
      changes: [
        { kind: 'measure', id, body: { ...measure, id, aggregation } },
        { kind: 'scorecard', id: card.id, body: { ...card, groups } },
      ],
    });
    const after = await ask().get('data.audit', {});
    expect(before).toBe(false);
    expect(after.findings).toContainEqual(
      expect.objectContaining({ kind: 'undatedAttribute', subject: attribute }),
    );
  });
});
