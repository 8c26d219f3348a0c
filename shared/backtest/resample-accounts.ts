import { createRandom } from '../statistics/random.ts';

/** Largest number of whole numbers that one double holds side by side, and the bits it has for them. */
const MOST_LANES = 4;
const DOUBLE_BITS = 53;

/** Resample counts of several resamples in one column: entry i = Σ count of lane l × 2^(bits·l). */
export interface PackedCounts {
  readonly lanes: number;
  /** How often each account was drawn; sums of it over rows stay exact. */
  readonly counts: Float64Array;
}

/**
 * Draws accounts with replacement, as many as there are, again and again: the one shared set of resample counts of a
 * run. Several resamples lie in one double each, so that one pass over the rows adds up several at once. The same seed
 * gives the same resamples, however many are asked for at a time.
 * @param accountCount accounts in order of id
 * @param mostRows largest weight an account has in any sum (its rows): sums stay below accountCount × mostRows + 1
 */
export class AccountResampler {
  readonly #nextUint32: () => number;
  readonly #counts: Float64Array;
  /** Size of a lane: 2^bits. */
  readonly step: number;
  readonly lanes: number;

  constructor(accountCount: number, mostRows: number, seed: number) {
    const bits = Math.ceil(Math.log2(accountCount * Math.max(1, mostRows) + 2));
    this.lanes = Math.max(1, Math.min(MOST_LANES, Math.floor(DOUBLE_BITS / bits)));
    this.step = 2 ** bits;
    this.#nextUint32 = createRandom(seed).nextUint32;
    this.#counts = new Float64Array(accountCount);
  }

  /** The next resamples, at most `lanes`; the array is reused by the next call. */
  draw(most: number): PackedCounts {
    const lanes = Math.min(this.lanes, most);
    const counts = this.#counts.fill(0);
    const size = counts.length;
    const next = this.#nextUint32;
    let unit = 1;
    for (let lane = 0; lane < lanes; lane++) {
      for (let i = 0; i < size; i++) {
        counts[drawBelow(next, size)]! += unit;
      }
      unit *= this.step;
    }
    return { lanes, counts };
  }
}

/** One lane of packed sums. */
export function unpackLane(packed: number, lane: number, step: number): number {
  let rest = packed;
  for (let l = 0; l < lane; l++) rest = Math.floor(rest / step);
  return rest - Math.floor(rest / step) * step;
}

/**
 * A whole number from 0 to `below` − 1 (below ≤ 2²⁰), each exactly as likely, from 32-bit draws: several times as fast as
 * a remainder where millions are needed. Source: D. Lemire, ACM TOMACS 29 (2019).
 */
export function drawBelow(nextUint32: () => number, below: number): number {
  let draw = nextUint32();
  let rest = Math.imul(draw, below) >>> 0;
  if (rest < below) {
    const unfair = 0x100000000 % below;
    while (rest < unfair) {
      draw = nextUint32();
      rest = Math.imul(draw, below) >>> 0;
    }
  }
  return Math.floor((draw * below) / 0x100000000);
}
