import { describe, expect, it } from 'vitest';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import {
  bandText,
  buildListTable,
  type ListRow,
  lostPointsText,
} from '../../../shared/segments/list-table.ts';

const scorecard = {
  id: 'card',
  name: 'Card',
  purpose: { goal: '', healthyCustomer: '' },
  groups: [],
  minimumCoverage: 0.5,
  gradingScheme: 'marks' as const,
  bands: presetBands('marks', 'en').map((band) => ({ ...band, action: `do ${band.id}`, owner: 'CSM' })),
};
const rest = { scorecard, measures: [], attributes: [], asOf: 0, designHash: '', language: 'en' as const };
const scored: ListRow = {
  accountId: 'A',
  name: 'Aozora',
  score: 12.3,
  bandId: 'm4',
  change: null,
  coverage: 0.8,
  reasons: [{ measureId: 'gone', lostPoints: 7.25 }],
  attributes: [],
};

describe('buildListTable', () => {
  it('gives the band its own action and owner', () => {
    const [row] = buildListTable({ ...rest, rows: [scored] }).rows;
    expect(row!.slice(3, 10)).toEqual(['× Alarm', null, 'gone −7.3', null, null, 'do m4', 'CSM']);
  });

  it('leaves an account that is not scored without score, band, reasons, action and owner', () => {
    const unscored = { ...scored, score: null, bandId: null };
    const [row] = buildListTable({ ...rest, rows: [unscored] }).rows;
    expect(row!.slice(2, 10)).toEqual(Array.from({ length: 8 }, () => null));
  });
});

describe('bandText', () => {
  it('shows symbol and label, and one of them where they are the same', () => {
    expect(bandText({ symbol: '◎', label: 'Good' })).toBe('◎ Good');
    expect(bandText({ symbol: '7', label: '7' })).toBe('7');
    expect(bandText({ symbol: '', label: 'Own' })).toBe('Own');
  });
});

describe('lostPointsText', () => {
  it('keeps one decimal at most', () => {
    expect([23, 0.44, 7.25].map(lostPointsText)).toEqual(['−23', '−0.4', '−7.3']);
  });
});
