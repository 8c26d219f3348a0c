import { describe, expect, it } from 'vitest';
import {
  bandStretches,
  buildBandRows,
  buildDeltas,
  holdsMost,
  rateAxisEnd,
  sharesMoved,
} from '../../../renderer/features/scorecard/build-live.ts';
import { emptyScorecard } from '../../../renderer/features/scorecard/new-scorecard.ts';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';

const { bands } = emptyScorecard({ id: 'card', name: 'Card', language: 'en' });

function figures(auc: number, caught: number, unscoredRows: number, rate: number): LiveFigures {
  return {
    seq: 1,
    rows: 100,
    accounts: 20,
    churners: 5,
    unscoredRows,
    histogram: { edges: [0, 100], churned: [1], kept: [1] },
    bins: [],
    bands: [{ bandId: 'm4', rows: 40, positives: 8, share: 0.4, rate, low: rate / 2, high: rate * 2 }],
    auc: { value: auc, low: null, high: null },
    hardestBaseline: null,
    capacity: { perAsOf: 12, caught, churners: 5 },
    today: { asOf: 19000, bands: [{ bandId: 'm4', accounts: 3 }], unscored: 0 },
    exceptions: [],
    variants: [],
    severalVariants: { accounts: 0, examples: [] },
    warnings: [],
  };
}

describe('the live view model', () => {
  it('has a row per band, in order, also where a band holds nothing', () => {
    const rows = buildBandRows(bands, figures(0.7, 2, 0, 0.2), null);
    expect(rows.map(({ band, figure, today }) => [band.id, figure?.rows ?? 0, today])).toEqual([
      ['m1', 0, 0],
      ['m2', 0, 0],
      ['m3', 0, 0],
      ['m4', 40, 3],
    ]);
  });

  it('counts more caught, a higher AUC and fewer unscored rows as better', () => {
    const deltas = buildDeltas(figures(0.75, 3, 5, 0.2), figures(0.7, 2, 9, 0.2));
    expect(deltas.auc).toBeCloseTo(0.05, 12);
    expect([deltas.caught, deltas.unscored]).toEqual([1, 4]);
  });

  it('has no change without figures before', () => {
    expect(buildDeltas(figures(0.7, 2, 0, 0.2), null)).toEqual({ auc: null, caught: null, unscored: null });
  });

  it('says by how much a band’s rate moved', () => {
    const [, , , worst] = buildBandRows(bands, figures(0.7, 2, 0, 0.25), figures(0.7, 2, 0, 0.2));
    expect(worst?.rateChange).toBeCloseTo(0.05, 12);
  });

  it('ends the rate axis above the highest whisker', () => {
    expect(rateAxisEnd(buildBandRows(bands, figures(0.7, 2, 0, 0.2), null))).toBe(0.4);
    expect(rateAxisEnd(buildBandRows(bands, figures(0.7, 2, 0, 0.9), null))).toBe(1);
  });

  it('lays the bands over 0 to 100 without a hole', () => {
    expect(bandStretches(bands).map(({ low, high }) => [low, high])).toEqual([
      [80, 100],
      [60, 80],
      [40, 60],
      [0, 40],
    ]);
  });
});

describe('bands that no longer fit', () => {
  const spread = (...shares: number[]): LiveFigures => ({
    ...figures(0.7, 2, 0, 0.2),
    bands: bands.map(({ id }, b) => ({
      ...{ bandId: id, rows: 1, positives: 0, rate: 0, low: 0, high: 0 },
      share: shares[b]!,
    })),
  });

  it('are those whose rows change band in more than a tenth of the cases', () => {
    const before = spread(0.3, 0.4, 0.2, 0.1);
    expect(sharesMoved(bands, spread(0.95, 0.05, 0, 0), before)).toBeCloseTo(0.65, 12);
    expect(sharesMoved(bands, spread(0.35, 0.35, 0.2, 0.1), before)).toBeNull();
    expect(sharesMoved(bands, before, null)).toBeNull();
  });
});

describe('a moderation warning', () => {
  it('names the fullest band with its share, and all alarm bands together', () => {
    const shares = [0.1, 0.2, 0.25, 0.45];
    const now = {
      ...figures(0.7, 2, 0, 0.2),
      bands: bands.map(({ id }, b) => ({
        ...{ bandId: id, rows: 1, positives: 0, rate: 0, low: 0, high: 0 },
        share: shares[b]!,
      })),
    };
    expect(holdsMost('oneBandHoldsMost', bands, now)).toEqual({ bands: [bands[3]], share: 0.45 });
    const alarms = bands.map((band, b) => ({ ...band, alarm: b >= 2 }));
    expect(holdsMost('allAlarm', alarms, now)).toMatchObject({ bands: [alarms[2], alarms[3]], share: 0.7 });
  });

  it('names all green bands when everyone is well', () => {
    const steps = presetBands('tenStep', 'en');
    const shares = [0.5, 0.3, 0.15, 0.05];
    const full = steps.map(({ id }, b) => ({
      ...figures(0.7, 2, 0, 0.2).bands[0]!,
      bandId: id,
      share: shares[b] ?? 0,
    }));
    const held = holdsMost('allHealthy', steps, { ...figures(0.7, 2, 0, 0.2), bands: full });
    expect(held.bands.map(({ label }) => label)).toEqual(['10', '9', '8']);
    expect(held.share).toBeCloseTo(0.95, 12);
  });
});
