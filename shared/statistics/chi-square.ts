import { normalCdf } from './normal.ts';

/** The chance that a chi-square value with `degreesOfFreedom` (an integer ≥ 1) is at least `statistic` (≥ 0).
 * From 0 to 1, relative error about 1e-13; NaN in → NaN out. Throws on other degrees of freedom.
 * Source: Abramowitz & Stegun 26.4.4 and 26.4.5 (finite sums for odd and even degrees of freedom). */
export function chiSquareUpperTail(statistic: number, degreesOfFreedom: number): number {
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1)
    throw new RangeError(`degrees of freedom must be a whole number of at least 1, not ${degreesOfFreedom}`);
  const odd = degreesOfFreedom % 2 === 1;
  const root = Math.sqrt(statistic);
  const decay = Math.exp(-statistic / 2);
  let sum = odd ? 2 * normalCdf(-root) : decay;
  let term = odd ? decay * root * Math.sqrt(2 / Math.PI) : (decay * statistic) / 2;
  for (let k = odd ? 3 : 4; k <= degreesOfFreedom; k += 2) {
    sum += term;
    term *= statistic / k;
  }
  return sum;
}
