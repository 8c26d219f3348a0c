import { describe, expect, it } from 'vitest';
import { nextRowIndex } from '../../../renderer/ui/next-row-index.ts';

describe('nextRowIndex', () => {
  it('moves by one and by ten', () => {
    expect(nextRowIndex('ArrowDown', 3, 100)).toBe(4);
    expect(nextRowIndex('PageUp', 30, 100)).toBe(20);
  });

  it('stays inside the table', () => {
    expect(nextRowIndex('ArrowUp', 0, 100)).toBe(0);
    expect(nextRowIndex('PageDown', 95, 100)).toBe(99);
    expect(nextRowIndex('End', 0, 100_000)).toBe(99_999);
  });

  it('leaves other keys alone', () => {
    expect(nextRowIndex('a', 3, 100)).toBeNull();
  });
});
