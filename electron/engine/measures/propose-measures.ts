import {
  type AsOfRows,
  computeMeasure,
  parseAttributeNumber,
} from '../../../shared/measures/compute-measure.ts';
import {
  type Dataset,
  lastDayKnownBy,
  type MetricSeries,
  NO_DAY,
  type RecordSource,
} from '../../../shared/measures/dataset.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';
import type { AnalysisData } from './analysis-data.ts';

const words = {
  ja: {
    sum: (name: string, window: string) => `${name} (${window})`,
    days: '直近28日',
    period: '直近の1期間',
    active: (name: string) => `${name}のあった日数`,
    since: (name: string) => `最後に「${name}」があってからの日数`,
    change: (name: string) => `${name}の変化`,
    latest: (name: string) => `${name} (最新)`,
    records: (name: string) => `${name}の件数 (90日)`,
    users: (name: string) => `${name}の利用者数 (28日)`,
    features: (name: string) => `${name}で使われた機能の数 (28日)`,
    nps: 'NPS (アンケート、1年)',
    rating: '最後のヒアリングの評価',
    sinceHearing: '最後のヒアリングからの日数',
    tenure: '契約からの日数',
  },
  en: {
    sum: (name: string, window: string) => `${name} (${window})`,
    days: 'last 28 days',
    period: 'last complete period',
    active: (name: string) => `Days with ${name}`,
    since: (name: string) => `Days since “${name}” was last above 0`,
    change: (name: string) => `Change of ${name}`,
    latest: (name: string) => `${name} (newest)`,
    records: (name: string) => `${name}, count in 90 days`,
    users: (name: string) => `Users in ${name} (28 days)`,
    features: (name: string) => `Features used in ${name} (28 days)`,
    nps: 'NPS (surveys, a year)',
    rating: 'Rating of the last hearing',
    sinceHearing: 'Days since the last hearing',
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
  for (const series of dataset.metrics.values()) proposeForSeries(dataset, series, text, add);
  for (const { name } of dataset.events.values()) {
    const window = { eventSource: name, period: 'day', lookback: 28, shift: 0, events: [] } as const;
    add(text.users(name), { type: 'distinctUsers', ...window, events: [] });
    add(text.features(name), { type: 'distinctFeatures', ...window, events: [] });
  }
  for (const source of dataset.records.values()) proposeForRecords(source, text, add);
  if (dataset.lives.account.length > 0) add(text.tenure, { type: 'tenure' });
  // A snapshot has no dates: what it says of an account is all there is.
  if (dataset.snapshotFlag !== null) {
    for (const [name, values] of dataset.attributes) {
      if (isNumeric(values)) add(name, { type: 'attribute', attribute: name });
    }
  }
  return measures;
}

/** More than two different numbers: a yes or no coded 0 and 1 ranks little. */
function isNumeric(values: readonly (string | undefined)[]): boolean {
  const present = new Set(values.filter((value) => value !== undefined));
  return present.size > 2 && [...present].every((value) => !Number.isNaN(parseAttributeNumber(value)));
}

type Add = (name: string, aggregation: Aggregation, direction?: 'higher' | 'lower') => void;

/** What rows of each kind are usually asked; contacts are left out, since who is called depends on who is at risk. */
function proposeForRecords(
  { name: source, kind }: RecordSource,
  text: (typeof words)[keyof typeof words],
  add: Add,
): void {
  const rows = { source, filters: [] };
  switch (kind) {
    case 'record':
      add(text.records(source), { type: 'recordCount', ...rows, lookbackDays: 90, openOnly: false }, 'lower');
      return;
    case 'survey':
      add(text.nps, { type: 'recordNps', ...rows, column: 'score', lookbackDays: 365 });
      return;
    case 'hearingNote':
      add(text.rating, { type: 'latestRecord', ...rows, column: 'rating', staleAfterDays: 365 });
      add(text.sinceHearing, { type: 'daysSinceRecord', ...rows }, 'lower');
      return;
    case 'intervention':
      return;
  }
}

function proposeForSeries(
  dataset: Dataset,
  series: MetricSeries,
  text: (typeof words)[keyof typeof words],
  add: Add,
): void {
  const { name, kind, grain } = series;
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
  const since: Aggregation = { type: 'daysSinceLast', metric: name };
  if (!isNearlyConstant(dataset, since, series)) add(text.since(name), since, 'lower');
}

/** From this share of equal values on, a measure ranks hardly anybody. */
const NEARLY_ALL = 0.95;

/** True where nearly all accounts under contract on the metric's last day have the same value. */
function isNearlyConstant(dataset: Dataset, aggregation: Aggregation, { range }: MetricSeries): boolean {
  const measure: Measure = { id: 'since', name: 'since', aggregation, direction: 'lower', actionable: false };
  const values = computeMeasure(dataset, measure, new Map(), rowsOn(dataset, lastDayKnownBy(range, NO_DAY)));
  const present = values.filter((value) => !Number.isNaN(value));
  const counts = new Map<number, number>();
  for (const value of present) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values()) >= NEARLY_ALL * present.length;
}

/** The lives that cover a day. */
function rowsOn({ lives }: Dataset, day: number): AsOfRows {
  const covering = Int32Array.from(lives.account.keys()).filter(
    (life) => lives.startDay[life]! <= day && lives.endDay[life]! > day,
  );
  const lifeStart = covering.map((life) => lives.startDay[life]!);
  return {
    account: covering.map((life) => lives.account[life]!),
    lifeStart,
    recordsFrom: lifeStart,
    asOf: covering.map(() => day),
  };
}
