import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { withAlarmBound, withBounds, withTopBound } from '../../../shared/scoring/place-bounds.ts';
import { boundsOfSameShares, quantileBounds } from '../../../shared/scoring/quantile-bounds.ts';

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

describe('bounds that keep the band shares', () => {
  it('are the same bounds for the same scores, whatever monotone change the scores went through', () => {
    const before = Array.from({ length: 500 }, (_, i) => 2 * i);
    const squeezed = before.map((score) => 750 + Math.floor(score / 4));
    expect(boundsOfSameShares({ scores: before, bounds: [800, 600, 400] }, before)).toEqual([80, 60, 40]);
    const bounds = boundsOfSameShares({ scores: before, bounds: [800, 600, 400] }, squeezed)!;
    const shareBelow = (bound: number) => squeezed.filter((score) => score < bound * 10).length / 500;
    expect(bounds.map(shareBelow).map((share) => Math.round(share * 100))).toEqual([80, 60, 40]);
  });

  it('come nearest to the share of before, each above the one before it', () => {
    const old = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(scores, scores, old, (before, now, drawn) => {
        const bounds = [...drawn].sort((a, b) => b - a);
        const placed = boundsOfSameShares({ scores: before, bounds }, now)!;
        expect(placed.every((bound, i) => i === 0 || bound < placed[i - 1]!)).toBe(true);
        const below = (list: readonly number[], tenths: number) =>
          list.filter((score) => score < tenths).length / list.length;
        const wanted = below(before, bounds.at(-1)!);
        const miss = (tenths: number) => Math.abs(below(now, tenths) - wanted);
        const best = Math.min(...Array.from({ length: 1000 }, (_, i) => miss(i + 1)));
        expect(miss(Math.round(placed.at(-1)! * 10))).toBeCloseTo(best, 12);
      }),
      { seed: 3 },
    );
  });

  it('of nobody are none', () => {
    expect(boundsOfSameShares({ scores: [], bounds: [500] }, [1])).toBeNull();
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

describe('the bound of the top band', () => {
  const marks = presetBands('marks', 'en');

  it('lies where it was asked for, the bounds below in proportion, the alarms as they were', () => {
    const placed = withTopBound(marks, 90)!;
    expect(placed.map(({ lowerBound }) => lowerBound)).toEqual([90, 67.5, 45, 0]);
    expect(placed.map(({ alarm }) => alarm)).toEqual(marks.map(({ alarm }) => alarm));
    expect(withTopBound(marks, 80)).toEqual(marks);
  });

  it('has no room at the very bottom', () => {
    expect(withTopBound(marks, 0.1)).toBeNull();
  });
});
