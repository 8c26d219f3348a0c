/** Φ(z): the chance that a standard normal value is at most `z`; from 0 to 1, NaN in → NaN out.
 * Relative error about 1e-15 in the lower tail down to z ≈ −37 (then 0); for a far upper tail use Φ(−z).
 * Source: W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969),
 * in the arrangement of W. J. Cody, algorithm 715 (ACM TOMS 19, 1993). */
export function normalCdf(z: number): number {
  const distance = Math.abs(z);
  if (distance <= 0.67448975) {
    const square = z * z;
    return 0.5 + z * ratio(nearTop, nearBottom, square);
  }
  const tail = distance > 38.5 ? 0 : lowerTail(distance);
  return z < 0 ? tail : 1 - tail;
}

/** The standard normal value below which a share `p` lies: −∞ at 0, +∞ at 1, NaN outside 0…1.
 * Relative error about 1e-16 (normalQuantile(.975) = 1.959963984540054).
 * Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution",
 * Applied Statistics 37 (1988), routine PPND16. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const fromCentre = p - 0.5;
  if (Math.abs(fromCentre) <= 0.425)
    return fromCentre * ratio(centreTop, centreBottom, 0.180625 - fromCentre * fromCentre);
  const depth = Math.sqrt(-Math.log(fromCentre < 0 ? p : 1 - p));
  const size =
    depth <= 5 ? ratio(middleTop, middleBottom, depth - 1.6) : ratio(tailTop, tailBottom, depth - 5);
  return fromCentre < 0 ? -size : size;
}

/** The normal quantile of .975, the half-width of a 95 % interval in standard errors. */
export const normal975 = 1.959963984540054;

function lowerTail(distance: number): number {
  // exp(−z²/2) loses digits when z² is rounded: split z into a part with an exact square and a rest
  const coarse = Math.trunc(distance * 16) / 16;
  const rest = (distance - coarse) * (distance + coarse);
  const density = Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * rest);
  if (distance <= Math.sqrt(32)) return density * ratio(bodyTop, bodyBottom, distance);
  const inverseSquare = 1 / (distance * distance);
  const series = inverseSquare * ratio(farTop, farBottom, inverseSquare);
  return (density * (oneOverRootTwoPi - series)) / distance;
}

/** Two polynomials, highest power first, one over the other. */
function ratio(top: readonly number[], bottom: readonly number[], x: number): number {
  let numerator = 0;
  for (const coefficient of top) numerator = numerator * x + coefficient;
  let denominator = 0;
  for (const coefficient of bottom) denominator = denominator * x + coefficient;
  return numerator / denominator;
}

const oneOverRootTwoPi = 0.3989422804014327;
const nearTop = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
];
const nearBottom = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const bodyTop = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const bodyBottom = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const farTop = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  2.9112874951168793e-5,
];
const farBottom = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
];
const centreTop = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const centreBottom = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const middleTop = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const middleBottom = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const tailTop = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const tailBottom = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];
