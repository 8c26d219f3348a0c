import { describe, expect, it } from 'vitest';
import { AnalysisData } from '../../../electron/engine/measures/analysis-data.ts';
import { proposeMeasures } from '../../../electron/engine/measures/propose-measures.ts';
import { emptyDataset } from '../../../shared/measures/build-dataset.ts';
import type { Dataset } from '../../../shared/measures/dataset.ts';

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

describe('proposed measures', () => {
  it('are the numbers of a snapshot that has nothing dated', () => {
    expect(proposed({ snapshotFlag: Int8Array.of(0, 1, 0, 1) })).toEqual([['tenure', 'attribute']]);
  });

  it('leave attributes alone where the data have dates: they are as of the import', () => {
    expect(proposed({})).toEqual([]);
  });
});
