/**
 * Rounds a measure value to 9 decimals, so that values equal on paper compare equal before they are binned or ranked.
 * Beyond ±4,000,000 a double holds no 9 decimals and is returned as it is. NaN stays NaN; −0 becomes 0.
 */
export function roundValue(value: number): number {
  if (!(Math.abs(value) < 4e6)) return value;
  return Math.round(value * 1e9) / 1e9 + 0;
}

/**
 * `left` ÷ `right`; NaN where either is missing or the divisor is 0 as it is shown (0 to 9 decimals): 0.1 + 0.2 − 0.3 is
 * a 0 on paper and a 5e-17 in a double.
 */
export function divideValues(left: number, right: number): number {
  return roundValue(right) === 0 ? Number.NaN : left / right;
}
