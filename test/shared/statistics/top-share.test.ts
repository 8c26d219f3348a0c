import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusion } from '../../../shared/statistics/confusion.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { topShare } from '../../../shared/statistics/top-share.ts';
import { byOutcome, reference, telco } from './reference.ts';

const risk = byOutcome(telco.columns.health!.map((health) => 100 - health));

describe('topShare', () => {
  it('finds what the reference finds in the riskiest tenth of Telco', () => {
    const expected = reference.telco.composite_health.top_decile;
    const result = topShare(risk.churned, risk.kept, Math.ceil(0.1 * reference.telco.n))!;
    expect(result.called).toBe(expected.k);
    expect(result.lift).toBeCloseTo(expected.lift_tie_expected, 12);
    expect(result.capture).toBeCloseTo(expected.capture_tie_expected, 12);
    expect(result.threshold).toBeCloseTo(expected.threshold, 9);
    expect(result.tiedAtThreshold).toBe(expected.n_tied_at_threshold);
  });

  it('shares a tie at the edge by expectation', () => {
    // 9 is called for sure; one more call goes to one of three fives, two of them positives
    expect(topShare([5, 5, 1], [9, 5, 0], 2)).toEqual({
      called: 2,
      threshold: 5,
      tiedAtThreshold: 3,
      found: 2 / 3,
      precision: 1 / 3,
      capture: 2 / 9,
      lift: 2 / 3,
    });
  });

  it('is the average over random orders of ties', () => {
    const random = createRandom(7);
    const rows = [4, 4, 4, 2, 2, 7].map((value, index) => ({ value, positive: index % 2 }));
    const pick = (flag: number) => rows.filter(({ positive }) => positive === flag).map(({ value }) => value);
    let found = 0;
    for (let draw = 0; draw < 20_000; draw += 1) {
      const order = random.shuffle([...rows]).sort((a, b) => b.value - a.value);
      found += order.slice(0, 3).filter(({ positive }) => positive === 1).length;
    }
    expect(topShare(pick(1), pick(0), 3)!.found).toBeCloseTo(found / 20_000, 1);
  });

  it('captures everything when everybody is called, and never less with more calls', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const captures = Array.from(
          { length: a.length + b.length },
          (_, k) => topShare(a, b, k + 1)!.capture,
        );
        expect(captures.at(-1)).toBeCloseTo(1, 12);
        for (let k = 1; k < captures.length; k += 1)
          expect(captures[k]!).toBeGreaterThanOrEqual(captures[k - 1]! - 1e-12);
      }),
    );
  });

  it('is undefined without positives and refuses more calls than rows', () => {
    expect(topShare([], [1, 2], 1)).toBeNull();
    expect(() => topShare([1], [2], 3)).toThrow(RangeError);
    expect(() => topShare([1], [2], 0)).toThrow(RangeError);
  });
});

describe('confusion', () => {
  it.each(reference.telco.composite_health.risk_thresholds)(
    'counts Telco at risk $threshold',
    ({ threshold, tp, fp, fn, tn }) => {
      expect(confusion(risk.churned, risk.kept, threshold)).toEqual({ tp, fp, fn, tn });
    },
  );

  it('calls a row exactly on the threshold', () => {
    expect(confusion([60, 59.9], [60, 10], 60)).toEqual({ tp: 1, fp: 1, fn: 1, tn: 1 });
  });
});
