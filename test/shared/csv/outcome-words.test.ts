import { describe, expect, it } from 'vitest';
import { outcomeShare, parseOutcomeKind } from '../../../shared/csv/outcome-words.ts';

describe('parseOutcomeKind', () => {
  it.each([
    ['churn', ['churn', 'Churned', 'CANCELLED', 'cancellation', '解約', ' 退会 ']],
    ['contraction', ['contraction', 'Downgrade', '減額']],
    ['expansion', ['expansion', 'up-sell', 'upgrade', '拡大']],
    ['renewal', ['renewal', 'Renewed', '更新']],
    ['reactivation', ['reactivated', 'win_back', '再開']],
  ] as const)('knows the words for %s', (kind, words) => {
    for (const word of words) expect([word, parseOutcomeKind(word)]).toEqual([word, kind]);
  });

  it('knows no others', () => {
    expect(['', 'open', 'contractual', '解約予定なし'].map(parseOutcomeKind)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(outcomeShare(['churn', 'x'])).toBe(0.5);
    expect(outcomeShare([])).toBe(0);
  });
});
