import { describe, expect, it } from 'vitest';
import { proposeSettings } from '../../../electron/engine/backtests/propose-settings.ts';
import { AnalysisData } from '../../../electron/engine/measures/analysis-data.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';
import { isoDay, readSaasPanel } from '../../helpers/saas-panel.ts';

const data = new AnalysisData(readSaasPanel(), { mainUsage: null, completeUntil: null, importDay: null });
const sum = (lookback: number): Aggregation => ({
  ...{ type: 'sum', metric: 'sessions', shift: 0, noRow: 'byKind' },
  lookback,
});

function firstDay(root: Aggregation, parts: Readonly<Record<string, Aggregation>>): number {
  const measures = new Map(
    Object.entries({ root, ...parts }).map(([id, aggregation]): [string, Measure] => [
      id,
      { id, name: id, aggregation, direction: 'higher', actionable: true },
    ]),
  );
  const schedule = proposeSettings(data, ['root'], measures)?.schedule;
  if (schedule?.type !== 'monthly') throw new Error('no monthly schedule');
  return schedule.firstDay;
}

describe('the first as-of date that is proposed', () => {
  const first = firstDay(sum(1), {});

  it('is the first month-end with a whole window', () => {
    expect(first).toBe(isoDay('2022-01-31'));
    expect(firstDay(sum(6), {})).toBe(isoDay('2022-06-30'));
  });

  it.each<readonly [string, Aggregation, string]>([
    ['a formula', { type: 'formula', formula: '[six] + [one]' }, '2022-06-30'],
    ['a ratio', { type: 'ratio', numerator: 'one', denominator: 'six' }, '2022-06-30'],
    ['a percentile', { type: 'peerPercentile', measure: 'six', attribute: null }, '2022-06-30'],
    ['a z-score', { type: 'zScore', measure: 'six', steps: 12 }, '2023-06-30'],
    ['a loop', { type: 'formula', formula: '[root] + [six]' }, '2022-06-30'],
  ])('waits for the measures behind %s', (_, root, day) => {
    expect(firstDay(root, { one: sum(1), six: sum(6) })).toBe(isoDay(day));
  });

  it('comes to an end where z-scores lead in a circle', () => {
    const root: Aggregation = { type: 'zScore', measure: 'other', steps: 12 };
    expect(firstDay(root, { other: { type: 'zScore', measure: 'root', steps: 60 } })).toBe(first);
  });
});
