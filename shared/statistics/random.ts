import { normalQuantile } from './normal.ts';

/** The name that goes with every resampled figure: the same name and seed give the same figures anywhere. */
export const generatorName = 'xoshiro128** (splitmix32)';

/** A stream of random draws; every call moves it on. */
export type Random = {
  /** A whole number from 0 to 2³² − 1. */
  readonly nextUint32: () => number;
  /** From 0 (included) to 1 (excluded), 53 bits, two draws. */
  readonly uniform: () => number;
  /** A whole number from 0 to `below` − 1 (1 ≤ below ≤ 2³²), each exactly as likely. */
  readonly integer: (below: number) => number;
  /** Mean 0, standard deviation 1, by inverting the normal distribution function. */
  readonly normal: () => number;
  /** Reorders in place and returns the same array (Fisher–Yates, from the end). */
  readonly shuffle: <T extends Shuffled<unknown>>(values: T) => T;
  /** `length` weights ≥ 0 that sum to 1, every such set equally likely (Dirichlet(1)). */
  readonly dirichlet: (length: number) => Float64Array;
};

type Shuffled<Entry> = { [index: number]: Entry; readonly length: number };

/** A generator for resampling and sample data, not for secrets. `seed` is a whole number 0 … 2³² − 1.
 * Deterministic on every machine. Throws on another seed.
 * Source: D. Blackman & S. Vigna, xoshiro128** 1.1 (prng.di.unimi.it); seeding by splitmix32 (the 32-bit
 * finaliser of MurmurHash3 over a Weyl sequence with step 0x9e3779b9). */
export function createRandom(seed: number): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError(`a seed is a whole number from 0 to 4294967295, not ${seed}`);
  const nextUint32 = xoshiro128(splitmix32(seed, 4));
  const uniform = () => ((nextUint32() >>> 5) * 0x4000000 + (nextUint32() >>> 6)) / 0x20000000000000;
  const openUniform = () =>
    ((nextUint32() >>> 6) * 0x4000000 + (nextUint32() >>> 6) + 0.5) / 0x10000000000000;
  const integer = (below: number) => drawInteger(nextUint32, below);
  return {
    nextUint32,
    uniform,
    integer,
    normal: () => normalQuantile(openUniform()),
    shuffle: (values) => shuffleInPlace(values, integer),
    dirichlet: (length) => flatDirichlet(length, openUniform),
  };
}

/** The generator itself from a state of four 32-bit words, not all 0; exported so that its published sequence
 * can be checked. */
export function xoshiro128(state: Uint32Array): () => number {
  const s = Uint32Array.from(state);
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(s[1]!, 5), 7), 9) >>> 0;
    const shifted = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= shifted;
    s[3] = rotateLeft(s[3]!, 11);
    return result;
  };
}

function splitmix32(seed: number, words: number): Uint32Array {
  let weyl = seed >>> 0;
  return Uint32Array.from({ length: words }, () => {
    weyl = (weyl + 0x9e3779b9) >>> 0;
    let mixed = weyl ^ (weyl >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  });
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function drawInteger(nextUint32: () => number, below: number): number {
  if (!Number.isInteger(below) || below < 1 || below > 0x100000000)
    throw new RangeError(`cannot draw a whole number below ${below}`);
  const fair = 0x100000000 - (0x100000000 % below);
  let draw = nextUint32();
  while (draw >= fair) draw = nextUint32();
  return draw % below;
}

function shuffleInPlace<T extends Shuffled<unknown>>(values: T, integer: (below: number) => number): T {
  const cells: Shuffled<unknown> = values;
  for (let last = cells.length - 1; last > 0; last -= 1) {
    const other = integer(last + 1);
    const kept = cells[last];
    cells[last] = cells[other];
    cells[other] = kept;
  }
  return values;
}

function flatDirichlet(length: number, openUniform: () => number): Float64Array {
  const weights = new Float64Array(length);
  let total = 0;
  for (let i = 0; i < length; i += 1) {
    weights[i] = -Math.log(openUniform());
    total += weights[i]!;
  }
  for (let i = 0; i < length; i += 1) weights[i]! /= total;
  return weights;
}
