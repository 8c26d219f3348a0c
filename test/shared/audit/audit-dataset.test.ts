import { describe, expect, it } from 'vitest';
import { auditDataset, countAccounts } from '../../../shared/audit/audit-dataset.ts';
import type { FindingKind, FoundRow } from '../../../shared/audit/finding.ts';
import { endOfMonth } from '../../../shared/csv/calendar.ts';
import {
  buildLives,
  buildOutcomes,
  buildRecordSource,
  buildSeries,
  emptyDataset,
  type LifeInput,
} from '../../../shared/measures/build-dataset.ts';
import { type Dataset, NO_DAY } from '../../../shared/measures/dataset.ts';
import type { Grain, MetricKind } from '../../../shared/schemas/measure.ts';
import { isoDay } from '../../helpers/saas-panel.ts';

type Value = readonly [account: number, date: string, value: number];
interface MetricPlant {
  readonly kind?: MetricKind;
  readonly grain?: Grain;
  readonly values: readonly Value[];
}
interface Plant {
  readonly ids?: readonly string[];
  readonly lives?: readonly (readonly [account: number, start: string, end?: string, notice?: string])[];
  readonly churns?: readonly (readonly [account: number, date: string])[];
  readonly metrics?: Readonly<Record<string, MetricPlant>>;
  readonly tickets?: readonly (readonly [account: number, date: string, closed: string, text: string])[];
  readonly attributes?: Readonly<Record<string, readonly (string | undefined)[]>>;
  readonly used?: readonly string[];
  readonly importDate?: string;
}

const months = Array.from({ length: 8 }, (_, m) => `2024-0${m + 1}-15`);
const monthly = (skip: (account: number, month: number) => boolean = () => false): Value[] =>
  [0, 1, 2, 3].flatMap((account) =>
    months.flatMap((date, month): Value[] =>
      skip(account, month) ? [] : [[account, date, 5 + account + month]],
    ),
  );

/** Four accounts, one of them churned, whose data are as they should be. */
const clean: Required<Plant> = {
  ids: ['A1', 'A2', 'A3', 'A4'],
  lives: [
    [0, '2023-01-01'],
    [1, '2023-02-01'],
    [2, '2023-03-01', '2024-08-31', '2024-08-01'],
    [3, '2023-03-01'],
  ],
  churns: [[2, '2024-08-31']],
  metrics: { logins: { grain: 'month', values: monthly() } },
  tickets: [
    [0, '2024-02-01', '2024-02-03', 'slow'],
    [0, '2024-02-01', '2024-02-03', 'down'],
  ],
  attributes: { plan: ['pro', 'free', 'pro', 'free'], churned: ['no', 'no', 'yes', 'no'] },
  used: [],
  importDate: '2024-09-10',
};

function datasetOf(plant: Required<Plant>): Dataset {
  const count = plant.ids.length;
  const lives = plant.lives.map(
    ([account, start, end, notice]): LifeInput => ({
      account,
      startDay: isoDay(start),
      endDay: end === undefined ? null : isoDay(end),
      noticeDay: notice === undefined ? null : isoDay(notice),
      assumedStart: false,
    }),
  );
  const metrics = Object.entries(plant.metrics).map(([name, { kind = 'flow', grain = 'day', values }]) => {
    const rows = values
      .map(([account, date, value]) => ({
        account,
        day: grain === 'month' ? endOfMonth(isoDay(date)) : isoDay(date),
        value,
      }))
      .sort((a, b) => a.account - b.account || a.day - b.day);
    const input = {
      ...{ name, kind, grain, lagDays: 0 },
      account: Int32Array.from(rows, (row) => row.account),
      day: Int32Array.from(rows, (row) => row.day),
      value: Float64Array.from(rows, (row) => row.value),
    };
    return [name, buildSeries(input, count)] as const;
  });
  const firstSeen = new Int32Array(count).fill(isoDay('2024-01-31'));
  const tickets = {
    name: 'tickets',
    account: Int32Array.from(plant.tickets, ([account]) => account),
    day: Int32Array.from(plant.tickets, ([, date]) => isoDay(date)),
    closedDay: Int32Array.from(plant.tickets, ([, , closed]) => isoDay(closed)),
    hasClosedDay: true,
    columns: new Map([['text', plant.tickets.map(([, , , text]) => text)]]),
  };
  return {
    ...emptyDataset(plant.ids),
    lives: buildLives({ lives, churns: churnsOf(plant), reactivations: [], firstSeen }),
    outcomes: buildOutcomes(
      churnsOf(plant).map((churn) => ({ ...churn, kind: 'churn', voluntary: null, amount: null })),
      count,
    ),
    metrics: new Map(metrics),
    records: new Map([['tickets', buildRecordSource(tickets, count)]]),
    attributes: new Map(Object.entries(plant.attributes)),
  };
}

