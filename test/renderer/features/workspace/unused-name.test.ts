import { describe, expect, it } from 'vitest';
import { unusedName } from '../../../../renderer/features/workspace/unused-name.ts';

describe('unusedName', () => {
  it('keeps a free name', () => {
    expect(unusedName('New', ['Old'])).toBe('New');
  });

  it('takes the first free number from 2', () => {
    expect(unusedName('New', ['New', 'New 2', 'New 4'])).toBe('New 3');
  });
});
