import { describe, expect, it } from 'vitest';
import {
  buildExportSummary,
  withoutAction,
} from '../../../renderer/features/segments/build-export-summary.ts';

describe('bands without an action', () => {
  it('are counted, blank ones too', () => {
    expect(withoutAction([{ action: '' }, { action: '  ' }, { action: 'Call' }])).toBe(2);
  });
});

describe('buildExportSummary', () => {
  it('accounts for every account: written, outside the conditions, outside the contract', () => {
    const bandCounts = [
      { bandId: 'a', accounts: 70 },
      { bandId: '', accounts: 12 },
    ];
    const summary = buildExportSummary({ total: 82, bandCounts }, 2451, 2600);
    expect(summary).toEqual({ written: 82, notScored: 12, outsideConditions: 2369, outsideContract: 149 });
    expect(summary.written + summary.outsideConditions + summary.outsideContract).toBe(2600);
  });
});
