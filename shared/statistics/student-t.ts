import { normalCdf, normalQuantile } from './normal.ts';

/** The chance that Student's t with `degreesOfFreedom` (≥ 1, may be fractional or infinite) is at most `t`.
 * From 0 to 1, absolute error below 1e-11; NaN in → NaN out. Throws on degrees of freedom below 1.
 * Source: Abramowitz & Stegun 26.5 and 26.7 (incomplete beta function by its continued fraction). */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  const tail = upperTail(Math.abs(t), degreesOfFreedom);
  return t > 0 ? 1 - tail : tail;
}

/** The value below which a share `p` of Student's t with `degreesOfFreedom` (≥ 1) lies:
 * −∞ at 0, +∞ at 1, NaN outside 0…1. Relative error below 1e-10 (1e-13 up to 300 degrees);
 * at .975 with 11 degrees 2.200985.
 * Newton on the logarithm of the tail against ln t, which is concave and so always converges.
 * Source: values checked against R's qt. */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0.5) return 0;
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const tail = Math.min(p, 1 - p);
  const size = quantileOfUpperTail(tail, degreesOfFreedom);
  return p < 0.5 ? -size : size;
}

function checkDegrees(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom >= 1))
    throw new RangeError(`degrees of freedom must be at least 1, not ${degreesOfFreedom}`);
}

/** Above this Hill's expansion is closer than the fraction, whose rounding grows with the degrees. */
const nearlyNormal = 3e3;

function upperTail(t: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalCdf(-t);
  if (degreesOfFreedom > nearlyNormal) return normalCdf(-normalEquivalent(t, degreesOfFreedom));
  const share = degreesOfFreedom / (degreesOfFreedom + t * t);
  return halfIncompleteBeta(share, degreesOfFreedom / 2, (t * t) / (degreesOfFreedom + t * t));
}

/** The normal deviate with the same upper tail. Source: G. W. Hill, Algorithm 395, CACM 13 (1970). */
function normalEquivalent(t: number, degreesOfFreedom: number): number {
  const a = degreesOfFreedom - 0.5;
  const b = 48 * a * a;
  const y = a * Math.log1p((t * t) / degreesOfFreedom);
  const second = (((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b);
  return Math.sqrt(y) * (1 + (second + y + 3) / b);
}

function quantileOfUpperTail(tail: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === 1) return 1 / Math.tan(Math.PI * tail);
  if (degreesOfFreedom === 2) return (1 - 2 * tail) / Math.sqrt(2 * tail * (1 - tail));
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return -normalQuantile(tail);
  const wanted = Math.log(tail);
  let t = -normalQuantile(tail);
  for (let step = 0; step < 200; step += 1) {
    const reached = upperTail(t, degreesOfFreedom);
    const move = ((Math.log(reached) - wanted) * reached) / (density(t, degreesOfFreedom) * t);
    t *= Math.exp(Math.min(move, 50));
    // Newton squares its error: after a step this small the rest is rounding
    if (Math.abs(move) < 1e-9) break;
  }
  return t;
}

function density(t: number, degreesOfFreedom: number): number {
  const height = gammaHalfStep(degreesOfFreedom / 2) / Math.sqrt(degreesOfFreedom * Math.PI);
  return height * Math.exp((-(degreesOfFreedom + 1) / 2) * Math.log1p((t * t) / degreesOfFreedom));
}

/** ½·I_x(a, ½), with 1 − x given apart so that neither end loses digits. */
function halfIncompleteBeta(x: number, a: number, rest: number): number {
  if (rest === 0) return 0.5;
  if (x === 0) return 0;
  const logX = x < 0.5 ? Math.log(x) : Math.log1p(-rest);
  const front = (Math.exp(a * logX) * Math.sqrt(rest) * gammaHalfStep(a)) / Math.sqrt(Math.PI);
  if (x < (a + 1) / (a + 2.5)) return (0.5 * front * betaFraction({ x, rest, a, b: 0.5 })) / a;
  return 0.5 - front * betaFraction({ x: rest, rest: x, a: 0.5, b: a });
}

/** The continued fraction of the incomplete beta function, by Lentz's method; `rest` is 1 − x. */
function betaFraction({ x, rest, a, b }: { x: number; rest: number; a: number; b: number }): number {
  let c = 1;
  let d = (a + 1) / (1 - b + (a + b) * rest);
  let fraction = d;
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction;
}

/** Γ(a + ½) ÷ Γ(a): stepped up to a ≥ 20, then the asymptotic series of its logarithm. */
function gammaHalfStep(a: number): number {
  let shifted = a;
  let factor = 1;
  while (shifted < 20) {
    factor *= shifted / (shifted + 0.5);
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    -1 / 8 + square * (1 / 192 + square * (-1 / 640 + square * (17 / 14336 - (square * 31) / 18432)));
  return factor * Math.sqrt(shifted) * Math.exp(series * inverse);
}
