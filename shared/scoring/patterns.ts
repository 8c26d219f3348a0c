import { roundValue } from '../measures/round-value.ts';
import type { Pattern, Scorecard } from '../schemas/scorecard.ts';

/**
 * Which of a pattern's four cells an account is in: 0 both low, 1 only `across` high, 2 only `upward` high, 3 both
 * high. A value equal to the cut is high; cuts are rounded to 9 decimals as values are. Null where either is missing.
 * @param valueFor value of a measure by id; NaN = missing
 */
export function patternCell(
  { across, upward }: Pick<Pattern, 'across' | 'upward'>,
  valueFor: (measureId: string) => number,
): number | null {
  const x = valueFor(across.measureId);
  const y = valueFor(upward.measureId);
  if (Number.isNaN(x) || Number.isNaN(y)) return null;
  return Number(x >= roundValue(across.cut)) + 2 * Number(y >= roundValue(upward.cut));
}

/** The cell of each of a scorecard's patterns, in order; null where a value is missing. Empty without patterns. */
export function patternCells(
  { patterns = [] }: Pick<Scorecard, 'patterns'>,
  valueFor: (measureId: string) => number,
): (number | null)[] {
  return patterns.map((pattern) => patternCell(pattern, valueFor));
}

/** Ids of the measures that a scorecard's patterns read; they score nothing. */
export function patternMeasures({ patterns = [] }: Pick<Scorecard, 'patterns'>): string[] {
  return [...new Set(patterns.flatMap(({ across, upward }) => [across.measureId, upward.measureId]))];
}

/** A cell as a person reads it: the name it was given, else its two measures with ↑ for high and ↓ for low. */
export function patternCellName(
  { across, upward, cells }: Pattern,
  cell: number,
  nameOf: (measureId: string) => string,
): string {
  const own = cells[cell]?.label ?? '';
  if (own !== '') return own;
  return `${nameOf(upward.measureId)} ${cell >= 2 ? '↑' : '↓'} · ${nameOf(across.measureId)} ${cell % 2 === 1 ? '↑' : '↓'}`;
}
