import { describe, expect, it } from 'vitest';
import { buildAccountMarks } from '../../../renderer/features/accounts/build-account-marks.ts';
import type { RecordKind } from '../../../shared/schemas/record-kinds.ts';

const life = { startDay: 10, noticeDay: 90, endDay: 120, assumedStart: false };
const churn = { day: 120, kind: 'churn', noticeDay: 90, reason: 'price' };
const record = (source: string, day: number, kind: RecordKind = 'record') => ({
  ...{ source, kind, day, closedDay: null },
  text: `${source} ${day}`,
});

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
        { source: 'tickets', rows: 2, text: 'tickets 50' },
        { source: 'notes', rows: 1, text: 'notes 50' },
      ],
      [{ source: 'tickets', rows: 1, text: 'tickets 60' }],
    ]);
  });

  it('marks notes, answers and contacts of a day apart from its other records', () => {
    const records = [
      record('notes', 50, 'hearingNote'),
      record('nps', 50, 'survey'),
      record('tickets', 50),
      record('calls', 60, 'intervention'),
    ];
    const marks = buildAccountMarks({ lives: [], outcomes: [], records }, 0);
    expect(marks.map((mark) => [mark.day, mark.recordKind])).toEqual([
      [50, 'hearingNote'],
      [50, 'survey'],
      [50, 'record'],
      [60, 'intervention'],
    ]);
  });

  it('leaves out assumed starts and what lies before the chart', () => {
    const assumed = { ...life, assumedStart: true };
    const marks = buildAccountMarks({ lives: [assumed], outcomes: [], records: [record('tickets', 20)] }, 30);
    expect(marks.map((mark) => mark.kind)).toEqual(['notice', 'outcome']);
  });
});
