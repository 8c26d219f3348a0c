import { describe, expect, it } from 'vitest';
import { judgeVerdict, type VerdictEvidence } from '../../../shared/backtest/judge-verdict.ts';
import type { BaselineKey, Verdict } from '../../../shared/schemas/figures.ts';

// With 101 churners t(.975, 100) = 1.984; with two baselines t(.9875, 100) = 2.276.
const evidence: VerdictEvidence = {
  churners: 101,
  unscoredShare: 0,
  differences: [],
  churnersPerMonth: 10,
  hasSplit: true,
  undefinedBecause: null,
};

function verdictOf(
  differences: [BaselineKey, number, number][],
  part: Partial<VerdictEvidence> = {},
): Verdict {
  return judgeVerdict({
    ...evidence,
    differences: differences.map(([key, difference, standardError]) => ({ key, difference, standardError })),
    ...part,
  });
}

describe('the verdict', () => {
  it.each<[Verdict['kind'], BaselineKey, [BaselineKey, number, number][]]>([
    [
      'works',
      'usageOnly',
      [
        ['chance', 0.2, 0.02],
        ['usageOnly', 0.05, 0.02],
      ],
    ],
    [
      'worksByLittle',
      'usageOnly',
      [
        ['chance', 0.2, 0.02],
        ['usageOnly', 0.02, 0.005],
      ],
    ],
    [
      'worse',
      'usageOnly',
      [
        ['chance', 0.2, 0.02],
        ['usageOnly', -0.05, 0.02],
      ],
    ],
    [
      'slightlyWorse',
      'usageOnly',
      [
        ['chance', 0.2, 0.02],
        ['usageOnly', -0.02, 0.005],
      ],
    ],
    [
      'noBetter',
      'usageOnly',
      [
        ['chance', 0.2, 0.02],
        ['usageOnly', 0.005, 0.005],
      ],
    ],
    [
      'cannotTell',
      'usageOnly',
      [
        ['chance', 0.2, 0.02],
        ['usageOnly', 0.03, 0.02],
      ],
    ],
  ])('is %s, decided by %s', (kind, decidedBy, differences) => {
    expect(verdictOf(differences)).toMatchObject({
      kind,
      decidedBy,
      gate: 'full',
      churners: 101,
      reason: null,
    });
  });

  it('works only where every interval is above 0', () => {
    expect(verdictOf([['usageOnly', 0.0399, 0.02]]).kind).toBe('works');
    expect(verdictOf([['usageOnly', 0.0396, 0.02]]).kind).toBe('cannotTell');
  });

  it('names the smallest difference where it works, whatever its error', () => {
    expect(
      verdictOf([
        ['tenure', 0.06, 0.001],
        ['usageOnly', 0.08, 0.03],
      ]).decidedBy,
    ).toBe('tenure');
  });

  it('names the smallest upper end where it is worse', () => {
    expect(
      verdictOf([
        ['tenure', -0.04, 0.001],
        ['usageOnly', -0.06, 0.02],
      ]).decidedBy,
    ).toBe('tenure');
  });

  it('is worse only beyond the quantile for all baselines together', () => {
    const other: [BaselineKey, number, number] = ['chance', 0.3, 0.01];
    expect(verdictOf([['usageOnly', -0.0205, 0.01]]).kind).toBe('slightlyWorse');
    expect(verdictOf([['usageOnly', -0.0205, 0.01], other]).kind).toBe('noBetter');
  });

  it('is no better only beyond the quantile for all baselines together', () => {
    const other: [BaselineKey, number, number] = ['chance', 0.3, 0.01];
    expect(verdictOf([['usageOnly', 0.009, 0.01]]).kind).toBe('noBetter');
    expect(verdictOf([['usageOnly', 0.009, 0.01], other]).kind).toBe('cannotTell');
  });
});

describe('"cannot tell yet"', () => {
  it('says how many more churners would show a gain of .05', () => {
    const verdict = verdictOf([['usageOnly', 0.03, 0.02]]);
    expect(verdict).toMatchObject({
      moreChurners: Math.ceil(101 * (2.8 * 0.4) ** 2) - 101,
      moreIs: 'number',
    });
    expect(verdict.months).toBeCloseTo(verdict.moreChurners! / 10, 12);
  });

  it('uses the baseline with the smallest lower end', () => {
    const verdict = verdictOf([
      ['tenure', 0.05, 0.04],
      ['usageOnly', 0.03, 0.02],
    ]);
    expect(verdict.decidedBy).toBe('tenure');
    expect(verdict.moreChurners).toBe(Math.ceil(101 * (2.8 * 0.8) ** 2) - 101);
  });

  it('says that the gain is small where the churners were enough to see .05', () => {
    expect(verdictOf([['usageOnly', 0.025, 0.0175]])).toMatchObject({
      kind: 'cannotTell',
      moreIs: 'small',
      months: null,
    });
  });

  it('says "far more than you have" beyond ten times the churners', () => {
    expect(verdictOf([['usageOnly', 0.03, 0.06]])).toMatchObject({ moreIs: 'farMore', months: null });
  });

  it('gives no months without a rate', () => {
    expect(verdictOf([['usageOnly', 0.03, 0.02]], { churnersPerMonth: null }).months).toBeNull();
    expect(verdictOf([['usageOnly', 0.03, 0.02]], { churnersPerMonth: 0 }).months).toBeNull();
  });

  it('is the most that more than 10 % unscored churners allow', () => {
    const good: [BaselineKey, number, number][] = [['usageOnly', 0.2, 0.02]];
    expect(verdictOf(good, { unscoredShare: 0.1 }).kind).toBe('works');
    expect(verdictOf(good, { unscoredShare: 0.101 })).toMatchObject({
      kind: 'cannotTell',
      reason: 'unscored',
    });
  });
});

describe('the gate', () => {
  const good: [BaselineKey, number, number][] = [['usageOnly', 0.2, 0.02]];

  it.each([
    [0, 'tooFew', 'tooFew'],
    [9, 'tooFew', 'tooFew'],
    [10, 'directional', 'works'],
    [29, 'directional', 'works'],
    [30, 'full', 'works'],
  ])('with %i churners is %s', (churners, gate, kind) => {
    expect(verdictOf(good, { churners })).toMatchObject({ gate, kind, churners });
  });

  it('without a split allows no more than a promise', () => {
    expect(verdictOf(good, { hasSplit: false })).toMatchObject({ kind: 'designOnly', reason: 'noSplit' });
    expect(verdictOf(good, { hasSplit: false, churners: 9 }).kind).toBe('tooFew');
  });

  it.each(['oneClass', 'constantScore', 'noRows'] as const)(
    'says "undefined" for %s, with no number',
    (reason) => {
      expect(verdictOf(good, { undefinedBecause: reason })).toMatchObject({
        kind: 'undefined',
        reason,
        decidedBy: null,
        moreChurners: null,
      });
    },
  );

  it('says "undefined" when no baseline takes part', () => {
    expect(verdictOf([]).kind).toBe('undefined');
  });
});
