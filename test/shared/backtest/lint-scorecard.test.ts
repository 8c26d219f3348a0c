import { describe, expect, it } from 'vitest';
import { runReplay } from '../../../shared/backtest/replay.ts';
import {
  buildAttributeHistory,
  buildRecordSource,
  buildSeries,
} from '../../../shared/measures/build-dataset.ts';
import { type Dataset, type MetricSeries, NO_DAY } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { LintFinding } from '../../../shared/schemas/figures.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { isoDay, readSaasPanel, saasMeasures, saasScorecard } from '../../helpers/saas-panel.ts';

const panel = readSaasPanel();
const knownThrough = isoDay('2023-12-31');
const settings: BacktestSettings = {
  schedule: { type: 'quarterly', firstDay: isoDay('2023-03-31'), lastDay: knownThrough },
  gapDays: 0,
  horizonDays: 90,
  minimumTenureDays: 0,
  outcomeDate: 'noticeOrEffective',
  knownThrough,
  testFrom: null,
  capacityPerAsOf: 12,
  seed: 1,
};
const sessions = panel.metrics.get('sessions')!;

const isConstant = new Set([
  'use after churn',
  'values typed in after churn',
  'totals of a month on its first day',
]);

describe('the lint names each leaking measure, with its AUC', () => {
  const lastValue = perAccount((rows) => rows.at(-1)?.value);
  const lastUse = perAccount((rows) => rows.at(-1)?.day);
  const churnDay = endDays();

  it.each<[string, Aggregation, Dataset, LintFinding['kind'][]]>([
    [
      'the last use of the whole history',
      attribute('sessions'),
      withAttribute('sessions', lastValue),
      ['undatedAttribute', 'tooGood'],
    ],
    [
      'the last day of use',
      attribute('lastUse'),
      withAttribute('lastUse', lastUse),
      ['undatedAttribute', 'tooGood'],
    ],
    [
      'the day of churn',
      attribute('end'),
      withAttribute('end', churnDay),
      ['undatedAttribute', 'onlyAroundChurn'],
    ],
    [
      'a churn flag',
      attribute('churned'),
      withAttribute('churned', churnDay.map(flag)),
      ['flagName', 'undatedAttribute', 'tooGood'],
    ],
    ['a state as of the export', filterOf('resolved'), panel, ['undatedRecordFilter']],
    ['use after churn', latest('billed'), withMetric('billed', afterChurn()), ['rowsAfterChurn']],
    ['an exit interview', { ...filterOf('x'), source: 'exit', filters: [] }, withExit(), ['onlyAroundChurn']],
    [
      'a note dated back when it was typed',
      { ...filterOf('x'), source: 'exit', filters: [] },
      withExit(3),
      ['backDatedNote'],
    ],
    [
      'values typed in after churn',
      latest('sessions'),
      withMetric('sessions', typedLate()),
      ['knownAfterOutcome'],
    ],
    [
      'totals of a month on its first day',
      latest('sessions'),
      withMetric('sessions', onTheFirst()),
      ['periodStartDates'],
    ],
  ])('%s', (label, aggregation, dataset, kinds) => {
    const { lint } = replayOf(dataset, aggregation);
    expect(lint.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
    const named = lint.filter(({ kind }) => kinds.includes(kind));
    for (const { name, auc } of named) {
      expect(name).toBe('leak');
      // A constant has none.
      if (!isConstant.has(label)) expect(auc).toBeGreaterThan(0);
    }
  });

  it('tells the last use of the whole history at .95', () => {
    const { lint, design } = replayOf(withAttribute('sessions', lastValue), attribute('sessions'));
    expect(lint.find(({ kind }) => kind === 'tooGood')!.auc).toBeCloseTo(0.95, 1);
    expect(design!.auc!.value).toBeGreaterThan(0.9);
  });

  it('tells nothing of the test window: churn there changes no AUC', () => {
    const testFrom = isoDay('2023-09-30');
    const dataset = withAttribute('sessions', lastValue);
    const { lives } = dataset;
    const without = (days: Int32Array) => days.map((day) => (day > testFrom ? NO_DAY : day));
    const quiet: Dataset = {
      ...dataset,
      lives: { ...lives, endDay: without(lives.endDay), noticeDay: without(lives.noticeDay) },
    };
    const aucs = [dataset, quiet].map(
      (one) =>
        replayOf(one, attribute('sessions'), { testFrom }).lint.find(({ kind }) => kind === 'tooGood')!.auc,
    );
    expect(aucs[0]).toBeGreaterThan(0.9);
    expect(aucs[1]).toBe(aucs[0]);
  });
});

describe('what was known at its time', () => {
  it.each([...saasMeasures.keys()].filter((id) => id !== 'unresolved_90d'))('is not named: %s', (id) => {
    const lint = runReplay({
      dataset: panel,
      scorecard: cardOf(id),
      measures: saasMeasures,
      settings,
      mainUsage: 'sessions',
    }).figures.lint;
    expect(lint).toEqual([]);
  });

  it('never reaches .90 unnamed, however long the look-back, the gap and the horizon', () => {
    for (const lookback of [1, 24]) {
      for (const [gapDays, horizonDays] of [
        [0, 30],
        [0, 90],
        [60, 180],
      ] as const) {
        for (const type of ['mean', 'activeDays'] as const) {
          const window = { metric: 'sessions', lookback, shift: 0 };
          const aggregation: Aggregation =
            type === 'activeDays' ? { type, ...window } : { type, ...window, noRow: 'byKind' };
          const days = ['2022-12-15', '2023-06-01'].map(isoDay);
          const part = { gapDays, horizonDays, schedule: { type: 'typed' as const, days } };
          const { lint, design } = replayOf(panel, aggregation, part);
          const isHigh = Math.abs((design!.auc?.value ?? 0.5) - 0.5) >= 0.4;
          expect(isHigh && lint.length === 0).toBe(false);
        }
      }
    }
  });
});

describe('a scorecard', () => {
  it('is named for the attributes that decide who counts', () => {
    const condition = {
      type: 'attribute' as const,
      attribute: 'plan',
      operator: 'isOneOf' as const,
      values: ['a'],
    };
    const dataset = withAttribute(
      'plan',
      panel.accountIds.map(() => 'a'),
    );
    const part = { segment: { name: 'a', conditions: [condition] } };
    const { lint } = replayOf(dataset, latest('sessions'), part);
    expect(lint).toEqual([
      { kind: 'undatedCondition', measureId: null, name: 'plan', auc: null, count: null },
    ]);
  });

  it('is not named for one that says from when each value holds', () => {
    const rows = panel.accountIds.map((_, account) => ({ account, fromDay: 0, value: 'a' }));
    const undated = rows.map(() => undefined);
    const attributeHistory = new Map([['plan', buildAttributeHistory(rows, undated)]]);
    const condition = {
      type: 'attribute' as const,
      attribute: 'plan',
      operator: 'isOneOf' as const,
      values: ['a'],
    };
    const part = { segment: { name: 'a', conditions: [condition] } };
    const { lint, design } = replayOf({ ...panel, attributeHistory }, latest('sessions'), part);
    expect(lint).toEqual([]);
    expect(design!.rows).toBeGreaterThan(0);
    const measured = replayOf({ ...panel, attributeHistory }, attribute('plan')).lint;
    expect(measured.map(({ kind }) => kind)).not.toContain('undatedAttribute');
  });
});

function replayOf(dataset: Dataset, aggregation: Aggregation, part: Partial<BacktestSettings> = {}) {
  const measure: Measure = { id: 'leak', name: 'leak', aggregation, direction: 'higher', actionable: false };
  return runReplay({
    dataset,
    scorecard: cardOf('leak'),
    measures: new Map([['leak', measure]]),
    settings: { ...settings, ...part },
    mainUsage: 'sessions',
  }).figures;
}

function cardOf(measureId: string): Scorecard {
  const [first] = saasScorecard.groups;
  const scale = { type: 'percentile', direction: 'higher' } as const;
  return {
    ...saasScorecard,
    groups: [{ ...first!, measures: [{ measureId, weight: 1, scale, missing: { type: 'neutral' } }] }],
  };
}

function attribute(name: string): Aggregation {
  return { type: 'attribute', attribute: name };
}

function latest(metric: string): Aggregation {
  return { type: 'latest', metric, staleAfterDays: null };
}

function filterOf(column: string): Extract<Aggregation, { type: 'recordCount' }> {
  return {
    type: 'recordCount',
    source: 'support_tickets',
    lookbackDays: 90,
    filters: [{ column, operator: 'equals', value: 'False' }],
    openOnly: false,
  };
}

function withAttribute(name: string, values: readonly (string | undefined)[]): Dataset {
  return { ...panel, attributes: new Map([[name, values]]) };
}

function withMetric(name: string, series: MetricSeries): Dataset {
  return { ...panel, metrics: new Map([[name, { ...series, name }]]) };
}

function perAccount(
  tell: (rows: { day: number; value: number }[]) => number | undefined,
): (string | undefined)[] {
  return panel.accountIds.map((_, a) => {
    const rows = [];
    for (let i = sessions.offsets[a]!; i < sessions.offsets[a + 1]!; i++)
      rows.push({ day: sessions.day[i]!, value: sessions.value[i]! });
    return tell(rows)?.toString();
  });
}

function endDays(): (string | undefined)[] {
  const known = Array.from(panel.lives.endDay, (day) => (day <= knownThrough ? String(day) : undefined));
  return known;
}

function flag(day: string | undefined): string {
  return day === undefined ? '0' : '1';
}

/** One row per account and value; days and known-on days as said. */
function seriesOf(rows: readonly { account: number; day: number; knownOn: number }[]): MetricSeries {
  return buildSeries(
    {
      name: '',
      kind: 'flow',
      grain: 'day',
      lagDays: 0,
      account: Int32Array.from(rows, (row) => row.account),
      day: Int32Array.from(rows, (row) => row.day),
      value: new Float64Array(rows.length).fill(1),
      knownOn: Int32Array.from(rows, (row) => row.knownOn),
    },
    panel.accountIds.length,
  );
}

function afterChurn(): MetricSeries {
  const first = isoDay('2022-06-01');
  return seriesOf(
    Array.from(panel.lives.endDay, (end, account) => ({ account, end })).flatMap(({ account, end }) => [
      { account, day: first, knownOn: first },
      ...(end < knownThrough ? [{ account, day: end + 20, knownOn: end + 20 }] : []),
    ]),
  );
}

/** Of each account that churned a row ten days before, which was entered a month later. */
function typedLate(): MetricSeries {
  const first = isoDay('2022-06-02');
  return seriesOf(
    Array.from(panel.lives.endDay, (end, account) => ({ account, end })).flatMap(({ account, end }) => [
      { account, day: first, knownOn: first },
      ...(end < knownThrough && end - 10 > first ? [{ account, day: end - 10, knownOn: end + 30 }] : []),
    ]),
  );
}

function onTheFirst(): MetricSeries {
  const days = ['2022-06-01', '2022-07-01', '2022-08-01', '2022-09-01'].map(isoDay);
  return seriesOf(
    panel.accountIds.flatMap((_, account) => days.map((day) => ({ account, day, knownOn: day }))),
  );
}

function withExit(backDated = 0): Dataset {
  const churned = Array.from(panel.lives.endDay, (end, account) => ({ account, end })).filter(
    ({ end }) => end !== NO_DAY,
  );
  const source = buildRecordSource(
    {
      name: 'exit',
      account: Int32Array.from(churned, ({ account }) => account),
      day: Int32Array.from(churned, ({ end }) => end - 5),
      closedDay: new Int32Array(churned.length).fill(NO_DAY),
      hasClosedDay: false,
      columns: new Map(),
      backDated,
    },
    panel.accountIds.length,
  );
  return { ...panel, records: new Map([['exit', source]]) };
}
