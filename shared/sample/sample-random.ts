import { createRandom } from '../statistics/random.ts';

/** A seeded stream of draws in the shapes the sample needs; built on + − × ÷ only, so equal on every machine. */
export interface SampleRandom {
  /** Uniform in [0, 1). */
  next: () => number;
  /** Whole number in [low, high], both ends included. */
  whole: (low: number, high: number) => number;
  /** Uniform in [low, high). */
  between: (low: number, high: number) => number;
  /** True with the given probability. */
  chance: (probability: number) => boolean;
  /** Bell-shaped, mean 0, standard deviation 1, within ±6 (sum of 12 uniforms). */
  bell: () => number;
}

/**
 * One stream of the sample's seed (xoshiro128**, see statistics/random.ts). Each account has its own streams, so a
 * change to one account or file leaves the others as they were. `seed` and `stream` are whole numbers 0 … 2³² − 1.
 */
export function createSampleRandom(seed: number, stream: number): SampleRandom {
  const mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35);
  const random = createRandom((mixed ^ (mixed >>> 15)) >>> 0);
  const next = random.uniform;
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    bell: () => {
      let sum = 0;
      for (let i = 0; i < 12; i++) sum += next();
      return sum - 6;
    },
  };
}
