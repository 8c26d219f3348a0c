import { roundValue } from '../measures/round-value.ts';
import { poolAdjacent } from '../statistics/isotonic.ts';
import type { SameDateRows } from '../statistics/same-date-pairs.ts';
import { buildMeasureBins, type MeasureBin, type MeasureBins, type MissingBin } from './measure-bins.ts';
import { shortestDecimal } from './shortest-decimal.ts';
import { binsAllowed, freeNumbersOfBins, type SuggestionGate } from './suggestion-gate.ts';

/** What a suggested bin rests on. */
export type SuggestedBin = Omit<MeasureBin, 'members'> & {
  /** Churned rows ÷ rows. */
  readonly rate: number;
  /** (churners + p) ÷ (accounts + 1), p = the overall share of churned accounts: what the points come from. */
  readonly smoothedRate: number;
  readonly points: number;
};

export type CutoffEvidence = {
  /** Ascending by value. */
  readonly bins: readonly Omit<SuggestedBin, 'points' | 'smoothedRate'>[];
  readonly missing: (MissingBin & { readonly rate: number }) | null;
  /** Distinct accounts with a value, and the share of them that churned with one. */
  readonly accounts: number;
  readonly overallShare: number;
};

export type CutoffSuggestion =
  | ({
      readonly type: 'suggested';
      /** A value equal to a cut-off belongs to the bin above it; one more points than cut-offs. */
      readonly cutoffs: readonly number[];
      readonly points: readonly number[];
      readonly bins: readonly SuggestedBin[];
      readonly freeNumbers: number;
    } & CutoffEvidence)
  /** One bin is left: no cut-off is supported by the data. */
  | ({ readonly type: 'notSupported' } & CutoffEvidence)
  /** Too few churned accounts, or accepted suggestions have used up the numbers that may be learnt. */
  | { readonly type: 'gated'; readonly reason: 'tooFewChurners' | 'noFreeNumbers' };

/** Suggests cut-offs and points (0–100, steps of 5) of one measure from the rows of the design window.
 * Decile bins, missing apart, are pooled (PAVA) in the measure's direction on churned rows ÷ rows; bins with < 5 %
 * of distinct accounts or < 3 expected churners join the neighbour of nearer rate; down to the gate's number of bins
 * the pair with the smallest loss of log-likelihood joins. As points come from rates per account and bins from
 * rates per row, neighbours whose smoothed rates run against the direction join last, so points never turn back.
 * `values` run beside `rows` (NaN = missing, rounded as measures are). Source: design note "Suggestions". */
export function suggestCutoffs(
  rows: SameDateRows,
  values: ArrayLike<number>,
  options: {
    /** Which direction is healthy. */
    readonly direction: 'higher' | 'lower';
    readonly gate: SuggestionGate;
    /** Free numbers of the suggestions already accepted. */
    readonly numbersUsed?: number;
  },
): CutoffSuggestion {
  const { direction, gate, numbersUsed = 0 } = options;
  if (gate.level === 'none') return { type: 'gated', reason: 'tooFewChurners' };
  const mostBins = binsAllowed(gate, numbersUsed);
  if (mostBins < 2) return { type: 'gated', reason: 'noFreeNumbers' };
  const start = buildMeasureBins(rows, values);
  const overallShare = start.accounts === 0 ? 0 : start.churners / start.accounts;
  const smoothed = (bin: MeasureBin) => (bin.churners + overallShare) / (bin.accounts + 1);
  let bins = pool(start, direction);
  bins = mergeSmall(bins, start, overallShare);
  bins = mergeToCount(bins, start, mostBins);
  bins = mergeReversed(bins, start, (lower, upper) =>
    direction === 'higher' ? smoothed(lower) <= smoothed(upper) : smoothed(lower) >= smoothed(upper),
  );
  const evidence: CutoffEvidence = {
    bins: bins.map(describe),
    missing:
      start.missing === null
        ? null
        : { ...start.missing, rate: start.missing.positives / start.missing.rows },
    accounts: start.accounts,
    overallShare,
  };
  if (bins.length < 2) return { type: 'notSupported', ...evidence };
  const rates = bins.map(smoothed);
  const points = pointsOf(rates);
  return {
    type: 'suggested',
    ...evidence,
    cutoffs: bins.slice(1).map((bin, b) => roundValue(shortestDecimal(bins[b]!.high, bin.low))),
    points,
    bins: bins.map((bin, b) => ({ ...describe(bin), smoothedRate: rates[b]!, points: points[b]! })),
    freeNumbers: freeNumbersOfBins(bins.length),
  };
}

