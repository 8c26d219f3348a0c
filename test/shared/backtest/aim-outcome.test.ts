import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aimOutcome, withAimOutcome, withoutAimOutcome } from '../../../shared/backtest/aim-outcome.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { soughtOutcomes } from '../../../shared/schemas/outcome-kinds.ts';

const settings: BacktestSettings = {
  schedule: { type: 'monthly', firstDay: 19000, lastDay: 19700 },
  ...{ gapDays: 30, horizonDays: 60, minimumTenureDays: 0, outcomeDate: 'noticeOrEffective' },
  ...{ knownThrough: 19700, testFrom: 'auto', capacityPerAsOf: 12, seed: 1 },
};
const aims = ['preventChurn', 'findExpansion', undefined] as const;
const outcomes = [undefined, ...soughtOutcomes];
const withOutcome = (outcome: (typeof outcomes)[number]) =>
  outcome === undefined ? settings : { ...settings, outcome };

describe('the outcome that a scorecard’s aim asks for', () => {
  it('is expansion where it is to be found and nothing else was chosen', () => {
    expect(withAimOutcome(settings, 'findExpansion')).toEqual({ ...settings, outcome: 'expansion' });
    expect(aims.map(aimOutcome)).toEqual(['churn', 'expansion', 'churn']);
  });

  it('leaves every other aim and every choice as they are', () => {
    for (const aim of ['preventChurn', undefined] as const)
      for (const outcome of outcomes)
        expect(withAimOutcome(withOutcome(outcome), aim)).toEqual(withOutcome(outcome));
    for (const outcome of soughtOutcomes)
      expect(withAimOutcome(withOutcome(outcome), 'findExpansion')).toEqual(withOutcome(outcome));
  });

  it('drops what is about churn alone', () => {
    const voluntary = { ...settings, voluntaryOnly: true };
    expect(withAimOutcome(voluntary, 'findExpansion')).not.toHaveProperty('voluntaryOnly');
    expect(withAimOutcome(voluntary, 'preventChurn')).toEqual(voluntary);
  });

  it('comes back from what is kept, whatever was chosen', () => {
    fc.assert(
      fc.property(fc.constantFrom(...aims), fc.constantFrom(...outcomes), (aim, outcome) => {
        const back = withAimOutcome(withoutAimOutcome(withOutcome(outcome), aim), aim);
        expect(back.outcome ?? 'churn').toBe(outcome ?? 'churn');
      }),
    );
  });

  it('is not kept for the other scorecards of the workspace', () => {
    const shown = withAimOutcome(settings, 'findExpansion');
    expect(withoutAimOutcome(shown, 'findExpansion')).toEqual(settings);
  });
});
