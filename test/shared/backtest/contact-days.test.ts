import { describe, expect, it } from 'vitest';
import { contactDays } from '../../../shared/backtest/contact-days.ts';
import { buildRecordSource } from '../../../shared/measures/build-dataset.ts';
import { NO_DAY } from '../../../shared/measures/dataset.ts';
import type { RecordKind } from '../../../shared/schemas/record-kinds.ts';

describe('the days of contacts', () => {
  it('are those of every source of interventions, and of nothing else', () => {
    const records = new Map([
      [
        'calls',
        sourceOf('intervention', [
          [0, 5],
          [0, 30],
          [2, 8],
        ]),
      ],
      [
        'mails',
        sourceOf('intervention', [
          [0, 12],
          [2, 8],
        ]),
      ],
      ['tickets', sourceOf('record', [[1, 7]])],
    ]);
    const { offsets, day } = contactDays({ records, accountIds: ['a', 'b', 'c'] });
    expect(Array.from(offsets)).toEqual([0, 3, 3, 5]);
    expect(Array.from(day)).toEqual([5, 12, 30, 8, 8]);
  });

  it('are none without interventions', () => {
    expect(Array.from(contactDays({ records: new Map(), accountIds: ['a'] }).offsets)).toEqual([0, 0]);
  });
});

function sourceOf(kind: RecordKind, rows: readonly (readonly [account: number, day: number])[]) {
  return buildRecordSource(
    {
      name: kind,
      kind,
      account: Int32Array.from(rows, ([account]) => account),
      day: Int32Array.from(rows, ([, day]) => day),
      knownOn: Int32Array.from(rows, ([, day]) => day),
      closedDay: new Int32Array(rows.length).fill(NO_DAY),
      hasClosedDay: false,
      columns: new Map(),
    },
    3,
  );
}