function describe({ low, high, rows, positives, accounts, churners }: MeasureBin) {
  return { low, high, rows, positives, accounts, churners, rate: positives / rows };
}

/** 100·(r_max − r) ÷ (r_max − r_min), to the nearest 5. */
function pointsOf(rates: readonly number[]): number[] {
  const highest = Math.max(...rates);
  const lowest = Math.min(...rates);
  return rates.map((rate) => 5 * Math.round((20 * (highest - rate)) / (highest - lowest)));
}

function pool({ bins, merge }: MeasureBins, direction: 'higher' | 'lower'): MeasureBin[] {
  const blocks = poolAdjacent(
    bins.map((bin) => bin.positives),
    bins.map((bin) => bin.rows),
    direction === 'higher' ? 'decreasing' : 'increasing',
  );
  return blocks.map(({ start, end }) => merge(bins.slice(start, end)));
}

function mergeSmall(bins: readonly MeasureBin[], all: MeasureBins, overallShare: number): MeasureBin[] {
  const isSmall = (bin: MeasureBin) => 20 * bin.accounts < all.accounts || bin.accounts * overallShare < 3;
  let left = [...bins];
  while (left.length > 1 && left.some(isSmall)) {
    const smallest = lowestOf(left, (bin) => bin.accounts);
    left = joinAt(left, nearerNeighbour(left, smallest), all);
  }
  return left;
}

/** Index of the lower one of the pair: a bin and its neighbour of nearer rate, the lower neighbour on a tie. */
function nearerNeighbour(bins: readonly MeasureBin[], at: number): number {
  const distance = (other: number) => {
    const bin = bins[other];
    return bin === undefined
      ? Number.POSITIVE_INFINITY
      : Math.abs(bin.positives / bin.rows - bins[at]!.positives / bins[at]!.rows);
  };
  return distance(at - 1) <= distance(at + 1) ? at - 1 : at;
}

function mergeToCount(bins: readonly MeasureBin[], all: MeasureBins, most: number): MeasureBin[] {
  let left = [...bins];
  while (left.length > most) {
    const pairs = left.slice(1).map((upper, b) => {
      const lower = left[b]!;
      const joined = { rows: lower.rows + upper.rows, positives: lower.positives + upper.positives };
      return logLikelihood(lower) + logLikelihood(upper) - logLikelihood(joined);
    });
    left = joinAt(
      left,
      lowestOf(pairs, (loss) => loss),
      all,
    );
  }
  return left;
}

function logLikelihood({ rows, positives }: { readonly rows: number; readonly positives: number }): number {
  const term = (count: number) => (count === 0 ? 0 : count * Math.log(count / rows));
  return term(positives) + term(rows - positives);
}

function mergeReversed(
  bins: readonly MeasureBin[],
  all: MeasureBins,
  isReversed: (lower: MeasureBin, upper: MeasureBin) => boolean,
): MeasureBin[] {
  let left = [...bins];
  for (;;) {
    const at = left.findIndex((bin, b) => left[b + 1] !== undefined && isReversed(bin, left[b + 1]!));
    if (at < 0) return left;
    left = joinAt(left, at, all);
  }
}

function joinAt(bins: readonly MeasureBin[], at: number, { merge }: MeasureBins): MeasureBin[] {
  return [...bins.slice(0, at), merge(bins.slice(at, at + 2)), ...bins.slice(at + 2)];
}

/** Index of the entry with the lowest figure, the first on a tie. */
function lowestOf<Entry>(entries: readonly Entry[], figure: (entry: Entry) => number): number {
  let best = 0;
  entries.forEach((entry, e) => {
    if (figure(entry) < figure(entries[best]!)) best = e;
  });
  return best;
}
