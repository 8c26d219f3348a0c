import { describe, expect, it } from 'vitest';
import { buildAccountMarks } from '../../../renderer/features/accounts/build-account-marks.ts';

const life = { startDay: 10, noticeDay: 90, endDay: 120, assumedStart: false };
const churn = { day: 120, kind: 'churn', noticeDay: 90, reason: 'price' };
const record = (source: string, day: number) => ({ source, day, closedDay: null, text: '' });

describe('buildAccountMarks', () => {
  it('marks a day once where the life and the outcome file say the same', () => {
    const marks = buildAccountMarks({ lives: [life], outcomes: [churn], records: [] }, 0);
    expect(marks.map((mark) => [mark.day, mark.kind])).toEqual([
      [10, 'start'],
      [90, 'notice'],
      [120, 'outcome'],
    ]);
  });

  it('puts the records of a day together, counted by source', () => {
    const records = [
      record('tickets', 50),
      record('notes', 50),
      record('tickets', 50),
      record('tickets', 60),
    ];
    const marks = buildAccountMarks({ lives: [], outcomes: [], records }, 0);
    expect(marks.map((mark) => mark.records)).toEqual([
      [
        { source: 'tickets', rows: 2 },
        { source: 'notes', rows: 1 },
      ],
      [{ source: 'tickets', rows: 1 }],
    ]);
  });

  it('leaves out assumed starts and what lies before the chart', () => {
    const assumed = { ...life, assumedStart: true };
    const marks = buildAccountMarks({ lives: [assumed], outcomes: [], records: [record('tickets', 20)] }, 30);
    expect(marks.map((mark) => mark.kind)).toEqual(['notice', 'outcome']);
  });
});
