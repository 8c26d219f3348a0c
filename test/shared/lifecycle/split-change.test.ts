import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestPart, scoreWithoutGaps, splitChange } from '../../../shared/lifecycle/split-change.ts';
import { type AccountContext, scoreAccount } from '../../../shared/scoring/score-account.ts';
import { cell, columnIds, group, minimumCoverage, scorecardOf } from '../scoring/random-scorecard.ts';

const context: AccountContext = {
  peerPoints: () => -1,
  attribute: () => undefined,
  tenureDays: 400,
  churnedOf: () => null,
};
const values = fc.array(cell, { minLength: columnIds.length, maxLength: columnIds.length });
const card = fc
  .tuple(fc.array(group, { maxLength: 3 }), minimumCoverage)
  .map(([groups, coverage]) => scorecardOf(groups, coverage));
const dayOf = (row: readonly number[]) => ({
  valueFor: (id: string) => row[columnIds.indexOf(id)] ?? Number.NaN,
  context,
});

describe('a change of score taken apart', () => {
  it('adds up to the whole change exactly, whatever the designs, values and what a seal said', () => {
    const said = fc.option(fc.integer({ min: 0, max: 1000 }));
    fc.assert(
      fc.property(card, card, values, values, said, (old, next, then, now, sealed) => {
        const before = scoreAccount(old, dayOf(then).valueFor, context).scoreTenths;
        const after = scoreAccount(next, dayOf(now).valueFor, context).scoreTenths;
        const parts = splitChange({
          said: sealed ?? before,
          before,
          sameData: scoreWithoutGaps(old, dayOf(then), dayOf(now)),
          newData: scoreAccount(old, dayOf(now).valueFor, context).scoreTenths,
          after,
        });
        if (parts === null) return;
        const { restated, behaviour, missing, configuration } = parts;
        expect(restated + behaviour + missing + configuration).toBe(after! - (sealed ?? before)!);
      }),
    );
  });

  it('is behaviour alone with one design and the same values present', () => {
    fc.assert(
      fc.property(card, values, values, (old, then, drawn) => {
        const now = drawn.map((value, i) =>
          Number.isNaN(then[i]!) ? Number.NaN : Number.isNaN(value) ? 1 : value,
        );
        const scoreOf = (row: readonly number[]) =>
          scoreAccount(old, dayOf(row).valueFor, context).scoreTenths;
        expect(scoreWithoutGaps(old, dayOf(then), dayOf(now))).toBe(scoreOf(now));
      }),
    );
  });

  it('is missing data alone where values only came or went', () => {
    fc.assert(
      fc.property(card, values, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (old, then, gone) => {
        const now = then.map((value, i) => (gone[i] ? (Number.isNaN(value) ? 3 : Number.NaN) : value));
        const before = scoreAccount(old, dayOf(then).valueFor, context).scoreTenths;
        expect(scoreWithoutGaps(old, dayOf(then), dayOf(now))).toBe(before);
      }),
    );
  });

  it('is not told where a step between has no score', () => {
    expect(splitChange({ said: 1, before: 1, sameData: null, newData: 2, after: 3 })).toBeNull();
  });

  it('is mostly what moved it most, and nothing where nothing moved', () => {
    const none = { restated: 0, behaviour: 0, missing: 0, configuration: 0 };
    expect(largestPart(none)).toBeNull();
    expect(largestPart({ ...none, behaviour: 4, missing: -7 })).toBe('missing');
    expect(largestPart({ ...none, behaviour: 4, configuration: -4 })).toBe('behaviour');
  });
});
