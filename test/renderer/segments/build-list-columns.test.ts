import { describe, expect, it } from 'vitest';
import { changeText, reasonsText } from '../../../renderer/features/segments/build-list-columns.tsx';
import { attributeColumnId, toListSort } from '../../../renderer/features/segments/list-sort.ts';

describe('changeText', () => {
  it('has a sign in both directions and a dash where a score is missing', () => {
    expect([2.5, -11, 0, null].map(changeText)).toEqual(['+2.5', '−11.0', '±0.0', '–']);
  });
});

describe('reasonsText', () => {
  it('names each measure with the points it cost', () => {
    const row = {
      ...{ accountId: 'A', name: '', score: 50, bandId: null, change: null, coverage: 1, attributes: [] },
      reasons: [
        { measureId: 'logins', lostPoints: 23.02 },
        { measureId: 'gone', lostPoints: 8.1 },
      ],
    };
    const names = new Map([['logins', 'ログイン日数']]);
    expect(reasonsText(row, (id) => names.get(id) ?? id)).toBe('ログイン日数 −23 · gone −8.1');
  });
});

describe('toListSort', () => {
  it('sorts by an attribute even when it is named like a column', () => {
    const columnId = attributeColumnId('score');
    expect(toListSort({ columnId, descending: true })).toEqual({
      key: 'attribute',
      attribute: 'score',
      descending: true,
    });
    expect(toListSort({ columnId: 'score', descending: true })).toMatchObject({
      key: 'score',
      attribute: '',
    });
  });
});
