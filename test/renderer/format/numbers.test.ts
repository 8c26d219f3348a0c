import { describe, expect, it } from 'vitest';
import {
  formatAuc,
  formatDifference,
  formatInterval,
  formatNumber,
  formatPercent,
  formatScore,
} from '../../../renderer/format/numbers.ts';

describe('formatPercent', () => {
  it('keeps one decimal', () => {
    expect(formatPercent(0.0417, 'en')).toBe('4.2%');
    expect(formatPercent(1, 'ja')).toBe('100.0%');
  });

  it('shows a dash for a missing share', () => {
    expect(formatPercent(null, 'en')).toBe('–');
    expect(formatPercent(Number.NaN, 'ja')).toBe('–');
  });
});

describe('formatNumber', () => {
  it('separates thousands', () => {
    expect(formatNumber(82779, 'ja')).toBe('82,779');
    expect(formatNumber(0.125, 'en')).toBe('0.13');
    expect(formatNumber(-1234.5, 'ja')).toBe('−1,234.5');
    expect(formatNumber(-0.001, 'en')).toBe('0');
    expect(formatPercent(-0.042, 'en')).toBe('−4.2%');
  });
});

describe('formatScore', () => {
  it('always has one decimal', () => {
    expect(formatScore(72)).toBe('72.0');
    expect(formatScore(null)).toBe('–');
  });
});

describe('formatAuc', () => {
  it('leaves out the zero before the point', () => {
    expect(formatAuc(0.784)).toBe('.78');
    expect(formatAuc(1)).toBe('1.00');
    expect(formatAuc(0.729, 3)).toBe('.729');
  });
});

describe('formatDifference', () => {
  it('always has a sign', () => {
    expect(formatDifference(0.06)).toBe('+.06');
    expect(formatDifference(-0.021)).toBe('−.02');
    expect(formatDifference(-0.0001)).toBe('±.00');
  });
});

describe('formatInterval', () => {
  it('writes both ends', () => {
    expect(formatInterval(0.71, 0.84)).toBe('[.71–.84]');
  });

  it('is empty where there is no interval', () => {
    expect(formatInterval(null, 0.84)).toBe('');
  });
});
