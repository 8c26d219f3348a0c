import { describe, expect, it } from 'vitest';
import { AnalysisData } from '../../../electron/engine/measures/analysis-data.ts';
import { proposeMeasures } from '../../../electron/engine/measures/propose-measures.ts';
import { buildLives, buildSeries, emptyDataset } from '../../../shared/measures/build-dataset.ts';
import { type Dataset, NO_DAY } from '../../../shared/measures/dataset.ts';

const attributes: Dataset['attributes'] = new Map([
  ['tenure', ['1', '34', undefined, '2']],
  ['SeniorCitizen', ['0', '1', '0', '1']],
  ['Contract', ['Month-to-month', 'One year', 'Two year', 'One year']],
]);

function proposed(part: Partial<Dataset>) {
  const data = new AnalysisData(
    { ...emptyDataset(['a', 'b', 'c', 'd']), attributes, ...part },
    { mainUsage: null, completeUntil: null, importDay: null },
  );
  return proposeMeasures(data, 'en').map(({ name, aggregation }) => [name, aggregation.type]);
}

/** Four accounts under contract from day 19000 with one metric of days. */
function withDays(daysOf: readonly (readonly number[])[]): Partial<Dataset> {
  const rows = daysOf.flatMap((days, account) => days.map((day) => ({ account, day })));
  const none = { noticeDay: null, endDay: null, assumedStart: false };
  return {
    attributes: new Map(),
    lives: buildLives({
      lives: daysOf.map((_, account) => ({ account, startDay: 19000, ...none })),
      ...{ churns: [], reactivations: [], firstSeen: new Int32Array(daysOf.length).fill(NO_DAY) },
    }),
    metrics: new Map([
      [
        'sessions',
        buildSeries(
          {
            ...{ name: 'sessions', kind: 'flow', grain: 'month', lagDays: 0 },
            account: Int32Array.from(rows, ({ account }) => account),
            day: Int32Array.from(rows, ({ day }) => day),
            value: Float64Array.from(rows, () => 5),
            knownOn: Int32Array.from(rows, ({ day }) => day),
          },
          daysOf.length,
        ),
      ],
    ]),
  };
}

describe('proposed measures', () => {
  it('leave out a recency that is the same for nearly everybody', () => {
    const [june, july] = [19538, 19569];
    const all = withDays([[june, july], [june, july], [july], [july]]);
    const some = withDays([[june], [june, july], [july], [july]]);
    expect(proposed(all).map(([, type]) => type)).not.toContain('daysSinceLast');
    expect(proposed(some).map(([, type]) => type)).toContain('daysSinceLast');
  });

  it('are the numbers of a snapshot that has nothing dated', () => {
    expect(proposed({ snapshotFlag: Int8Array.of(0, 1, 0, 1) })).toEqual([['tenure', 'attribute']]);
  });

  it('leave attributes alone where the data have dates: they are as of the import', () => {
    expect(proposed({})).toEqual([]);
  });
});