function churnsOf({ churns }: Required<Plant>) {
  return churns.map(([account, date]) => ({ account, day: isoDay(date), noticeDay: null }));
}

function audit(changes: Plant) {
  const plant = { ...clean, ...changes };
  const dataset = datasetOf(plant);
  const knownThrough = isoDay('2024-08-31');
  const found = auditDataset(dataset, {
    usedAttributes: new Set(plant.used),
    importDay: isoDay(plant.importDate),
    knownThrough,
  });
  const rowsOf = (kind: FindingKind, subject = ''): FoundRow[] | undefined => {
    const finding = found.find((each) => each.kind === kind && each.subject === subject);
    return finding && Array.from({ length: finding.rows.count }, (_, i) => finding.rows.rowAt(i));
  };
  const touches = (kind: FindingKind) =>
    countAccounts(dataset, found.find((each) => each.kind === kind)!, knownThrough);
  return { kinds: new Set(found.map(({ kind }) => kind)), rowsOf, touches };
}

const day = isoDay;
const logins = (values: readonly Value[], more: Omit<MetricPlant, 'values'> = { grain: 'month' }) => ({
  metrics: { logins: { ...more, values } },
});

/** What is planted, the rows that must be found for it: [account, day, value, other day]. */
const plants: readonly (readonly [FindingKind, string, Plant, readonly (readonly unknown[])[]])[] = [
  ['noOutcomes', '', { lives: [[0, '2023-01-01']], churns: [], attributes: {} }, []],
  [
    'damagedIds',
    '',
    { ids: ['1.2E+15', '#N/A', '3月1日', 'A4'] },
    [
      [0, null, '', null],
      [1, null, '', null],
      [2, null, '', null],
    ],
  ],
  ['twinIds', '', { ids: ['A1', ' ａ1', 'A3', 'A4'] }, [[1, null, 'A1', null]]],
  ['twinIds', '', { ids: ['00123', '123', '00125', '00126'] }, [[1, null, '00123', null]]],
  [
    'churnBeforeStart',
    '',
    { lives: [...clean.lives.slice(1), [0, '2024-01-01', '2023-12-31']] },
    [[0, day('2023-12-31'), '', day('2024-01-01')]],
  ],
  [
    'churnOutsideLife',
    '',
    { churns: [[0, '2022-12-31'], ...clean.churns] },
    [[0, day('2022-12-31'), '', day('2023-01-01')]],
  ],
  [
    'flagContradiction',
    'churned',
    { attributes: { churned: ['yes', 'no', 'no', undefined] } },
    [
      [0, null, 'yes', null],
      [2, null, 'no', day('2024-08-31')],
    ],
  ],
  [
    'flagContradiction',
    '契約状態',
    { attributes: { 契約状態: ['契約中', '解約', '解約', '契約中'] } },
    [[1, null, '解約', null]],
  ],
  [
    'usageAfterChurn',
    'logins',
    { churns: [[2, '2024-06-10']] },
    [
      [2, day('2024-07-31'), '13', day('2024-06-10')],
      [2, day('2024-08-31'), '14', day('2024-06-10')],
    ],
  ],
  [
    'metricGap',
    'logins',
    logins(monthly((account, month) => month === 3 || (month === 4 && account > 0))),
    [[-1, day('2024-04-01'), '0', day('2024-04-30')]],
  ],
  [
    'metricGap',
    'logins',
    logins(
      Array.from(
        { length: 60 },
        (_, i): Value => [
          i % 4,
          `2024-0${i < 31 ? 1 : 2}-${String((i % 31) + 1).padStart(2, '0')}`,
          1 + (i % 3),
        ],
      ).filter(([, date]) => (date < '2024-01-15' || date > '2024-01-28') && date < '2024-02-30'),
      {},
    ),
    [[-1, day('2024-01-15'), '0', day('2024-01-28')]],
  ],
  [
    'halfExported',
    'logins',
    logins(monthly((account, month) => month === 7 && account < 2)),
    [
      [0, day('2024-08-31'), '11', day('2024-07-31')],
      [1, day('2024-08-31'), '12', day('2024-07-31')],
    ],
  ],
  [
    'outcomesAfterUsage',
    '',
    { churns: [...clean.churns, [0, '2024-09-05']] },
    [[0, day('2024-09-05'), '', null]],
  ],
  [
    'futureDates',
    'logins',
    logins([...monthly(), [0, '2042-01-15', 3]]),
    [[0, day('2042-01-31'), '3', day('2024-09-10')]],
  ],
  [
    'futureDates',
    '',
    { lives: [...clean.lives.slice(0, 3), [3, '2032-03-01']] },
    [[3, day('2032-03-01'), '', day('2024-09-10')]],
  ],
  [
    'duplicateRecords',
    'tickets',
    { tickets: [...clean.tickets, [0, '2024-02-01', '2024-02-03', 'slow']] },
    [[0, day('2024-02-01'), 'slow', day('2024-02-03')]],
  ],
  [
    'closedBeforeOpened',
    'tickets',
    { tickets: [[1, '2024-02-01', '2024-01-02', 'x']] },
    [[1, day('2024-02-01'), 'x', day('2024-01-02')]],
  ],
  [
    'noticeAfterEnd',
    '',
    { lives: [[2, '2023-03-01', '2024-08-31', '2024-09-02']] },
    [[2, day('2024-09-02'), '', day('2024-08-31')]],
  ],
  ['assumedStarts', '', { lives: clean.lives.slice(1) }, [[0, day('2024-01-31'), '', null]]],
  [
    'undatedAttribute',
    'plan',
    { used: ['plan'], attributes: { plan: ['pro', undefined, undefined, 'free'] } },
    [
      [0, null, 'pro', null],
      [3, null, 'free', null],
    ],
  ],
  [
    'usageBeforeStart',
    'logins',
    { lives: [...clean.lives.slice(1), [0, '2024-02-10']] },
    [[0, day('2024-01-31'), '5', day('2024-02-10')]],
  ],
  [
    'accountGaps',
    'logins',
    logins(
      monthly((account, month) => account === 1 && (month === 2 || month === 3)),
      {
        grain: 'month',
        kind: 'level',
      },
    ),
    [[1, day('2024-03-31'), '2', day('2024-05-31')]],
  ],
  [
    'reactivations',
    '',
    { lives: [...clean.lives, [2, '2024-09-01']] },
    [[2, day('2024-09-01'), '2', day('2024-08-31')]],
  ],
  [
    'naText',
    'plan',
    { attributes: { plan: ['pro', 'N/A', '－', undefined] } },
    [
      [1, null, 'N/A', null],
      [2, null, '－', null],
    ],
  ],
  [
    'constantMetric',
    'logins',
    logins([
      [0, '2024-01-15', 1],
      [1, '2024-01-15', 1],
    ]),
    [
      [0, day('2024-01-31'), '1', null],
      [1, day('2024-01-31'), '1', null],
    ],
  ],
];

