import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writeListCsv } from '../../../electron/engine/segments/export-list.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import type { ListRow, ListTableInput } from '../../../shared/segments/list-table.ts';

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '  =', '\0=', ' \n\t＝', '\0'];

describe('writeListCsv', () => {
  it('begins with a byte-order mark and ends every line with CR LF', () => {
    const { text } = writeListCsv(inputOf([rowOf({})]));
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('counts the accounts it wrote', () => {
    expect(writeListCsv(inputOf([rowOf({}), rowOf({ accountId: 'B' })])).rows).toBe(2);
    expect(writeListCsv(inputOf([])).rows).toBe(0);
  });

  it.each(starts)('puts an apostrophe before a cell that begins with %j', (start) => {
    const danger = `${start}1+cmd|' /C calc'!A0`;
    const row = rowOf({ accountId: `a${danger}`, name: danger, attributes: [danger] });
    const [, cells] = readBack(writeListCsv(inputOf([row], ['業種'])).text);
    expect(cells).toContain(`'${danger}`);
    expect(cells!.filter((cell) => /^[\s\0]*[=+\-@＝＋－＠\t\r\n\0]/.test(cell))).toEqual([]);
    expect(cells![0]).toBe(`a${danger}`);
  });

  it.each(starts)('puts an apostrophe before an attribute header that begins with %j', (start) => {
    const [headers] = readBack(
      writeListCsv(inputOf([rowOf({ attributes: ['x'] })], [`${start}HYPERLINK(1)`])).text,
    );
    expect(headers!.at(-1)).toBe(`'${start}HYPERLINK(1)`);
  });

  it('makes measure names, actions and owners safe too', () => {
    const input = inputOf([rowOf({ reasons: [{ measureId: 'm', lostPoints: 4 }] })]);
    const bands = input.scorecard.bands.map((band) => ({ ...band, action: '@now', owner: '=me' }));
    const { text } = writeListCsv({
      ...input,
      scorecard: { ...input.scorecard, name: '+card', bands },
      measures: [{ ...input.measures[0]!, name: '-logins' }],
    });
    const [, cells] = readBack(text);
    expect(cells).toEqual(expect.arrayContaining(["'@now", "'=me", "'+card", "'-logins −4"]));
  });

  it('leaves numbers as numbers, negative ones too', () => {
    const row = rowOf({ score: 41.5, change: -5, attributes: ['-1200.5', '007', '-1,200', '1e5'] });
    const [, cells] = readBack(writeListCsv(inputOf([row], ['a', 'b', 'c', 'd'])).text);
    expect([cells![2], cells![4]]).toEqual(['41.5', '-5']);
    expect(cells!.slice(-4)).toEqual(['-1200.5', '007', "'-1,200", '1e5']);
  });

  it('reads back as the same cells, with quotes, commas, line breaks and Japanese', () => {
    const name = '株式会社「あおぞら」, "東京"\n①部 髙﨑様 🏢';
    const row = rowOf({ name, attributes: [' 前後の空白 ', ''] });
    const lines = readBack(writeListCsv(inputOf([row], ['業種', '備考'])).text);
    expect(lines[0]!.slice(0, 4)).toEqual(['顧客ID', '顧客名', 'ヘルススコア', 'ランク']);
    expect(lines[1]!.slice(0, 5)).toEqual(['A-1', name, '72', '○ 良い', '1.5']);
    expect(lines[1]!.slice(-2)).toEqual([' 前後の空白 ', '']);
    expect(lines[1]!.slice(10, 13)).toEqual(['カード', '0123456789ab', '2024-06-30']);
  });

  it('writes every line with as many cells as the header', () => {
    const rows = [rowOf({ reasons: [] }), rowOf({ score: null, bandId: null, change: null, attributes: [] })];
    const lines = readBack(writeListCsv(inputOf(rows, ['x', 'y'])).text);
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([15]));
  });

  it('has English headers in English', () => {
    const [headers] = readBack(writeListCsv({ ...inputOf([]), language: 'en' }).text);
    expect(headers!.slice(0, 3)).toEqual(['Account id', 'Account', 'Health score']);
  });
});

function readBack(text: string): string[][] {
  return Papa.parse<string[]>(text.slice(1), { header: false, skipEmptyLines: 'greedy', newline: '\r\n' })
    .data;
}

function rowOf(changes: Partial<ListRow>): ListRow {
  return {
    accountId: 'A-1',
    name: 'あおぞら',
    score: 72,
    bandId: 'm2',
    change: 1.5,
    coverage: 1,
    reasons: [{ measureId: 'm', lostPoints: 23.04 }],
    attributes: [],
    ...changes,
  };
}

function inputOf(rows: readonly ListRow[], attributes: readonly string[] = []): ListTableInput {
  return {
    rows,
    attributes,
    asOf: 19904,
    language: 'ja',
    designHash: '0123456789abcdef',
    measures: [
      {
        id: 'm',
        name: 'ログイン日数',
        aggregation: { type: 'tenure' },
        direction: 'higher',
        actionable: true,
      },
    ],
    scorecard: {
      id: 'card',
      name: 'カード',
      purpose: { goal: '', healthyCustomer: '' },
      groups: [],
      minimumCoverage: 0,
      gradingScheme: 'marks',
      bands: presetBands('marks', 'ja'),
    },
  };
}
