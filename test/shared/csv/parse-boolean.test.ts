import { describe, expect, it } from 'vitest';
import { parseBoolean } from '../../../shared/csv/parse-boolean.ts';

describe('parseBoolean', () => {
  it.each(['true', 'TRUE', 'Yes', 'y', '1', '１', 'はい', '済', '完了', '○', '有'])(
    'reads %s as true',
    (text) => {
      expect(parseBoolean(text)).toBe(true);
    },
  );

  it.each(['false', 'False', 'NO', 'n', '0', 'いいえ', '未', '×', '無し'])('reads %s as false', (text) => {
    expect(parseBoolean(text)).toBe(false);
  });

  it('tells blank from invalid', () => {
    expect(parseBoolean(' ')).toBe('blank');
    expect(['2', 'maybe', '①', 'No phone service'].map(parseBoolean)).toEqual(Array(4).fill('invalid'));
  });
});