describe('the audit', () => {
  it('finds nothing in clean data', () => {
    expect([...audit({}).kinds]).toEqual([]);
  });

  it.each(plants)('finds %s (%s) where it was planted, by its rows', (kind, subject, plant, rows) => {
    const found = audit(plant).rowsOf(kind, subject);
    expect(found?.map((row) => [row.account, row.day, row.value, row.otherDay])).toEqual(rows);
  });

  it('sees no gap and no thin end before a mistyped year', () => {
    const { kinds } = audit(logins([...monthly(), [0, '2042-01-15', 3], [1, '2042-01-15', 2]]));
    expect([...kinds]).toEqual(['futureDates']);
  });

  it('leaves a churn that is still to come for later', () => {
    const { kinds } = audit({ lives: [[0, '2024-01-01', '2024-12-31'], ...clean.lives.slice(1)] });
    expect([...kinds]).toEqual([]);
  });

  it('counts the accounts behind a finding, and those of them that churned', () => {
    const { touches } = audit({ churns: [[2, '2024-06-10']] });
    expect(touches('usageAfterChurn')).toEqual({ accounts: 1, churned: 1 });
    expect(audit({ lives: clean.lives.slice(1) }).touches('assumedStarts')).toEqual({
      accounts: 1,
      churned: 0,
    });
  });
});

