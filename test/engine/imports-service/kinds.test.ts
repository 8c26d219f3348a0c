import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import { type Dataset, NO_DAY } from '../../../shared/measures/dataset.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { isoDay } from '../../helpers/saas-panel.ts';
import { csv, importsUnderTest, observationsOf, planOf, usagePlan, writings } from './imports-under-test.ts';

const imports = importsUnderTest();

describe.each(writings)('files in %s', (_name, encoding, write) => {
  const read = { encoding, delimiter: ',', hasHeader: true, skipRows: 0 } as const;

  it('give accounts with their names, dates and attributes', async () => {
    await imports.newWorkspace();
    const plan = planOf(
      'accounts',
      [
        ['顧客ID', 'accountId'],
        ['名前', 'accountName'],
        ['開始', 'startOn', { dateFormat: 'japanese' }],
        ['解約', 'endOn', { dateFormat: 'iso' }],
        ['プラン', 'attribute'],
      ],
      { read },
    );
    const text = csv(
      '顧客ID,名前,開始,解約,プラン',
      '甲1,"青空, 商事",2022年4月1日,,法人',
      '甲2,表計算㈱,令和4年5月1日,2023-01-31,個人',
    );
    const { batch } = await imports.commit(write(text), plan);
    expect(batch).toMatchObject({ rowsRead: 2, rowsKept: 2, rowsRejected: 0 });
    const { accountIds, accountNames, lives, attributes } = await imports.dataset();
    expect(accountIds).toEqual(['甲1', '甲2']);
    expect(accountNames).toEqual(['青空, 商事', '表計算㈱']);
    expect([...lives.startDay]).toEqual([isoDay('2022-04-01'), isoDay('2022-05-01')]);
    expect([...lives.endDay]).toEqual([NO_DAY, isoDay('2023-01-31')]);
    expect(attributes.get('プラン')).toEqual(['法人', '個人']);
  });

  it('give wide metrics', async () => {
    await imports.newWorkspace();
    const plan = planOf(
      'metricsWide',
      [
        ['顧客', 'accountId'],
        ['日付', 'date'],
        ['ログイン', 'metricValue', { metricKind: 'flow' }],
        ['席数', 'metricValue', { metricKind: 'level' }],
      ],
      { read },
    );
    await imports.commit(
      write(csv('顧客,日付,ログイン,席数', 'い,2024-01-02,3,"1,200"', 'ろ,2024-01-01,１２,5')),
      plan,
    );
    const dataset = await imports.dataset();
    expect(observationsOf(dataset, 'ログイン').map(([id, , value]) => [id, value])).toEqual([
      ['い', 3],
      ['ろ', 12],
    ]);
    expect(observationsOf(dataset, '席数').map(([, , value]) => value)).toEqual([1200, 5]);
    expect(dataset.metrics.get('席数')?.kind).toBe('level');
  });

  it('give long metrics', async () => {
    await imports.newWorkspace();
    const plan = planOf(
      'metricsLong',
      [
        ['顧客', 'accountId'],
        ['日付', 'date'],
        ['項目', 'metricName'],
        ['値', 'metricValue', { metricKind: 'flow' }],
      ],
      { read },
    );
    const text = csv(
      '顧客,日付,項目,値',
      'い,2024-01-02,表示,3',
      'い,2024-01-02,申込,1',
      'い,2024-01-01,表示,2',
    );
    await imports.commit(write(text), plan);
    const dataset = await imports.dataset();
    expect([...dataset.metrics.keys()]).toEqual(['表示', '申込']);
    expect(observationsOf(dataset, '表示').map(([, day, value]) => [day, value])).toEqual([
      [isoDay('2024-01-01'), 2],
      [isoDay('2024-01-02'), 3],
    ]);
  });

  it('give outcomes', async () => {
    await imports.newWorkspace();
    await imports.commit(csv('id,date,logins', 'い,2024-01-01,1', 'ろ,2024-04-30,1'), usagePlan());
    const plan = planOf(
      'outcomes',
      [
        ['顧客', 'accountId'],
        ['日付', 'outcomeOn'],
        ['結果', 'outcomeKind'],
        ['申出', 'noticeOn'],
        ['理由', 'reason'],
      ],
      { read, completeUntil: isoDay('2024-06-30') },
    );
    const text = csv(
      '顧客,日付,結果,申出,理由',
      'い,2024-03-31,解約,2024-02-01,予算',
      'ろ,2024-03-31,更新,,',
    );
    await imports.commit(write(text), plan);
    const { lives } = await imports.dataset();
    expect([...lives.endDay]).toEqual([isoDay('2024-03-31'), NO_DAY]);
    expect([...lives.noticeDay]).toEqual([isoDay('2024-02-01'), NO_DAY]);
    expect((await imports.summary()).churnedAccounts).toBe(1);
  });

  it('give records with their columns and closing dates', async () => {
    await imports.newWorkspace();
    const plan = planOf(
      'records',
      [
        ['顧客', 'accountId'],
        ['開始', 'date'],
        ['完了', 'closedOn'],
        ['種類', 'recordColumn'],
      ],
      { read },
    );
    const text = csv('顧客,開始,完了,種類', 'い,2024-01-02,2024-01-09,障害', 'い,2024-01-02,,質問');
    await imports.commit(write(text), plan);
    const tickets = (await imports.dataset()).records.get('tickets');
    expect([...tickets!.closedDay]).toEqual([isoDay('2024-01-09'), NO_DAY]);
    expect(tickets!.columns.get('種類')).toEqual(['障害', '質問']);
  });
});

