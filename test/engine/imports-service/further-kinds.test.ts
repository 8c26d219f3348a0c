import { describe, expect, it } from 'vitest';
import { contractRoles } from '../../../shared/schemas/record-kinds.ts';
import { isoDay } from '../../helpers/saas-panel.ts';
import { csv, importsUnderTest, observationsOf, planOf } from './imports-under-test.ts';

const imports = importsUnderTest();
const undo = (number: number) => imports.running().get('imports.setUndone', { number, undone: true });

const events = csv(
  'account,at,user,act,times',
  'A,2024-04-01,u1,login,',
  'A,2024-04-01,u1,login,2',
  'A,2024-04-01,u2,export,1',
  'B,2024-04-01,u1,login,1',
  'A,2024-04-03,,login,1',
  'A,2024-04-02,u1,,1',
  'A,2024-04-02,u1,login,-1',
);
const eventsPlan = planOf(
  'events',
  [
    ['account', 'accountId'],
    ['at', 'date'],
    ['user', 'userId'],
    ['act', 'eventName'],
    ['times', 'quantity'],
  ],
  { source: 'app', lagDays: 2 },
);

describe('events', () => {
  it('report names that are too long instead of cutting two to one', async () => {
    await imports.newWorkspace();
    const plan = planOf(
      'events',
      [
        ['id', 'accountId'],
        ['on', 'date'],
        ['act', 'eventName'],
      ],
      { source: 'app' },
    );
    const long = 'x'.repeat(120);
    const { check } = await imports.commit(
      csv('id,on,act', `A,2024-04-01,${long}`, `A,2024-04-01,${long}y`),
      plan,
    );
    expect(check).toMatchObject({
      rowsKept: 1,
      problems: [{ line: 3, column: 'act', reason: 'nameTooLong' }],
    });
  });

  it('roll up to daily counts, users and events, known after the lag', async () => {
    await imports.newWorkspace();
    const { batch, check } = await imports.commit(events, eventsPlan);
    expect(check).toMatchObject({ rowsRead: 7, rowsKept: 5, rowsRejected: 2, rowsUnchanged: 0 });
    expect(check.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [7, 'eventNameBlank'],
      [8, 'quantityNegative'],
    ]);
    const dataset = await imports.dataset();
    const [day1, day3] = [isoDay('2024-04-01'), isoDay('2024-04-03')];
    expect([...dataset.metrics.keys()]).toEqual(['app', 'app: login', 'app: export', 'app (users)']);
    expect(observationsOf(dataset, 'app')).toEqual([
      ['A', day1, 4, day1 + 2],
      ['A', day3, 1, day3 + 2],
      ['B', day1, 1, day1 + 2],
    ]);
    expect(observationsOf(dataset, 'app: login')).toEqual([
      ['A', day1, 3, day1 + 2],
      ['A', day3, 1, day3 + 2],
      ['B', day1, 1, day1 + 2],
    ]);
    expect(observationsOf(dataset, 'app (users)')).toEqual([
      ['A', day1, 2, day1 + 2],
      ['B', day1, 1, day1 + 2],
    ]);
    const summary = await imports.summary();
    expect(summary.mainUsage).toBe('app');
    expect(summary.eventSources).toEqual([
      { name: 'app', rows: 4, users: 2, firstDay: day1, lastDay: day3, events: ['login', 'export'] },
    ]);
    expect(await imports.commit(events, eventsPlan)).toMatchObject({
      batch: null,
      check: { rowsKept: 5, rowsUnchanged: 5 },
    });
    await undo(batch!.number);
    expect((await imports.dataset()).events.size).toBe(0);
    expect((await imports.summary()).accounts).toBe(0);
  });

  it('of a later file replace whole days of an account and leave the others', async () => {
    await imports.newWorkspace();
    await imports.commit(events, eventsPlan);
    const later = csv('account,at,user,act,times', 'A,2024-04-01,u9,share,1', 'A,2024-04-04,u1,login,1');
    const { batch, check } = await imports.commit(later, eventsPlan);
    expect(check).toMatchObject({ rowsKept: 2, rowsReplaced: 1 });
    const counts = async () =>
      observationsOf(await imports.dataset(), 'app').map(([id, day, value]) => [id, day, value]);
    const [day1, day3, day4] = ['2024-04-01', '2024-04-03', '2024-04-04'].map(isoDay);
    expect(await counts()).toEqual([
      ['A', day1, 1],
      ['A', day3, 1],
      ['A', day4, 1],
      ['B', day1, 1],
    ]);
    await undo(batch!.number);
    expect(await counts()).toEqual([
      ['A', day1, 4],
      ['A', day3, 1],
      ['B', day1, 1],
    ]);
  });

  it('without a column of events are one event named like the source', async () => {
    await imports.newWorkspace();
    const plan = planOf(
      'events',
      [
        ['account', 'accountId'],
        ['at', 'date'],
      ],
      { source: 'log-ins' },
    );
    await imports.commit(csv('account,at', 'A,2024-04-01', 'A,2024-04-01'), plan);
    const dataset = await imports.dataset();
    expect([...dataset.metrics.keys()]).toEqual(['log-ins']);
    expect(observationsOf(dataset, 'log-ins')[0]?.[2]).toBe(2);
  });

  it('with hundreds of different names are refused as texts', async () => {
    await imports.newWorkspace();
    const rows = Array.from({ length: 501 }, (_, i) => `A,2024-04-01,u,page ${i},1`);
    const token = await imports.file(csv('account,at,user,act,times', ...rows));
    expect(await imports.running().ask('imports.commit', { token, plan: eventsPlan, taskId: 't' })).toEqual({
      ok: false,
      error: { code: 'tooManyEvents', detail: { count: 501, limit: 500 } },
    });
  });
});

