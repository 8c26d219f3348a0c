import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { withAlarmBound, withBounds } from '../../../shared/scoring/place-bounds.ts';
import { quantileBounds } from '../../../shared/scoring/quantile-bounds.ts';

const scores = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 60 });

describe('even shares', () => {
  it('cut a hundred scores into four quarters', () => {
    const spread = Array.from({ length: 100 }, (_, i) => i * 10);
    expect(quantileBounds(spread, 4)).toEqual([75, 50, 25]);
  });

  it('put the lowest bound as high as its share allows', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 2, max: 6 }), (drawn, bands) => {
        const lowest = quantileBounds(drawn, bands)?.at(-1);
        if (lowest === undefined || lowest <= 0.1) return;
        const below = (bound: number) => drawn.filter((score) => score < bound * 10).length * bands;
        expect(below(lowest)).toBeLessThanOrEqual(drawn.length);
        if (lowest < 100) expect(below(lowest + 0.1)).toBeGreaterThan(drawn.length);
      }),
      { seed: 1 },
    );
  });

  it('fall from band to band', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 2, max: 20 }), (drawn, bands) => {
        const bounds = quantileBounds(drawn, bands);
        if (bounds === null) return;
        expect(bounds).toHaveLength(bands - 1);
        expect(bounds.every((bound, i) => i === 0 || bound < bounds[i - 1]!)).toBe(true);
      }),
      { seed: 2 },
    );
  });

  it('of nobody are none', () => {
    expect(quantileBounds([], 4)).toBeNull();
  });
});

describe('an alarm bound', () => {
  const ten = presetBands('tenStep', 'en');

  it('is the lowest bound of the bands that are no alarm', () => {
    const calm = withAlarmBound(ten, 45)?.filter((band) => !band.alarm);
    expect(calm?.at(-1)?.lowerBound).toBe(45);
  });

  it('changes nothing where it already is', () => {
    expect(withAlarmBound(ten, 30)).toEqual(ten);
  });

  it('keeps the bands in order wherever there is room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
        const bands = withAlarmBound(ten, tenths / 10);
        if (bands === null) {
          expect(tenths).toBeLessThan(3);
          return;
        }
        expect(bands.at(-1)?.lowerBound).toBe(0);
        expect(bands.every((band, i) => i === 0 || band.lowerBound < bands[i - 1]!.lowerBound)).toBe(true);
      }),
      { seed: 3 },
    );
  });

  it('takes the lowest band for the alarm where none is one', () => {
    const bands = presetBands('traffic', 'en').map((band) => ({ ...band, alarm: false }));
    expect(withAlarmBound(bands, 20)?.map((band) => band.lowerBound)).toEqual([60, 20, 0]);
  });
});

describe('bounds that meet', () => {
  it('are moved a tenth apart', () => {
    const bands = presetBands('traffic', 'en');
    expect(withBounds(bands, [50, 50])?.map((band) => band.lowerBound)).toEqual([50, 49.9, 0]);
  });

  it('have no room at the bottom', () => {
    expect(withBounds(presetBands('traffic', 'en'), [0.1, 0.1])).toBeNull();
  });
});
