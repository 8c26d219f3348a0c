import { describe, expect, it } from 'vitest';
import {
  buildCoverage,
  monthOfYear,
  nextCoverageCell,
} from '../../../renderer/features/imports/build-coverage.ts';
import { buildFindings } from '../../../renderer/features/imports/build-findings.ts';
import { judgeCell } from '../../../renderer/features/imports/build-preview-cells.ts';
import { buildProgress } from '../../../renderer/features/imports/build-progress.ts';
import { dateFormatsOf } from '../../../renderer/features/imports/date-formats.ts';
import { isTable, nameOfPaste } from '../../../renderer/features/imports/pasted-table.ts';
import { problemReasons, reasonOf } from '../../../renderer/features/imports/problem-reasons.ts';
import { japanese } from '../../../renderer/i18n/catalogues.ts';

describe('progress of an import', () => {
  it('tells rows, rate and time left', () => {
    const progress = buildProgress({ done: 250, total: 1000, rate: 100 });
    expect(progress).toEqual({
      percent: 25,
      rows: 250,
      rowsPerSecond: 100,
      secondsLeft: 8,
      isStoring: false,
    });
  });

  it('says that it is storing once every row is read', () => {
    expect(buildProgress({ done: 1000, total: 1000, rate: 100 })).toMatchObject({
      isStoring: true,
      secondsLeft: null,
    });
  });

  it('promises nothing before the first report', () => {
    expect(buildProgress(null).percent).toBeNull();
    expect(buildProgress({ done: 0, total: 0, rate: 0 }).percent).toBeNull();
  });
});

describe('coverage', () => {
  const map = buildCoverage({
    firstMonth: 53 * 12 + 10,
    months: 4,
    rows: [{ metric: 'logins', accounts: [5, 10, 12, 0] }],
    activeAccounts: [10, 10, 10, 0],
  });

  it('is the share of active accounts, at most all of them, and none where none was active', () => {
    expect(map.rows[0]?.cells.map(({ share }) => share)).toEqual([0.5, 1, 1, null]);
  });

  it('is walked through with arrow keys, up to its edges', () => {
    const size = { rows: 2, columns: 3 };
    expect(nextCoverageCell('ArrowLeft', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    expect(nextCoverageCell('ArrowDown', { row: 0, column: 2 }, size)).toEqual({ row: 1, column: 2 });
    expect(nextCoverageCell('End', { row: 1, column: 0 }, size)).toEqual({ row: 1, column: 2 });
    expect(nextCoverageCell('a', { row: 1, column: 0 }, size)).toBeNull();
  });

  it('heads its months by year', () => {
    expect(map.years).toEqual([
      { year: 2023, months: 2 },
      { year: 2024, months: 2 },
    ]);
    expect(map.rows[0]?.cells.map(({ month }) => monthOfYear(month))).toEqual([11, 12, 1, 2]);
  });
});

describe('findings', () => {
  const finding = { subject: '', rows: 3, accounts: 0, churned: 0 };

  it('come one card a kind, what stops a back-test first', () => {
    const cards = buildFindings([
      { ...finding, kind: 'rejectedRows' },
      { ...finding, kind: 'usageAfterChurn', subject: 'logins', rows: 9, accounts: 4, churned: 4 },
      { ...finding, kind: 'usageAfterChurn', subject: 'seats', rows: 30, accounts: 9, churned: 2 },
      { ...finding, kind: 'noOutcomes', rows: 0 },
    ]);
    expect(cards.map(({ kind }) => kind)).toEqual(['noOutcomes', 'usageAfterChurn', 'rejectedRows']);
    expect(cards[1]).toMatchObject({
      ...{ count: 9, accounts: 9, churned: 4 },
      subjects: [
        { name: 'seats', rows: 30 },
        { name: 'logins', rows: 9 },
      ],
    });
  });

  it('that bend as much come by the churned accounts they touch', () => {
    const cards = buildFindings([
      { ...finding, kind: 'churnBeforeStart', accounts: 50, churned: 1 },
      { ...finding, kind: 'assumedStarts', accounts: 2, churned: 2 },
      { ...finding, kind: 'naText', accounts: 90, churned: 40 },
    ]);
    expect(cards.map(({ kind }) => kind)).toEqual(['assumedStarts', 'churnBeforeStart', 'naText']);
  });
});

describe('a cell of the preview', () => {
  const column = { index: 0, name: 'x' };

  it('is unreadable where the import would leave its row out', () => {
    const plan = { decimal: '.' } as const;
    expect(judgeCell('2024-13-01', { ...column, role: 'date', dateFormat: 'iso' }, plan)).toBe('unreadable');
    expect(judgeCell('many', { ...column, role: 'metricValue' }, plan)).toBe('unreadable');
    expect(judgeCell(' ', { ...column, role: 'accountId' }, plan)).toBe('unreadable');
    expect(judgeCell('', { ...column, role: 'metricValue' }, plan)).toBe('used');
    expect(judgeCell('many', { ...column, role: 'ignore' }, plan)).toBe('ignored');
  });
});

describe('date formats of a column', () => {
  const preview = (dateFormats: ('iso' | 'dmy')[]) => ({
    columns: [{ index: 0, name: 'x', samples: [], confidence: 1, dateFormats }],
    rows: [['03/04/2024'], ['05/06/2024']],
  });

  it('are the engine’s where it has judged, else the preview’s', () => {
    expect(dateFormatsOf(preview(['iso']), 0)).toEqual(['iso']);
    expect([...dateFormatsOf(preview([]), 0)].sort()).toEqual(['dmy', 'mdy']);
  });
});

describe('a pasted text', () => {
  it('is a table with two lines and a separator', () => {
    expect(isTable('a\tb\n1\t2')).toBe(true);
    expect(isTable('a,b')).toBe(false);
    expect(isTable('one\ntwo')).toBe(false);
  });

  it('is named by its separator', () => {
    expect(nameOfPaste('a\tb\n1\t2', 'table')).toBe('table.tsv');
    expect(nameOfPaste('a,b\n1,2', 'table')).toBe('table.csv');
  });
});

describe('reasons of problem rows', () => {
  it('each have a sentence that says what to do', () => {
    for (const reason of problemReasons) expect(japanese.data.reason[reason]).toMatch(/。.+。$/);
  });

  it('that are not known here are told as other', () => {
    expect(reasonOf('dateInvalid')).toBe('dateInvalid');
    expect(reasonOf('somethingNew')).toBe('other');
  });
});
