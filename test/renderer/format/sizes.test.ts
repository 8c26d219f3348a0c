import { describe, expect, it } from 'vitest';
import { formatSize } from '../../../renderer/format/sizes.ts';

describe('formatSize', () => {
  it('takes the largest unit that gives at least 1', () => {
    expect(formatSize(999, 'en')).toBe('999 B');
    expect(formatSize(3400, 'en')).toBe('3.4 KB');
    expect(formatSize(90_000_000, 'ja')).toBe('90 MB');
    expect(formatSize(2_500_000_000_000, 'en')).toBe('2,500 GB');
  });
});