describe('surveys, hearing notes and interventions', () => {
  it('are records of a kind under fixed column names, known when the file says', async () => {
    await imports.newWorkspace();
    const surveys = planOf(
      'surveys',
      [
        ['id', 'accountId'],
        ['回答日', 'date'],
        ['推奨度', 'score'],
        ['氏名', 'respondent'],
        ['ひとこと', 'text'],
        ['製品', 'recordColumn'],
      ],
      { source: 'surveys' },
    );
    const answers = csv(
      'id,回答日,推奨度,氏名,ひとこと,製品',
      'A,2024-04-01,９,山田,便利,X',
      'A,2024-04-01,,,書きかけ,',
      'B,2024-04-02,11,,,',
      'B,2024-04-02,x,,,',
    );
    const { batch, check } = await imports.commit(answers, surveys);
    expect(check.problems.map(({ reason }) => reason)).toEqual(['scoreOutOfRange', 'numberInvalid']);
    const notes = planOf(
      'hearingNotes',
      [
        ['id', 'accountId'],
        ['日付', 'date'],
        ['相手', 'stakeholder'],
        ['話題', 'topic'],
        ['評価', 'rating'],
        ['内容', 'text'],
        ['記録日', 'knownOn'],
      ],
      { source: 'hearingNotes' },
    );
    await imports.commit(
      csv(
        'id,日付,相手,話題,評価,内容,記録日',
        'A,2024-04-05,部長,予算,2,減る,2024-04-20',
        'A,2024-04-06,部長,予算,6,減る,',
        'A,2024-04-07,担当,課題,,探し中,2024-04-01',
      ),
      notes,
    );
    const dataset = await imports.dataset();
    const survey = dataset.records.get('surveys')!;
    expect(survey.kind).toBe('survey');
    expect(Object.fromEntries(survey.columns)).toEqual({
      score: ['9', ''],
      respondent: ['山田', ''],
      text: ['便利', '書きかけ'],
      製品: ['X', ''],
    });
    const hearing = dataset.records.get('hearingNotes')!;
    expect(hearing.kind).toBe('hearingNote');
    expect([...hearing.day]).toEqual([isoDay('2024-04-05'), isoDay('2024-04-07')]);
    expect([...hearing.knownOn]).toEqual([isoDay('2024-04-20'), isoDay('2024-04-07')]);
    expect(hearing.columns.get('rating')).toEqual(['2', '']);
    expect(await imports.commit(answers, surveys)).toMatchObject({ batch: null });
    await undo(batch!.number);
    expect([...(await imports.dataset()).records.keys()]).toEqual(['hearingNotes']);
  });

  it('keep an entry by hand when the file it stands beside comes again', async () => {
    await imports.newWorkspace();
    const plan = planOf(
      'interventions',
      [
        ['id', 'accountId'],
        ['on', 'date'],
        ['kind', 'contactKind'],
      ],
      { source: 'interventions' },
    );
    await imports.commit(csv('id,on,kind', 'A,2024-04-01,mail'), plan);
    const contact = {
      day: isoDay('2024-04-01'),
      knownOn: null,
      contactKind: 'call',
      contactBy: '',
      text: '',
    };
    await imports.running().get('entries.saveContact', { accountId: 'A', entry: null, contact });
    await imports.commit(csv('id,on,kind', 'A,2024-04-01,visit'), plan);
    const { columns, kind } = (await imports.dataset()).records.get('interventions')!;
    expect([kind, columns.get('contactKind')]).toEqual(['intervention', ['call', 'visit']]);
  });
});

describe('a snapshot with a churn flag', () => {
  const plan = planOf('snapshot', [
    ['id', 'accountId'],
    ['seats', 'attribute'],
    ['churned', 'churnFlag'],
  ]);
  const file = csv('id,seats,churned', 'A,10,Yes', 'B,20,No', 'C,30,', 'D,40,解約', 'E,5,perhaps');

  it('gives attributes and a flag, and no date at all', async () => {
    await imports.newWorkspace();
    const { batch, check } = await imports.commit(file, plan);
    expect(check).toMatchObject({ rowsKept: 4, rowsRejected: 1, firstDay: null });
    const dataset = await imports.dataset();
    expect([...dataset.snapshotFlag!]).toEqual([1, 0, -1, 1]);
    expect([...dataset.attributes]).toEqual([['seats', ['10', '20', '30', '40']]]);
    expect(dataset.lives.account).toHaveLength(0);
    expect((await imports.summary()).snapshot).toEqual({ accounts: 3, churned: 2 });
    expect(await imports.commit(file, plan)).toMatchObject({ batch: null });
    await undo(batch!.number);
    expect((await imports.dataset()).snapshotFlag).toBeNull();
  });
});

