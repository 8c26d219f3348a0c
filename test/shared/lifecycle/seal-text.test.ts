import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StoredSeal, sealText } from '../../../shared/lifecycle/seal-text.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\\', '\n', ',', '[', '😀', 'ﬀ') });
const seal: fc.Arbitrary<StoredSeal> = fc.record({
  id: text,
  scorecardId: text,
  body: text,
  rows: fc.uniqueArray(
    fc.record({
      accountId: text,
      tenths: fc.option(fc.integer({ min: 0, max: 1000 })),
      bandId: fc.option(text),
    }),
    { maxLength: 6, selector: ({ accountId }) => accountId },
  ),
});

describe('the canonical text of a seal', () => {
  it('is one text whatever the order of its rows', () => {
    fc.assert(
      fc.property(seal, ({ rows, ...head }) => {
        expect(sealText({ ...head, rows: rows.toReversed() })).toBe(sealText({ ...head, rows }));
      }),
    );
  });

  it('is the same for two seals only if they say the same', () => {
    const order = ({ rows, ...head }: StoredSeal) => ({
      ...head,
      rows: [...rows].sort((a, b) => (a.accountId < b.accountId ? -1 : 1)),
    });
    fc.assert(
      fc.property(seal, seal, (a, b) => {
        const isSame = JSON.stringify(order(a)) === JSON.stringify(order(b));
        expect(sealText(a) === sealText(b)).toBe(isSame);
      }),
    );
  });

  it('tells a missing score from a score of 0 and a missing band from one without a name', () => {
    const one = (tenths: number | null, bandId: string | null) =>
      sealText({ id: 's', scorecardId: 'c', body: '{}', rows: [{ accountId: 'A', tenths, bandId }] });
    expect(new Set([one(0, ''), one(null, ''), one(0, null), one(null, null)]).size).toBe(4);
  });
});