describe('an accounts file without starts', () => {
  it('keeps the end as a churn of the life that covers it', async () => {
    await imports.newWorkspace();
    const plan = planOf('accounts', [
      ['id', 'accountId'],
      ['churned_at', 'endOn'],
    ]);
    await imports.commit(csv('id,date,logins', 'a,2024-01-01,1'), usagePlan());
    const text = csv('id,churned_at', 'a,2024-05-31', 'b,');
    const { batch, check } = await imports.commit(text, plan);
    expect(batch).toMatchObject({ rowsKept: 2 });
    expect(check.newAccounts).toBe(1);
    expect([...(await imports.dataset()).lives.endDay]).toEqual([isoDay('2024-05-31')]);
    expect((await imports.commit(text, plan)).batch).toBeNull();
  });
});

describe('dates of an import', () => {
  const lastMonth: Measure = {
    id: 'm',
    name: 'm',
    aggregation: { type: 'sum', metric: 'logins', lookback: 1, shift: 0, noRow: 'missing' },
    direction: 'higher',
    actionable: false,
  };
  const asOf = (dataset: Dataset, date: string) =>
    computeMeasure(dataset, lastMonth, new Map(), {
      account: Int32Array.of(0),
      lifeStart: Int32Array.of(isoDay('2020-01-01')),
      recordsFrom: Int32Array.of(-NO_DAY),
      asOf: Int32Array.of(isoDay(date)),
    })[0];

  it.each(['monthStart', 'monthEnd'] as const)(
    'store a %s on the last day and use it from that day on',
    async (dateMarks) => {
      await imports.newWorkspace();
      const [may, june] =
        dateMarks === 'monthStart' ? ['2024-05-01', '2024-06-01'] : ['2024-05-31', '2024-06-30'];
      await imports.commit(
        csv('id,date,logins', `a,${may},5`, `a,${june},6`),
        usagePlan({ dateMarks, grain: 'month' }),
      );
      const dataset = await imports.dataset();
      expect(observationsOf(dataset, 'logins').map(([, day]) => day)).toEqual([
        isoDay('2024-05-31'),
        isoDay('2024-06-30'),
      ]);
      expect([asOf(dataset, '2024-06-29'), asOf(dataset, '2024-06-30')]).toEqual([5, 6]);
    },
  );

  it('keep each file’s own lag', async () => {
    await imports.newWorkspace();
    await imports.commit(csv('id,date,logins', 'a,2024-01-01,1', 'a,2024-01-02,2'), usagePlan());
    await imports.commit(
      csv('id,date,logins', 'a,2024-01-02,2', 'a,2024-01-03,3'),
      usagePlan({ lagDays: 10 }),
    );
    expect(observationsOf(await imports.dataset(), 'logins').map(([, day, , known]) => known - day)).toEqual([
      0, 10, 10,
    ]);
  });

  it('take the same values with another lag as a change', async () => {
    await imports.newWorkspace();
    const text = csv('id,date,logins', 'a,2024-01-01,1');
    await imports.commit(text, usagePlan());
    const { batch } = await imports.commit(text, usagePlan({ lagDays: 3 }));
    expect(batch).toMatchObject({ rowsReplaced: 1, rowsUnchanged: 0 });
    expect((await imports.commit(text, usagePlan({ lagDays: 3 }))).batch).toBeNull();
  });
});

describe('a blank number', () => {
  it.each([
    [false, Number.NaN],
    [true, 0],
  ])('with blankMeansZero %s is stored as %s', async (blankMeansZero, value) => {
    await imports.newWorkspace();
    await imports.commit(csv('id,date,logins', 'a,2024-01-01,'), usagePlan({ blankMeansZero }));
    expect(observationsOf(await imports.dataset(), 'logins')[0]?.[2]).toBe(value);
  });
});
