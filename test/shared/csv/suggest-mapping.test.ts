import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { suggestMapping } from '../../../shared/csv/suggest-mapping.ts';
import { generateSample, sampleSeed } from '../../../shared/sample/generate-sample.ts';
import { sampleImportPlan } from '../../../shared/sample/sample-import-plan.ts';
import { importPlanSchema } from '../../../shared/schemas/import-plan.ts';

const read = { encoding: 'utf-8', delimiter: ',', hasHeader: true, skipRows: 0 } as const;

/** Suggestion for a table written as lines of cells separated by bars. */
function suggest(fileName: string, lines: readonly string[]) {
  return suggestTable(
    fileName,
    lines.map((line) => line.split('|')),
  );
}

function suggestTable(fileName: string, [header, ...rows]: readonly string[][]) {
  return suggestMapping({ fileName, columns: header!.map((name, index) => ({ index, name })), rows, read });
}

const roles = ({ plan }: ReturnType<typeof suggest>) => plan.columns.map(({ role }) => role).join(' ');

describe('suggestMapping', () => {
  describe.each(['ja', 'en'] as const)('on the sample (%s)', (language) => {
    const files = generateSample(sampleSeed, language);
    it.each(files.map((file) => [file.fileName, file] as const))('maps %s as the sample does', (_, file) => {
      const table = Papa.parse<string[]>(file.text.trimEnd(), { delimiter: ',', preview: 5000 }).data;
      const suggestion = suggestTable(file.fileName, table);
      const expected = sampleImportPlan(file.fileName, language)!;
      expect(suggestion.plan.kind).toBe(expected.kind);
      expect(roles(suggestion)).toBe(expected.columns.map(({ role }) => role).join(' '));
      expect(suggestion.plan.dateMarks).toBe(expected.dateMarks);
      expect(suggestion.plan.grain).toBe(expected.grain);
    });
  });

  it('gives a plan that fits the contract', () => {
    const { plan } = suggest('x.csv', ['', '']);
    expect(importPlanSchema.parse(plan)).toEqual(plan);
    expect(
      importPlanSchema.parse(suggest('a.csv', ['account_id|date|value', '1|2024-04-01|5']).plan).kind,
    ).toBeDefined();
  });

  it.each([
    ['customers.csv', 'account_id|account_name|start_date|churn_date|plan'],
    ['data.csv', '顧客ID|顧客名|契約開始日|解約日|プラン'],
  ])('sees accounts where some come twice (%s)', (name, header) => {
    const rows = ['A|Aoba|2022-01-01|2022-12-31|pro', 'B|Birch|2022-02-01||lite', 'C|Cedar|2022-03-01||lite'];
    const { plan } = suggest(name, [header, ...rows, 'D|Dale|2022-04-01||pro', 'A|Aoba|2023-06-01||lite']);
    expect(plan.kind).toBe('accounts');
    expect(plan.columns.map(({ role }) => role).join(' ')).toBe(
      'accountId accountName startOn endOn attribute',
    );
  });

  it('sees no accounts in dated rows that begin and end', () => {
    const rows = ['A|2024-01-01|2024-01-02|login fails', 'A|2024-02-01||slow', 'B|2024-02-03||slow'];
    const { plan } = suggest('tickets.csv', ['account_id|opened_at|closed_at|subject', ...rows]);
    expect(plan.kind).toBe('records');
  });

  it('sees metrics in long form', () => {
    const suggestion = suggest('data.csv', [
      'customer|day|metric|value',
      '1|2024-04-01|logins|5',
      '1|2024-04-01|seats|9',
      '2|2024-04-02|logins|7',
    ]);
    expect(suggestion.plan.kind).toBe('metricsLong');
    expect(roles(suggestion)).toBe('accountId date metricName metricValue');
  });

  it('sees outcomes by their words', () => {
    const suggestion = suggest('list.csv', [
      '顧客コード|発生日|区分|金額|理由',
      'A1|2024/4/1|解約|1000|価格',
      'A2|2024/5/20|更新|2000|',
      'A2|2024/6/20|減額|500|縮小',
    ]);
    expect(suggestion.plan.kind).toBe('outcomes');
    expect(roles(suggestion)).toBe('accountId outcomeOn outcomeKind amount reason');
    expect(suggestion.plan.columns[1]?.dateFormat).toBe('slashYmd');
  });

  it('sees records with a closing date', () => {
    const suggestion = suggest('export.csv', [
      'ticket_id|account_id|created_at|resolved_at|subject|priority',
      't1|1|2024-04-01T10:00:00Z|2024-04-02T10:00:00Z|help|high',
      't2|1|2024-04-03T10:00:00Z||help|low',
    ]);
    expect(suggestion.plan.kind).toBe('records');
    expect(roles(suggestion)).toBe('recordColumn accountId date closedOn recordColumn recordColumn');
    expect(suggestion.plan.columns[2]?.dateFormat).toBe('timestamp');
  });

  it('offers both readings of a date that fits day first and month first', () => {
    const { columns } = suggest('usage.csv', ['account_id|date|logins', '1|01/04/2024|5', '1|02/04/2024|5']);
    expect([...columns[1]!.dateFormats].sort()).toEqual(['dmy', 'mdy']);
  });

  it.each([
    ['month', ['2024-04-01', '2024-05-01'], 'monthStart'],
    ['month', ['2024-04-30', '2024-05-31'], 'monthEnd'],
    ['month', ['2024-04-01', '2024-05-02'], 'day'],
    ['年月', ['2024年4月', '2024年5月'], 'monthStart'],
    ['date', ['2024-04-01', '2024-05-01', '2024-06-01'], 'monthStart'],
    ['date', ['2024-04-01', '2024-04-02', '2024-04-03'], 'day'],
    ['week', ['2024-04-01', '2024-04-08'], 'weekStart'],
    ['week_ending', ['2024-04-07', '2024-04-14'], 'weekEnd'],
    ['week', ['2024-04-07', '2024-04-14'], 'weekStart'],
    ['quarter', ['2024-04-01', '2024-07-01'], 'quarterStart'],
    ['quarter', ['2024-06-30', '2024-09-30'], 'quarterEnd'],
  ])('%s with %j marks %s', (name, dates, marks) => {
    const lines = dates.flatMap((date) => [`1|${date}|5`, `2|${date}|6`]);
    expect(suggest('usage.csv', [`account_id|${name}|logins`, ...lines]).plan.dateMarks).toBe(marks);
  });

  it('reads decimal commas', () => {
    expect(
      suggest('u.csv', ['account_id|date|rate', '1|2024-04-01|1,5', '2|2024-04-02|0,25']).plan.decimal,
    ).toBe(',');
    expect(
      suggest('u.csv', ['account_id|date|fee', '1|2024-04-01|1,500', '2|2024-04-02|2,250']).plan.decimal,
    ).toBe('.');
  });

  it('does not take numbers for dates unless the name says so', () => {
    const numbers = suggest('u.csv', ['account_id|date|amount', '1|2024-04-01|45383', '1|2024-04-02|45390']);
    expect(roles(numbers)).toBe('accountId date metricValue');
    const serials = suggest('u.csv', ['account_id|date|amount', '1|45383|10', '1|45384|20']);
    expect(serials.plan.columns[1]).toMatchObject({ role: 'date', dateFormat: 'excelSerial' });
  });

  it('keeps an end date without a value yet', () => {
    const suggestion = suggest('accounts.csv', [
      'account_id|start_date|churn_date',
      '1|2024-04-01|',
      '2|2024-05-01|',
    ]);
    expect(roles(suggestion)).toBe('accountId startOn endOn');
    expect(suggestion.plan.columns[2]?.dateFormat).toBe('iso');
  });

  it('believes a name over a few unreadable dates, which stay problem rows', () => {
    const suggestion = suggest('顧客.csv', [
      '顧客ID|会社名|契約開始日',
      'A-1|甲|令和4年4月1日',
      'A-2|乙|令和4年13月1日',
      'A-3|丙|R4.6.1',
    ]);
    expect(roles(suggestion)).toBe('accountId accountName startOn');
    expect(suggestion.plan.columns[2]?.dateFormat).toBe('japanese');
  });

  it('follows a stated kind', () => {
    const rows = [['1', '2024-04-01', '5']];
    const columns = ['account_id', 'date', 'logins'].map((name, index) => ({ index, name }));
    const { plan } = suggestMapping({ fileName: 'x.csv', columns, rows, read }, 'records');
    expect(plan.kind).toBe('records');
    expect(plan.columns.map(({ role }) => role)).toEqual(['accountId', 'date', 'recordColumn']);
  });

  it('tells flows from levels', () => {
    const { plan } = suggest('u.csv', [
      'account_id|month|sessions|active_users|mrr|NPS',
      '1|2024-04|5|3|100|-10',
    ]);
    expect(plan.columns.slice(2).map(({ metricKind }) => metricKind)).toEqual([
      'flow',
      'level',
      'level',
      'level',
    ]);
  });
});
