import { describe, expect, it } from 'vitest';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { greenBandCount } from '../../../shared/scoring/green-bands.ts';

describe('the bands that count as healthy', () => {
  it('are one of the schemes with one green band, three of the ten steps', () => {
    const counts = (['marks', 'traffic', 'letters', 'score100', 'tenStep'] as const).map((scheme) =>
      greenBandCount(presetBands(scheme, 'en')),
    );
    expect(counts).toEqual([1, 1, 1, 1, 3]);
  });

  it('end before the first alarm band, whatever its colour', () => {
    const steps = presetBands('tenStep', 'en').map((band, b) => ({
      ...band,
      colour: '#009E73',
      alarm: b >= 5,
    }));
    expect(greenBandCount(steps)).toBe(5);
    expect(greenBandCount(steps.map((band) => ({ ...band, alarm: false })))).toBe(10);
  });
});
