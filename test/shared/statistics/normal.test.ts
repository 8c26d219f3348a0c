import { describe, expect, it } from 'vitest';
import { normal975, normalCdf, normalQuantile } from '../../../shared/statistics/normal.ts';

// 60-digit values by mpmath's ncdf, rounded to double
const known: [number, number][] = [
  [-37, 5.725571222524577e-300],
  [-20, 2.7536241186062337e-89],
  [-8, 6.220960574271784e-16],
  [-5.7, 5.990371401063528e-9],
  [-5.6, 1.071759025831093e-8],
  [-3, 0.0013498980316300946],
  [-1.5, 0.06680720126885807],
  [-0.7, 0.24196365222307303],
  [-0.67, 0.2514288950953101],
  [-0.3, 0.3820885778110474],
  [-1e-8, 0.4999999960105772],
  [0, 0.5],
  [0.2, 0.579259709439103],
  [0.66, 0.7453730853286639],
  [0.68, 0.7517477695464295],
  [1, 0.8413447460685429],
  [1.96, 0.9750021048517795],
  [2.5, 0.9937903346742238],
  [4, 0.9999683287581669],
  [6, 0.9999999990134123],
];
const quantiles: [number, number][] = [
  [1e-300, -37.0470962993612],
  [1e-50, -14.933337534788489],
  [1e-20, -9.262340089798407],
  [1e-10, -6.361340902404057],
  [1e-5, -4.264890793922825],
  [0.001, -3.0902323061678136],
  [0.025, -1.9599639845400543],
  [0.0749, -1.4402382675279637],
  [0.0751, -1.43882539275254],
  [0.2, -0.8416212335729142],
  [0.4, -0.2533471031357997],
  [0.6, 0.2533471031357997],
  [0.975, 1.9599639845400538],
  [0.999, 3.090232306167813],
];

describe('normalCdf', () => {
  it.each(known)('of %d is %d within 3e-15 of its size', (z, share) => {
    expect(Math.abs(normalCdf(z) / share - 1)).toBeLessThan(3e-15);
  });

  it('is 0 and 1 at the far ends and NaN for NaN', () => {
    expect([normalCdf(-50), normalCdf(50), normalCdf(Number.NEGATIVE_INFINITY)]).toEqual([0, 1, 0]);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });
});

describe('normalQuantile', () => {
  it.each(quantiles)('of %d is %d within 1e-15 of its size', (p, z) => {
    expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1e-15);
  });

  it('is 0 at one half, infinite at the ends and NaN outside', () => {
    expect([normalQuantile(0.5), normalQuantile(0), normalQuantile(1)]).toEqual([0, -Infinity, Infinity]);
    expect([normalQuantile(-0.1), normalQuantile(1.1), normalQuantile(Number.NaN)]).toEqual([NaN, NaN, NaN]);
  });

  it('at .975 is the constant behind every 95 % interval', () => {
    expect(normal975).toBeCloseTo(normalQuantile(0.975), 14);
  });
});
