/** Decimals of the verdict's numbers: one more than the sentence, as an interval of ±0.02 needs it. */
export const numberDigits = 3;

/** True where two figures and their difference, each rounded, don't add up on the screen; false where one is missing. */
export function roundsApart(a?: number, b?: number, difference?: number): boolean {
  if (a === undefined || b === undefined || difference === undefined) return false;
  const units = (value: number) => Math.round(Number(value.toFixed(numberDigits)) * 10 ** numberDigits);
  return units(a) - units(b) !== units(difference);
}
