import { describe, expect, it } from 'vitest';
import { detectDecimal } from '../../../shared/csv/detect-decimal.ts';

describe('detectDecimal', () => {
  it.each<[string, readonly string[], '.' | ',']>([
    ['points', ['1.5', '1,234.5'], '.'],
    ['commas', ['1,5', '1.234,5'], ','],
    ['full-width commas', ['１２，５', '３，２５'], ','],
    ['thousands only', ['1,234', '5,678'], '.'],
    ['texts', ['a,5', '2024-04-01'], '.'],
  ])('%s → %j', (_, samples, mark) => {
    expect(detectDecimal(samples)).toBe(mark);
  });
});
