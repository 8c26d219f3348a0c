import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../renderer/format/file-name.ts';

describe('safeFileName', () => {
  it('takes out what a file name cannot hold', () => {
    expect(safeFileName('警戒: A/B 2024-06-30', 'x')).toBe('警戒- A-B 2024-06-30');
    expect(safeFileName('a\tb\0', 'x')).toBe('a-b-');
  });

  it('falls back where nothing is left', () => {
    expect(safeFileName(' .. ', 'list')).toBe('list');
  });
});
