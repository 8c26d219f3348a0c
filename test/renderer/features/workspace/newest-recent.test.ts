import { describe, expect, it } from 'vitest';
import { newestRecent, type Recent } from '../../../../renderer/features/workspace/newest-recent.ts';

const recent = (name: string, lastOpenedAt: number | null, missing = false): Recent => ({
  ...{ token: name, name, fileName: `${name}.myaku`, sizeBytes: 1, accounts: 1 },
  ...{ lastOpenedAt, missing },
});

describe('the workspace to go on with', () => {
  it('is the one opened last of those that are there', () => {
    const items = [recent('a', 3), recent('gone', 9, true), recent('b', 7), recent('new', null)];
    expect(newestRecent(items)?.name).toBe('b');
  });

  it('is none where none was opened', () => {
    expect(newestRecent([recent('new', null), recent('gone', 9, true)])).toBeNull();
  });
});
