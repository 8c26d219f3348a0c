import type { TFunction } from 'i18next';
import { renameReferences } from '../../shared/measures/formula-parser.ts';
import type { Grain } from '../../shared/schemas/measure.ts';
import type { ValueWorking } from '../../shared/schemas/value-working.ts';

/** What the line needs from around it. */
export interface WorkingWords {
  readonly t: TFunction<'measures'>;
  readonly number: (value: number, digits?: number) => string;
  readonly day: (day: number) => string;
  /** What a measure is called now; null = unknown, then the name that came along holds. */
  readonly measureName: (id: string) => string | null;
}

/** One line of arithmetic that ends in the value: "total 26 ÷ 28 days = 0.929 (0 for 11 days without a row)". */
export function describeWorking(working: ValueWorking, result: number, words: WorkingWords): string {
  const { t, day } = words;
  const number = (of: number) => words.number(of, 3);
  const value = number(result);
  switch (working.type) {
    case 'sum':
      return t('working.sum', { value, rows: number(working.rows), empty: emptyOf(working, words) });
    case 'mean': {
      const units = unitsOf(working.units, working.grain, words);
      return t('working.mean', {
        ...{ value, units, total: number(working.total) },
        empty: emptyOf(working, words),
      });
    }
    case 'min':
    case 'max':
    case 'activeDays': {
      const units = unitsOf(working.units, working.grain, words);
      return t(`working.${working.type}`, { value, units, empty: emptyOf(working, words) });
    }
    case 'slope':
      return t('working.slope', { value, points: number(working.points), empty: emptyOf(working, words) });
    case 'latest':
      return t('working.latest', { value, day: day(working.day) });
    case 'daysBetween':
      return t('working.daysBetween', { value, from: day(working.from), to: day(working.to) });
    case 'change':
      return t('working.change', { value, now: number(working.now), before: number(working.before) });
    case 'nps': {
      const { promoters, detractors, answers } = working;
      return t('working.nps', {
        ...{ value, promoters: number(promoters), detractors: number(detractors), answers: number(answers) },
      });
    }
    case 'distinct':
      return t(`working.${working.of}`, { value, rows: number(working.rows) });
    case 'recordCount':
      return t('working.recordCount', { value, days: number(working.days) });
    case 'recordSum':
      return t('working.recordSum', { value, rows: number(working.records) });
    default:
      return describeParts(working, value, words);
  }
}

type Composite = Extract<ValueWorking, { type: 'ratio' | 'formula' | 'zScore' | 'peerPercentile' }>;
type Part = Extract<ValueWorking, { type: 'ratio' }>['numerator'];

function describeParts(working: Composite, value: string, words: WorkingWords): string {
  const { t } = words;
  const number = (of: number) => words.number(of, 3);
  const part = ({ id, name, value: of }: Part) =>
    t('working.part', { name: words.measureName(id) ?? name, value: number(of) });
  switch (working.type) {
    case 'ratio': {
      const { numerator, denominator } = working;
      return t('working.ratio', { value, numerator: part(numerator), denominator: part(denominator) });
    }
    case 'formula': {
      const of = new Map(working.parts.map((each) => [each.id, part(each)]));
      return t('working.formula', {
        ...{ value, formula: renameReferences(working.formula, (id) => of.get(id) ?? id) },
      });
    }
    case 'zScore': {
      const { mean, deviation, months } = working;
      return t('working.zScore', {
        ...{ value, now: number(working.value), mean: number(mean), deviation: number(deviation) },
        months: number(months),
      });
    }
    case 'peerPercentile': {
      const { below, equal, peers } = working;
      return t('working.peerPercentile', {
        ...{ value, below: number(below), equal: number(equal), peers: number(peers) },
        own: number(working.value),
      });
    }
  }
}

function unitsOf(n: number, grain: Grain, { t, number }: WorkingWords): string {
  return t(`working.unit.${grain}`, { n: number(n, 0), count: n });
}

function emptyOf(
  { empty, grain }: { readonly empty: number; readonly grain: Grain },
  words: WorkingWords,
): string {
  return empty === 0 ? '' : words.t('working.empty', { units: unitsOf(empty, grain, words) });
}