describe('an accounts file with a history', () => {
  const plan = planOf('accounts', [
    ['id', 'accountId'],
    ['start', 'startOn'],
    ['from', 'validFrom'],
    ['plan', 'attribute'],
    ['renews', 'renewalOn', { dateFormat: 'slashYmd' }],
    ['term', 'termMonths'],
    ['fee', 'contractAmount'],
    ['seats', 'seats'],
  ]);
  const file = csv(
    'id,start,from,plan,renews,term,fee,seats',
    'A,2023-01-10,2023-01-10,free,2024/1/10,年間,"¥1,200",１０',
    'A,2023-01-10,2023-06-01,pro,2024/1/10,12,"¥2,400",20',
    'B,2023-02-01,,free,,月次,,',
    'C,2023-02-01,,free,,weekly,,',
  );

  it('keeps dated values beside undated ones, and facts of the contract as plain texts', async () => {
    await imports.newWorkspace();
    const { batch, check } = await imports.commit(file, plan);
    expect(check.problems.map(({ column, reason }) => [column, reason])).toEqual([['term', 'termInvalid']]);
    const dataset = await imports.dataset();
    expect(dataset.lives.startDay).toEqual(Int32Array.of(isoDay('2023-01-10'), isoDay('2023-02-01')));
    expect(dataset.attributes.get('plan')).toEqual(['pro', 'free']);
    const history = dataset.attributeHistory.get('plan')!;
    expect([...history.fromDay]).toEqual([isoDay('2023-01-10'), isoDay('2023-06-01')]);
    expect([history.value, history.undated]).toEqual([
      ['free', 'pro'],
      [undefined, 'free'],
    ]);
    expect(contractRoles.map((role) => dataset.contract.get(role))).toEqual([
      'renews',
      'term',
      'fee',
      'seats',
    ]);
    const newest = ['renews', 'term', 'fee', 'seats'].map((name) => dataset.attributes.get(name)?.[0]);
    expect(newest).toEqual(['2024-01-10', '12', '2400', '20']);
    expect(dataset.attributes.get('term')?.[1]).toBe('月次');
    expect(await imports.commit(file, plan)).toMatchObject({ batch: null });
    await undo(batch!.number);
    expect((await imports.dataset()).attributeHistory.size).toBe(0);
  });
});

describe('outcomes', () => {
  it('of several kinds stand beside each other, and a reactivation starts a new life', async () => {
    await imports.newWorkspace();
    const accounts = planOf('accounts', [
      ['id', 'accountId'],
      ['start', 'startOn'],
    ]);
    await imports.commit(csv('id,start', 'A,2022-01-01', 'B,2022-01-01'), accounts);
    const plan = planOf('outcomes', [
      ['id', 'accountId'],
      ['on', 'outcomeOn'],
      ['kind', 'outcomeKind'],
      ['notice', 'noticeOn'],
      ['own', 'voluntary'],
      ['amount', 'amount'],
    ]);
    const file = csv(
      'id,on,kind,notice,own,amount',
      'A,2022-06-01,拡大,,,300',
      'A,2022-12-31,解約,2022-11-15,自発,',
      'A,2023-04-01,再契約,,,',
      'A,2023-10-01,減額,,,-50',
      'A,2023-12-31,churn,,involuntary,',
      'B,2022-12-31,更新,,,',
      'B,2023-02-01,reactivation,,,',
    );
    const { batch } = await imports.commit(file, plan);
    const { lives, outcomes } = await imports.dataset();
    const dates = (days: Int32Array) => [...days].map((day) => (day > 1e6 ? null : day));
    expect(dates(lives.startDay)).toEqual(['2022-01-01', '2023-04-01', '2022-01-01'].map(isoDay));
    expect(dates(lives.endDay)).toEqual([isoDay('2022-12-31'), isoDay('2023-12-31'), null]);
    expect(dates(lives.noticeDay)).toEqual([isoDay('2022-11-15'), null, null]);
    expect([...outcomes!.kind]).toEqual([2, 0, 4, 1, 0, 3, 4]);
    expect([...outcomes!.voluntary]).toEqual([-1, 1, -1, -1, 0, -1, -1]);
    expect([...outcomes!.amount].slice(0, 4)).toEqual([300, Number.NaN, Number.NaN, -50]);
    expect(await imports.commit(file, plan)).toMatchObject({ batch: null });
    await undo(batch!.number);
    expect((await imports.dataset()).lives.startDay).toHaveLength(2);
  });
});
