import { describe, expect, it } from 'vitest';
import { auc } from '../../../shared/statistics/auc.ts';
import { createRandom, xoshiro128 } from '../../../shared/statistics/random.ts';

// the sequence of state 1, 2, 3, 4, from an independent implementation of the published C code
const published = [
  11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
];

describe('createRandom', () => {
  it('is xoshiro128**', () => {
    const next = xoshiro128(Uint32Array.of(1, 2, 3, 4));
    expect(published.map(() => next())).toEqual(published);
  });

  it('repeats itself for a seed and differs between seeds', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).nextUint32);
    expect(draw(42)).toEqual(draw(42));
    expect(draw(42)).not.toEqual(draw(43));
    expect(draw(0)).not.toEqual([0, 0, 0, 0, 0]);
  });

  it('keeps the figures already shown to people: the first draws of seed 1', () => {
    const random = createRandom(1);
    expect([random.nextUint32(), random.nextUint32(), random.nextUint32()]).toEqual([
      2442144158, 3238099751, 3819917871,
    ]);
  });

  it('draws uniform, normal and whole numbers with the right moments', () => {
    const random = createRandom(2024);
    const n = 100_000;
    let sum = 0;
    let normals = 0;
    let squares = 0;
    const faces = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < n; i += 1) {
      const u = random.uniform();
      expect(u >= 0 && u < 1).toBe(true);
      sum += u;
      const z = random.normal();
      normals += z;
      squares += z * z;
      faces[random.integer(6)]! += 1;
    }
    expect(sum / n).toBeCloseTo(0.5, 2);
    expect(Math.abs(normals / n)).toBeLessThan(0.015);
    expect(squares / n).toBeCloseTo(1, 1);
    for (const face of faces) expect(Math.abs(face / n - 1 / 6)).toBeLessThan(0.006);
  });

  it('shuffles in place, keeps every entry and gives all orders alike', () => {
    const random = createRandom(5);
    const seen = new Map<string, number>();
    for (let i = 0; i < 12_000; i += 1) {
      const order = random.shuffle(Int32Array.of(1, 2, 3)).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['123', '132', '213', '231', '312', '321']);
    for (const count of seen.values()) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('draws Dirichlet(1) weights that sum to 1, each with mean 1/n and variance (n − 1)/(n²(n + 1))', () => {
    const random = createRandom(11);
    const first = Array.from({ length: 20_000 }, () => {
      const weights = random.dirichlet(4);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      return weights[0]!;
    });
    const mean = first.reduce((sum, weight) => sum + weight, 0) / first.length;
    const variance = first.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / first.length;
    expect(mean).toBeCloseTo(0.25, 2);
    expect(variance).toBeCloseTo(3 / 80, 2);
  });

  it('lets the best of 50 designs on noise reach an AUC of about .633 with 20 churners of 200', () => {
    const random = createRandom(17);
    const draws = 60;
    let total = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const measures = Array.from({ length: 8 }, () => Array.from({ length: 200 }, random.normal));
      let best = 0;
      for (let design = 0; design < 50; design += 1) {
        const weights = random.dirichlet(8).map((weight) => (random.integer(2) === 0 ? weight : -weight));
        const score = measures[0]!.map((_, row) =>
          weights.reduce((sum, w, m) => sum + w * measures[m]![row]!, 0),
        );
        best = Math.max(best, auc(score.slice(20), score.slice(0, 20))!);
      }
      total += best - 0.5;
    }
    expect(Math.abs(total / draws / 0.133 - 1)).toBeLessThan(0.1);
  });

  it('refuses a seed that is no 32-bit whole number', () => {
    for (const seed of [-1, 1.5, 2 ** 32, Number.NaN]) expect(() => createRandom(seed)).toThrow(RangeError);
  });
});
