import { isFlagName } from '../../../shared/backtest/lint-scorecard.ts';
import { cellNumber } from '../../../shared/measures/aggregate-records.ts';
import type { Aggregation } from '../../../shared/schemas/measure.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';

type Source = DataSummary['recordSources'][number];
type AggregationType = Aggregation['type'];

const npsName = /nps|net promoter|推奨/i;

/** The metric to begin with: the one already chosen, else the main usage; an NPS only over what is called one. */
export function firstMetric(from: Aggregation, type: AggregationType, summary: DataSummary | null): string {
  const chosen = 'metric' in from ? from.metric : '';
  const metrics = summary?.metrics ?? [];
  if (type === 'nps') {
    if (from.type === 'nps' || npsName.test(chosen)) return chosen;
    return metrics.find(({ name }) => npsName.test(name))?.name ?? '';
  }
  return chosen || (summary?.mainUsage ?? metrics[0]?.name ?? '');
}

/** The attribute to begin with: seats or amount, else a number that is no flag and not named like an outcome; '' = none. */
export function firstAttribute(summary: DataSummary | null): string {
  const fits = (summary?.attributes ?? []).filter(
    ({ name, numeric, distinct }) => numeric && distinct > 2 && !isFlagName(name),
  );
  const roles = new Map((summary?.contract ?? []).map(({ role, attribute }) => [attribute, role]));
  const ofContract = fits.find(
    ({ name }) => roles.get(name) === 'seats' || roles.get(name) === 'contractAmount',
  );
  return (ofContract ?? fits[0])?.name ?? '';
}

/** The column of a source to begin with: numbers only, answers of 0 to 10 for an NPS; '' = none. */
export function firstColumn(source: Source | undefined, type: AggregationType): string {
  const numbers = (source?.columns ?? []).filter(({ values }) => isNumbers(values, type === 'recordNps'));
  const named = type === 'recordNps' ? numbers.find(({ name }) => npsName.test(name)) : undefined;
  return (named ?? numbers[0])?.name ?? '';
}

const usualKind = { recordNps: 'survey', latestRecord: 'hearingNote' } as const;

/** The records to begin with: those already chosen where they fit, else the first that hold what the type reads. */
export function firstRecords(
  from: Aggregation,
  type: AggregationType,
  summary: DataSummary | null,
): { source: string; column: string } {
  const sources = summary?.recordSources ?? [];
  const chosen = sources.find(({ name }) => 'source' in from && from.source === name);
  if (type !== 'recordSum' && type !== 'recordNps' && type !== 'latestRecord') {
    return { source: (chosen ?? sources[0])?.name ?? '', column: '' };
  }
  if (chosen !== undefined && 'column' in from && from.type === type) {
    return { source: chosen.name, column: from.column };
  }
  const kind = type === 'recordSum' ? null : usualKind[type];
  const inOrder = [chosen, ...sources.filter((source) => source.kind === kind), ...sources];
  const source = inOrder.find((candidate) => firstColumn(candidate, type) !== '') ?? chosen ?? sources[0];
  return { source: source?.name ?? '', column: firstColumn(source, type) };
}

function isNumbers(values: readonly string[], isAnswer: boolean): boolean {
  const present = values.filter((value) => value.trim() !== '');
  return (
    present.length > 0 &&
    present.every((value) => {
      const number = cellNumber(value);
      return isAnswer ? number >= 0 && number <= 10 : !Number.isNaN(number);
    })
  );
}