describe('a look-alike', () => {
  it.each<[FindingKind, string, Plant]>([
    ['damagedIds', 'short ids where none begins with 0', { ids: ['1200', '1300', '7', '1400'] }],
    ['damagedIds', 'a product code with an E', { ids: ['1E5', 'E+12', 'A3', 'A4'] }],
    ['usageAfterChurn', 'the month in which the churn lies', { churns: [[2, '2024-08-02']] }],
    [
      'usageAfterChurn',
      'zeros after the churn',
      {
        churns: [[2, '2024-06-10']],
        ...logins(monthly().map(([a, d, v]): Value => [a, d, a === 2 && d > '2024-06-30' ? 0 : v])),
      },
    ],
    [
      'flagContradiction',
      'a column of churn reasons',
      { attributes: { 解約理由: ['価格', undefined, '機能', undefined] } },
    ],
    [
      'flagContradiction',
      'a flag of a churn still to come',
      {
        lives: [...clean.lives.slice(0, 2), [2, '2023-03-01', '2024-09-05'], [3, '2023-03-01']],
        churns: [],
        attributes: { churned: ['no', 'no', 'no', 'no'] },
      },
    ],
    [
      'halfExported',
      'fewer values because accounts left',
      {
        lives: [...clean.lives.slice(0, 2), [2, '2023-03-01', '2024-08-10'], [3, '2023-03-01', '2024-08-11']],
        churns: [],
        ...logins(monthly((account, month) => month === 7 && account >= 2)),
      },
    ],
    [
      'accountGaps',
      'a flow that writes no zeros',
      logins(monthly((account, month) => account === 1 && month === 3)),
    ],
    [
      'metricGap',
      'a survey of every quarter',
      logins(
        [1, 4, 7, 10].flatMap((month) =>
          [0, 1, 2].map((a): Value => [a, `2023-${String(month).padStart(2, '0')}-10`, month]),
        ),
        { kind: 'level' },
      ),
    ],
    ['metricGap', 'a metric that begins later', logins(monthly((_, month) => month < 3))],
    [
      'duplicateRecords',
      'tickets of two days',
      {
        tickets: [
          [0, '2024-02-01', '2024-02-03', 'slow'],
          [0, '2024-02-02', '2024-02-03', 'slow'],
        ],
      },
    ],
    [
      'naText',
      'a word that begins alike',
      { attributes: { region: ['NAGOYA', 'North', 'none of these', '-5'] } },
    ],
    ['undatedAttribute', 'one that no scorecard reads', { used: ['other'] }],
    ['reactivations', 'one life an account', {}],
    ['assumedStarts', 'starts from the accounts file', {}],
  ])('of %s is left alone: %s', (kind, _name, plant) => {
    expect(audit(plant).kinds.has(kind)).toBe(false);
  });
});

describe('the rows of a day without an end', () => {
  it('carry no day at all', () => {
    const rows = audit({ lives: clean.lives.slice(1) }).rowsOf('assumedStarts');
    expect(rows?.every((row) => row.otherDay !== NO_DAY)).toBe(true);
  });
});
