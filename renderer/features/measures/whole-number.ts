/** What a number field holds as a whole number; an empty or half-typed field is 0. */
export function wholeNumber(typed: string | number): number {
  const value = Math.round(Number(typed));
  return Number.isFinite(value) ? value : 0;
}
