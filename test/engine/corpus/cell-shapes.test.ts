import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlan } from '../../../electron/engine/imports/read-plan.ts';
import type { Database } from '../../../electron/engine/store/database.ts';
import { createDatabase } from '../../../electron/engine/store/migrate.ts';
import { formatDay } from '../../../shared/csv/calendar.ts';
import type { DateFormat, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { tempFiles } from '../imports/temp-file.ts';

const write = tempFiles();
let database: Database;
beforeEach(async () => {
  database = await createDatabase();
});
afterEach(() => database.close());

const plan = (decimal: '.' | ',', dateFormat: DateFormat): ImportPlan => ({
  kind: 'metricsWide',
  read: { encoding: 'utf-8', delimiter: '\t', hasHeader: true, skipRows: 0 },
  columns: [
    { index: 0, role: 'accountId', name: 'id' },
    { index: 1, role: 'date', name: 'date', dateFormat },
    { index: 2, role: 'metricValue', name: 'value', metricKind: 'level' },
  ],
  decimal,
  dateMarks: 'day',
  grain: 'day',
  lagDays: 0,
  blankMeansZero: false,
  source: '',
  completeUntil: null,
  unknownAccounts: 'add',
  problemRows: 'skip',
});

/** What the import makes of each row: its date and value as text, or the reason it is reported with. */
async function importRows(
  rows: readonly (readonly [date: string, value: string])[],
  settings: { readonly decimal?: '.' | ','; readonly format?: DateFormat },
): Promise<string[]> {
  const text = rows.map(([date, value], i) => `A${i}\t${date}\t${value}`).join('\n');
  const task = { id: 'shapes', isCancelled: () => false, progress: () => {} };
  const chosen = plan(settings.decimal ?? '.', settings.format ?? 'iso');
  const read = await readPlan(database, write(`id\tdate\tvalue\n${text}\n`), chosen, task);
  if (!read.ok) throw new Error(read.error.code);
  const { counts, rejected, collected, newIds } = read.value;
  expect(counts.rowsRead).toBe(rows.length);
  expect(counts.rowsKept + rejected.length).toBe(rows.length);
  const given = Array<string>(rows.length).fill('lost');
  for (const { line, reason } of rejected) given[line - 2] = reason;
  const metric = collected.metrics.get('value');
  const [account, day, value] = [metric?.keys.account.view(), metric?.keys.day.view(), metric?.value.view()];
  for (let i = 0; i < counts.rowsKept; i++) {
    given[Number(newIds[account![i]!]?.slice(1))] = `${formatDay(day![i]!)} ${value![i]!}`;
  }
  return given;
}

describe('numbers', () => {
  const cases: Record<'.' | ',', readonly (readonly [text: string, value: string])[]> = {
    '.': [
      ['1234', '1234'],
      ['1,234', '1234'],
      ['1,234,567.89', '1234567.89'],
      ['1 234', '1234'],
      ['1’234', '1234'],
      ['１２３４', '1234'],
      ['￥1,234', '1234'],
      ['1,234円', '1234'],
      ['12.5%', '12.5'],
      ['(1,234)', '-1234'],
      ['▲1,234', '-1234'],
      ['△５', '-5'],
      ['−5', '-5'],
      ['+5', '5'],
      ['-$12.34', '-12.34'],
      ['1e3', '1000'],
      ['1.2E+15', '1200000000000000'],
      ['.5', '0.5'],
      ['5.', '5'],
      ['007', '7'],
      ['', 'NaN'],
      ['  ', 'NaN'],
      ['　', 'NaN'],
      ['1.234.567', 'numberInvalid'],
      ['12,34', 'numberInvalid'],
      ['1,5', 'numberInvalid'],
      ['0x1F', 'numberInvalid'],
      ['Infinity', 'numberInvalid'],
      ['NaN', 'numberInvalid'],
      ['NULL', 'numberInvalid'],
      ['#N/A', 'numberInvalid'],
      ['1e999', 'numberInvalid'],
      ['12 abc', 'numberInvalid'],
      ['--5', 'numberInvalid'],
      ['(-5)', 'numberInvalid'],
      ['①', 'numberInvalid'],
      ['true', 'numberInvalid'],
      ['2024-04-01', 'numberInvalid'],
    ],
    ',': [
      ['1234', '1234'],
      ['1.234', '1234'],
      ['1.234.567,89', '1234567.89'],
      ['１２，５', '12.5'],
      ['-0,5', '-0.5'],
      ['12,5 %', '12.5'],
      ['€ 1.234,50', '1234.5'],
      ['(1.234,5)', '-1234.5'],
      ['1 234,5', '1234.5'],
      ['1,234,567', 'numberInvalid'],
      ['1.5', 'numberInvalid'],
      ['1,234.5', 'numberInvalid'],
    ],
  };

  it.each(['.', ','] as const)('with decimal %s are read or reported, none lost', async (decimal) => {
    const rows = cases[decimal].map(([text]) => ['2024-04-01', text] as const);
    const expected = cases[decimal].map(([, value]) =>
      value === 'numberInvalid' ? value : `2024-04-01 ${value}`,
    );
    expect(await importRows(rows, { decimal })).toEqual(expected);
  });
});

describe('dates', () => {
  it.each<[DateFormat, readonly (readonly [text: string, day: string])[]]>([
    [
      'iso',
      [
        ['2024-04-01', '2024-04-01'],
        ['2024-4-1', '2024-04-01'],
        ['２０２４-０４-０１', '2024-04-01'],
        ['2024-02-29', '2024-02-29'],
        ['2023-02-29', 'dateInvalid'],
        ['2024-13-01', 'dateInvalid'],
        ['0000-00-00', 'dateInvalid'],
        ['2024-04-01x', 'dateInvalid'],
        ['', 'dateBlank'],
      ],
    ],
    [
      'slashYmd',
      [
        ['2024/4/1', '2024-04-01'],
        ['2024/04/01 0:00', '2024-04-01'],
        ['2024.4.1', '2024-04-01'],
        ['2024/4/1 午後3:05', '2024-04-01'],
        ['２０２４／４／１', '2024-04-01'],
        ['2024/4.1', 'dateInvalid'],
        ['4/1', 'dateInvalid'],
      ],
    ],
    [
      'dmy',
      [
        ['01-04-2024', '2024-04-01'],
        ['1/4/24', '2024-04-01'],
        ['31.12.1999', '1999-12-31'],
        ['1 Apr 2024', '2024-04-01'],
        ['12/31/2024', 'dateInvalid'],
      ],
    ],
    [
      'mdy',
      [
        ['04/01/2024', '2024-04-01'],
        ['Apr 1, 2024', '2024-04-01'],
        ['31/12/2024', 'dateInvalid'],
      ],
    ],
    [
      'japanese',
      [
        ['2024年4月1日', '2024-04-01'],
        ['令和6年4月1日', '2024-04-01'],
        ['令和元年5月1日', '2019-05-01'],
        ['R6.4.1', '2024-04-01'],
        ['平成31年4月30日', '2019-04-30'],
        ['2024年4月1日(月)', '2024-04-01'],
        ['2024年4月1日 12時24分', '2024-04-01'],
        ['2024年4月1日午後3時', '2024-04-01'],
        ['令和0年1月1日', 'dateInvalid'],
        ['2024年4月31日', 'dateInvalid'],
      ],
    ],
    [
      'compact',
      [
        ['20240401', '2024-04-01'],
        ['20240431', 'dateInvalid'],
        ['2024041', 'dateInvalid'],
      ],
    ],
    [
      'excelSerial',
      [
        ['45383', '2024-04-01'],
        ['45383.75', '2024-04-01'],
        ['60', 'dateInvalid'],
        ['-1', 'dateInvalid'],
      ],
    ],
    [
      'timestamp',
      [
        ['2024-04-01T23:59:59Z', '2024-04-01'],
        ['2024-04-01 23:59:59.123', '2024-04-01'],
        ['2024-04-01T24:00:00', '2024-04-01'],
        ['2024-04-01T25:00:00', 'dateInvalid'],
      ],
    ],
  ])('written as %s are read or reported, none lost', async (format, cases) => {
    const given = await importRows(
      cases.map(([text]) => [text, '1'] as const),
      { format },
    );
    expect(given).toEqual(cases.map(([, day]) => (day.startsWith('date') ? day : `${day} 1`)));
  });
});
