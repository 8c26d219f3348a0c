import { expect, it } from 'vitest';
import { leastWidth } from '../../../renderer/ui/data-column.ts';

it('keeps room for a column without a width and for the boxes', () => {
  expect(leastWidth([{ width: 100 }, {}, { width: 50 }], false)).toBe(330);
  expect(leastWidth([{ width: 100 }], true)).toBe(140);
});
