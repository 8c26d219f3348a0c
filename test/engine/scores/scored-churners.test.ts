import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { defaultSources } from '../../../shared/schemas/record-kinds.ts';
import type { Scorecard, ScorecardMeasure, Variant } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { type RunningEngine, runEngine } from '../../helpers/run-engine.ts';

let engine: RunningEngine;
let base: Scorecard;

const logins = 'sample-activeDays';

/** A survey's answer counts for so few days that most rows have none. */
function survey(staleAfterDays: number): Measure {
  return {
    ...{ id: `survey${staleAfterDays}`, name: 'Survey', direction: 'higher', actionable: true },
    aggregation: {
      ...{ type: 'latestRecord', source: defaultSources.survey, column: 'score' },
      ...{ staleAfterDays, filters: [] },
    },
  };
}

/** Log-ins and a fresh survey, both of which an account must have to be scored. */
function cardOf(staleAfterDays: number): Scorecard {
  const scored = (measureId: string, best: number): ScorecardMeasure => ({
    ...{ measureId, weight: 1, scale: { type: 'linear', worst: 0, best } },
    missing: { type: 'exclude' },
  });
  const measures = [scored(logins, 20), scored(`survey${staleAfterDays}`, 10)];
  return {
    ...base,
    minimumCoverage: 1,
    groups: [{ id: 'g', name: 'G', weight: 1, combine: 'mean', measures }],
  };
}

beforeAll(async () => {
  engine = await runEngine();
  await engine.get('workspace.openSample', { language: 'en', taskId: 'sample' });
  base = (await engine.get('design.get', {})).scorecards[0]!;
  await engine.get('design.commit', {
    ...{ nameKey: 'measures:steps.addProposed', parameters: {}, screen: 'measures' },
    changes: [45, 10].map((days) => ({ kind: 'measure', id: `survey${days}`, body: survey(days) })),
  });
}, 60_000);
afterAll(() => engine.stop());

let asked = 0;
const cutoffs = (scorecard: Scorecard, variantId: string | null = null) =>
  engine.get('suggestions.cutoffs', {
    ...{ scorecard, measureId: logins, variantId },
    taskId: `cutoffs ${asked++}`,
  });
const weights = (scorecard: Scorecard, variantId: string | null = null) =>
  engine.get('suggestions.weights', { scorecard, variantId, taskId: `weights ${asked++}` });
const live = async (scorecard: Scorecard) =>
  (await engine.get('live.open', { scorecard, taskId: `live ${asked++}` })).figures;

describe('churned accounts without a score', () => {
  it('do not open the gate of cut-offs', async () => {
    const card = cardOf(45);
    const [ofCutoffs, ofWeights] = [await cutoffs(card), await weights(card)];
    expect(ofWeights.churners).toBeGreaterThanOrEqual(10);
    expect(ofWeights.churners).toBeLessThan(30);
    expect(ofCutoffs.churners).toBe(ofWeights.churners);
    if (ofCutoffs.type === 'suggested') expect(ofCutoffs.bins.length).toBeLessThanOrEqual(3);
  });

  it('are not counted beside live figures, but stay missed in the catch at capacity', async () => {
    const figures = await live(cardOf(45));
    expect(figures.churners).toBe((await weights(cardOf(45))).churners);
    expect(figures.capacity.churners).toBeGreaterThan(figures.churners);
    expect(figures.warnings).not.toContain('tooFewChurners');
  });

  it('leave the warning that there are too few', async () => {
    const figures = await live(cardOf(10));
    expect(figures.churners).toBeLessThan(10);
    expect(figures.capacity.churners).toBeGreaterThanOrEqual(10);
    expect(figures.warnings).toContain('tooFewChurners');
  });
});

describe('cut-offs inside a variant', () => {
  it('are learnt and gated on its own accounts, everyone’s on the rest', async () => {
    const young: Variant = {
      ...{ id: 'young', name: 'Young', groups: base.groups, borrowK: 0 },
      conditions: [{ type: 'tenure', operator: 'below', days: 400 }],
    };
    const card = { ...base, variants: [young] };
    const [all, own, rest] = [await cutoffs(base), await cutoffs(card, 'young'), await cutoffs(card)];
    expect(own.churners).toBe((await weights(card, 'young')).churners);
    expect(rest.churners).toBe((await weights(card)).churners);
    expect(Math.max(own.churners, rest.churners)).toBeLessThan(all.churners);
    const rowsOf = (advice: typeof all) =>
      advice.type === 'suggested' ? advice.bins.reduce((sum, { rows }) => sum + rows, 0) : 0;
    expect(rowsOf(all)).toBeGreaterThan(0);
    for (const part of [own, rest]) expect(rowsOf(part)).toBeLessThan(rowsOf(all));
  });
});

describe('the warning that everyone is well', () => {
  it('sums the green steps', async () => {
    const steps = await live({ ...base, bands: presetBands('tenStep', 'en') });
    expect(Math.max(...steps.bands.map(({ share }) => share))).toBeLessThan(0.5);
    expect(steps.warnings).toEqual(['allHealthy']);
    expect((await live({ ...base, bands: presetBands('marks', 'en') })).warnings).toEqual([]);
  });
});
