import { describe, expect, it } from 'vitest';
import {
  firstAttribute,
  firstColumn,
  firstMetric,
  firstRecords,
} from '../../../renderer/features/measures/first-columns.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';

const metric = { kind: 'flow', grain: 'day', lagDays: 0, values: 9, firstDay: 1, lastDay: 9 } as const;
const source = { rows: 2, firstDay: 1, lastDay: 2, hasClosedDay: false } as const;
const attribute = { numeric: true, values: [], dated: false };
const summary: DataSummary = {
  ...{ accounts: 9, churnedAccounts: 1, batches: 1, knownThrough: 9, firstDay: 1, lastDay: 9 },
  ...{ assumedStarts: 0, mainUsage: 'ログイン数', snapshot: null, findings: [], eventSources: [] },
  metrics: [
    { ...metric, name: 'ログイン数' },
    { ...metric, name: 'NPS回答', kind: 'level' },
  ],
  attributes: [
    { ...attribute, name: '解約フラグ', distinct: 2 },
    { ...attribute, name: '解約回数', distinct: 5 },
    { ...attribute, name: '業種', numeric: false, distinct: 9 },
    { ...attribute, name: '契約月数', distinct: 30 },
    { ...attribute, name: '契約シート数', distinct: 20 },
  ],
  contract: [{ role: 'seats', attribute: '契約シート数' }],
  recordSources: [
    {
      ...{ ...source, name: 'hearingNotes', kind: 'hearingNote' },
      columns: [
        { name: 'stakeholder', values: ['部長', '担当'] },
        { name: 'rating', values: ['1', '5', ''] },
      ],
    },
    { ...source, name: 'tickets', kind: 'record', columns: [{ name: '件名', values: ['a'] }] },
    {
      ...{ ...source, name: 'surveys', kind: 'survey' },
      columns: [
        { name: 'visits', values: ['120', '3'] },
        { name: 'score', values: ['0', '10', '7'] },
      ],
    },
  ],
};
const none = { ...summary, metrics: [], attributes: [], recordSources: [], mainUsage: null, contract: [] };
const tenure = { type: 'tenure' } as const;

describe('what a way of computing begins with', () => {
  it('is the main usage, and for an NPS a column called one', () => {
    expect(firstMetric(tenure, 'mean', summary)).toBe('ログイン数');
    expect(firstMetric(tenure, 'nps', summary)).toBe('NPS回答');
    const mean = { type: 'mean', metric: 'ログイン数', lookback: 28, shift: 0, noRow: 'byKind' } as const;
    expect(firstMetric(mean, 'nps', summary)).toBe('NPS回答');
    expect(firstMetric(mean, 'nps', { ...summary, metrics: summary.metrics.slice(0, 1) })).toBe('');
    expect(firstMetric(tenure, 'mean', none)).toBe('');
  });

  it('is never a column of text, and answers of 0 to 10 for an NPS', () => {
    expect(firstRecords(tenure, 'recordNps', summary)).toEqual({ source: 'surveys', column: 'score' });
    expect(firstRecords(tenure, 'latestRecord', summary)).toEqual({
      source: 'hearingNotes',
      column: 'rating',
    });
    expect(firstRecords(tenure, 'recordSum', summary)).toEqual({ source: 'hearingNotes', column: 'rating' });
    expect(firstColumn(summary.recordSources[1], 'recordSum')).toBe('');
    expect(firstRecords(tenure, 'recordCount', summary)).toEqual({ source: 'hearingNotes', column: '' });
    expect(firstRecords(tenure, 'recordNps', none)).toEqual({ source: '', column: '' });
  });

  it('moves on from records without numbers, and stays with those that have them', () => {
    const tickets = { type: 'daysSinceRecord' as const, source: 'tickets', filters: [] };
    expect(firstRecords(tickets, 'recordSum', summary).source).toBe('hearingNotes');
    const surveys = { ...tickets, source: 'surveys' };
    expect(firstRecords(surveys, 'recordSum', summary)).toEqual({ source: 'surveys', column: 'visits' });
  });

  it('is the seats, else a number that is no flag and not named like the outcome', () => {
    expect(firstAttribute(summary)).toBe('契約シート数');
    expect(firstAttribute({ ...summary, contract: [] })).toBe('契約月数');
    expect(firstAttribute({ ...summary, attributes: summary.attributes.slice(0, 3) })).toBe('');
    expect(firstAttribute(null)).toBe('');
  });
});
