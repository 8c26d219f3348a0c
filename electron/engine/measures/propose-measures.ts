import type { MetricSeries } from '../../../shared/measures/dataset.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';
import type { AnalysisData } from './analysis-data.ts';

const words = {
  ja: {
    sum: (name: string, window: string) => `${name} (${window})`,
    days: '直近28日',
    period: '直近の1期間',
    active: (name: string) => `${name}のあった日数`,
    since: (name: string) => `最後の${name}からの日数`,
    change: (name: string) => `${name}の変化`,
    latest: (name: string) => `${name} (最新)`,
    records: (name: string) => `${name}の件数 (90日)`,
    tenure: '契約からの日数',
  },
  en: {
    sum: (name: string, window: string) => `${name} (${window})`,
    days: 'last 28 days',
    period: 'last complete period',
    active: (name: string) => `Days with ${name}`,
    since: (name: string) => `Days since last ${name}`,
    change: (name: string) => `Change of ${name}`,
    latest: (name: string) => `${name} (newest)`,
    records: (name: string) => `${name}, count in 90 days`,
    tenure: 'Days since start',
  },
} as const;

/** Ready measures for the metrics, records and lives at hand: a start, each to be kept, changed or left. */
export function proposeMeasures({ dataset }: AnalysisData, language: 'ja' | 'en'): Measure[] {
  const text = words[language];
  const measures: Measure[] = [];
  const add = (name: string, aggregation: Aggregation, direction: 'higher' | 'lower' = 'higher'): void => {
    measures.push({ id: `p${measures.length + 1}`, name, aggregation, direction, actionable: false });
  };
  for (const series of dataset.metrics.values()) proposeForSeries(series, text, add);
  for (const source of dataset.records.values()) {
    add(
      text.records(source.name),
      { type: 'recordCount', source: source.name, lookbackDays: 90, filters: [], openOnly: false },
      'lower',
    );
  }
  if (dataset.lives.account.length > 0) add(text.tenure, { type: 'tenure' });
  return measures;
}

function proposeForSeries(
  { name, kind, grain }: MetricSeries,
  text: (typeof words)[keyof typeof words],
  add: (name: string, aggregation: Aggregation, direction?: 'higher' | 'lower') => void,
): void {
  const window = { lookback: grain === 'day' ? 28 : 1, shift: 0 };
  if (kind === 'level') {
    add(text.latest(name), { type: 'latest', metric: name, staleAfterDays: null });
    return;
  }
  add(text.sum(name, grain === 'day' ? text.days : text.period), {
    type: 'sum',
    metric: name,
    ...window,
    noRow: 'byKind',
  });
  if (grain === 'day') add(text.active(name), { type: 'activeDays', metric: name, ...window });
  add(text.change(name), { type: 'change', metric: name, ...window, noRow: 'byKind' });
  add(text.since(name), { type: 'daysSinceLast', metric: name }, 'lower');
}
