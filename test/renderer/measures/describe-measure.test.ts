import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { describeMeasure, type MeasureWords } from '../../../renderer/format/describe-measure.ts';
import { enMeasures } from '../../../renderer/i18n/en/measures.ts';
import { jaMeasures } from '../../../renderer/i18n/ja/measures.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';

async function wordsIn(language: 'ja' | 'en'): Promise<MeasureWords> {
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    resources: { ja: { measures: jaMeasures }, en: { measures: enMeasures } },
    interpolation: { escapeValue: false },
  });
  return {
    t: i18n.getFixedT(language, 'measures'),
    grainOf: (metric) => (metric === 'MRR' ? 'month' : 'day'),
    kindOf: (metric) => (metric === 'MRR' ? 'level' : metric === 'logins' ? 'flow' : null),
    measureName: (id) => ({ a: 'Users', b: 'Seats' })[id] ?? null,
    sourceName: (source) => source,
    columnName: (_, column) => column,
  };
}

function measure(aggregation: Aggregation, direction: Measure['direction'] = 'higher'): Measure {
  return { id: 'm', name: 'm', aggregation, direction, actionable: true };
}

const sum: Aggregation = { type: 'sum', metric: 'logins', lookback: 28, shift: 0, noRow: 'byKind' };

describe('a measure in words', () => {
  it('names column, window and direction in both languages', async () => {
    expect(describeMeasure(measure(sum), await wordsIn('en'))).toBe(
      'Sum of “logins” over the last 28 days; a day without a row counts as 0. Higher is healthy.',
    );
    expect(describeMeasure(measure(sum), await wordsIn('ja'))).toBe(
      '直近28日の「logins」の合計。行のない日は0とする。大きいほど健全。',
    );
  });

  it('counts whole periods of a monthly column', async () => {
    const text = describeMeasure(measure({ ...sum, metric: 'MRR', lookback: 3 }), await wordsIn('en'));
    expect(text).toContain('the last 3 complete months');
  });

  it('says when the window is moved back and what a day without a row counts', async () => {
    const text = describeMeasure(measure({ ...sum, shift: 90, noRow: 'missing' }), await wordsIn('en'));
    expect(text).toBe(
      'Sum of “logins” over the last 28 days, seen from 90 days earlier; days without a row are left out. Higher is healthy.',
    );
  });

  it('says per what a mean is and the rule of the column’s kind', async () => {
    const mean = (metric: string): Aggregation => ({ ...sum, type: 'mean', metric });
    expect(describeMeasure(measure(mean('logins')), await wordsIn('ja'))).toBe(
      '直近28日の「logins」の1日あたりの平均。行のない日は0とする。大きいほど健全。',
    );
    expect(describeMeasure(measure(mean('MRR')), await wordsIn('en'))).toBe(
      'Mean of “MRR” per month over the last 28 complete months; months without a row are left out. Higher is healthy.',
    );
    expect(describeMeasure(measure(mean('unknown')), await wordsIn('en'))).toBe(
      'Mean of “unknown” per day over the last 28 days. Higher is healthy.',
    );
  });

  it('lists the conditions on records', async () => {
    const filters = [
      { column: 'type', operator: 'equals', value: 'bug' },
      { column: 'state', operator: 'notEquals', value: 'closed' },
    ] as const;
    const count: Aggregation = {
      type: 'recordCount',
      source: 'tickets',
      lookbackDays: 90,
      filters: [...filters],
      openOnly: false,
    };
    expect(describeMeasure(measure(count, 'lower'), await wordsIn('en'))).toBe(
      'Number of “tickets” in the last 90 days where type is “bug” and state is not “closed”. Lower is healthy.',
    );
  });

  it('names the parts of a ratio, also a part that is gone', async () => {
    const words = await wordsIn('en');
    const ratio = (denominator: string): Aggregation => ({ type: 'ratio', numerator: 'a', denominator });
    expect(describeMeasure(measure(ratio('b')), words)).toContain('“Users” ÷ “Seats”');
    expect(describeMeasure(measure(ratio('x')), words)).toContain('deleted measure');
  });

  it('names the measures of a formula and says what ranks are compared', async () => {
    const formula: Aggregation = { type: 'formula', formula: '[a] ÷ max([b], 1) + [x]' };
    expect(describeMeasure(measure(formula), await wordsIn('en'))).toBe(
      'Value of the formula [Users] ÷ max([Seats], 1) + [deleted measure]. Higher is healthy.',
    );
    const rank: Aggregation = { type: 'peerPercentile', measure: 'a', attribute: 'プラン' };
    expect(describeMeasure(measure(rank), await wordsIn('ja'))).toBe(
      '同じ日に属性「プラン」が同じ顧客の中での「Users」の順位 (0〜100、50が真ん中)。大きいほど健全。',
    );
  });

  it('has a sentence without holes for every way of computing', async () => {
    const window = { metric: 'logins', lookback: 7, shift: 0 };
    const all: Aggregation[] = [
      { type: 'latest', metric: 'logins', staleAfterDays: null },
      { type: 'latest', metric: 'logins', staleAfterDays: 90 },
      ...(['sum', 'mean', 'min', 'max', 'change'] as const).map(
        (type): Aggregation => ({ type, ...window, noRow: 'zero' }),
      ),
      { type: 'activeDays', ...window },
      { type: 'daysSinceLast', metric: 'logins' },
      { type: 'ratio', numerator: 'a', denominator: 'b' },
      { type: 'tenure' },
      { type: 'attribute', attribute: 'plan' },
      { type: 'recordCount', source: 's', lookbackDays: 9, filters: [], openOnly: true },
      { type: 'daysSinceRecord', source: 's', filters: [] },
      { type: 'slope', ...window, noRow: 'byKind' },
      { type: 'nps', ...window },
      { type: 'recordSum', source: 's', column: 'c', lookbackDays: 9, filters: [] },
      { type: 'recordNps', source: 's', column: 'c', lookbackDays: 9, filters: [] },
      { type: 'latestRecord', source: 's', column: 'c', staleAfterDays: null, filters: [] },
      { type: 'latestRecord', source: 's', column: 'c', staleAfterDays: 9, filters: [] },
      { type: 'formula', formula: '[a] + 1' },
      { type: 'zScore', measure: 'a', steps: 12 },
      { type: 'peerPercentile', measure: 'a', attribute: null },
      { type: 'peerPercentile', measure: 'a', attribute: 'plan' },
    ];
    for (const language of ['ja', 'en'] as const) {
      const words = await wordsIn(language);
      const sentences = all.map((aggregation) => describeMeasure(measure(aggregation), words));
      expect(new Set(sentences).size).toBe(all.length);
      expect(sentences.join()).not.toMatch(/\{\{|sentence\.|window\./);
    }
  });
});
