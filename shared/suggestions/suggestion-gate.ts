/** What suggestions the design window's churned accounts allow.
 * `none` below 10; `few` 10–29: equal weights, at most 3 bins; `some` 30–99: penalised weights too, but the free
 * numbers of all accepted suggestions together stay within a tenth of the churned accounts; `all` from 100. */
export type SuggestionGate = {
  readonly level: 'none' | 'few' | 'some' | 'all';
  /** Distinct churned, scored accounts of the design window. */
  readonly churners: number;
  /** Numbers that may be learnt in all (level `some`); Infinity at `all`, 0 below. */
  readonly freeNumbers: number;
};

/** Churned accounts from which penalised weights may be learnt, and those by 2·AUC − 1, which no penalty holds back. */
export const leastForRidgeWeights = 30;
export const leastForAucWeights = 100;

/** Quantile bins that cut-offs start from. */
export const mostBins = 10;

/** The gate for a number of distinct churned, scored accounts (≥ 0) of the design window. */
export function suggestionGate(churners: number): SuggestionGate {
  if (churners < 10) return { level: 'none', churners, freeNumbers: 0 };
  if (churners < leastForRidgeWeights) return { level: 'few', churners, freeNumbers: 0 };
  if (churners < leastForAucWeights)
    return { level: 'some', churners, freeNumbers: Math.floor(churners / 10) };
  return { level: 'all', churners, freeNumbers: Number.POSITIVE_INFINITY };
}

/** Most bins a suggested scale may have (1 = no cut-off). `numbersUsed` = free numbers of suggestions already
 * accepted. b bins cost `freeNumbersOfBins(b)`. */
export function binsAllowed(gate: SuggestionGate, numbersUsed = 0): number {
  if (gate.level === 'none') return 1;
  if (gate.level === 'few') return 3;
  let bins = 1;
  while (bins < mostBins && freeNumbersOfBins(bins + 1) <= gate.freeNumbers - numbersUsed) bins++;
  return bins;
}

/** What b bins learn: b − 1 cut-offs, and the points of all bins but the best and the worst, which are fixed. */
export function freeNumbersOfBins(bins: number): number {
  return bins < 2 ? 0 : bins - 1 + (bins - 2);
}

/** Whether weights of this many measures may be learnt: they cost one number less than there are measures. */
export function areWeightsAllowed(gate: SuggestionGate, measures: number, numbersUsed = 0): boolean {
  if (gate.level === 'none' || gate.level === 'few') return false;
  return measures - 1 <= gate.freeNumbers - numbersUsed;
}

/** Whether weights by 2·AUC − 1, which no penalty holds back, may be learnt. */
export function areAucWeightsAllowed({ level }: SuggestionGate): boolean {
  return level === 'all';
}

/** Distinct accounts with a positive row. */
export function countChurnedAccounts(rows: {
  readonly account: ArrayLike<number>;
  readonly positive: ArrayLike<number>;
}): number {
  const churned = new Set<number>();
  for (let r = 0; r < rows.account.length; r++) if (rows.positive[r] === 1) churned.add(rows.account[r]!);
  return churned.size;
}
