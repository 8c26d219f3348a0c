import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scale, Scorecard } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { outcomeFiles } from '../../helpers/outcome-files.ts';
import { type RunningEngine, runEngine } from '../../helpers/run-engine.ts';

let engine: RunningEngine;

const measure: Measure = {
  ...{ id: 'logins', name: 'Log-ins', direction: 'higher', actionable: true },
  aggregation: { type: 'latest', metric: 'logins', staleAfterDays: null },
};
/** Ties those who expand with some who don't. */
const scale: Scale = { type: 'bins', cutoffs: [30, 44], points: [0, 50, 100] };

function cardFor(aim: 'preventChurn' | 'findExpansion'): Scorecard {
  const scored = { measureId: measure.id, weight: 1, scale, missing: { type: 'exclude' as const } };
  return {
    id: aim,
    name: aim,
    purpose: { goal: '', healthyCustomer: '', aim },
    groups: [{ id: 'g', name: 'Usage', weight: 1, combine: 'mean', measures: [scored] }],
    minimumCoverage: 0,
    gradingScheme: 'marks',
    bands: presetBands('marks', 'en'),
  };
}

/** Every account once more under another id: 20 churn, 20 expand. */
function twice(text: string): string {
  const [head, ...rows] = text.split('\n');
  return [head, ...rows, ...rows.map((row) => row.replace(/^c/, 'd'))].join('\n');
}

beforeAll(async () => {
  engine = await runEngine();
  await engine.get('workspace.create', { name: 'aims' });
  for (const [file, text] of Object.entries(outcomeFiles())) {
    const path = join(engine.folder, file);
    writeFileSync(path, twice(text));
    const token = await engine.addFile(path);
    const { suggestion } = await engine.get('imports.preview', { token, options: {} });
    const plan = { ...suggestion, ...(file === 'outcomes.csv' ? { completeUntil: 20088 } : {}) };
    await engine.get('imports.commit', { token, plan, taskId: file });
  }
  const cards = [cardFor('preventChurn'), cardFor('findExpansion')];
  await engine.get('design.commit', {
    ...{ nameKey: 'measures:steps.addProposed', parameters: {}, screen: 'measures' },
    changes: [
      { kind: 'measure', id: measure.id, body: measure },
      ...cards.map((body) => ({ kind: 'scorecard' as const, id: body.id, body })),
    ],
  });
}, 60_000);
afterAll(() => engine.stop());

describe('what a scorecard is for', () => {
  it.each(['preventChurn', 'findExpansion'] as const)(
    '%s: live figures are those of its back-test',
    async (aim) => {
      const settings = await engine.get('backtests.proposeSettings', { scorecardId: aim });
      expect(settings.outcome ?? 'churn').toBe(aim === 'findExpansion' ? 'expansion' : 'churn');
      const { figures: graded } = await engine.get('backtests.run', {
        scorecardId: aim,
        settings,
        taskId: aim,
      });
      const design = graded.design!;
      const live = await engine.get('live.open', { scorecard: cardFor(aim), taskId: `live ${aim}` });
      const { auc, churners, capacity, bands } = live.figures;
      expect(design.churners).toBe(20);
      expect(churners).toBe(20);
      expect(auc!.value).toBeCloseTo(design.auc!.value, 12);
      expect(auc!.value).toBeGreaterThan(0.6);
      expect([auc!.low, auc!.high]).toEqual([
        expect.closeTo(design.auc!.low!, 12),
        expect.closeTo(design.auc!.high!, 12),
      ]);
      expect(capacity.caught).toBeCloseTo(design.capacity.caught, 12);
      // Ties must count as ties: in this data churn is told apart wholly, expansion is not.
      expect(auc!.value < 1).toBe(aim === 'findExpansion');
      expect(bands.map(({ rate }) => rate)).toEqual(design.bands.map(({ rate }) => rate));
    },
  );

  it('decides which side of a measure is healthy, and what is told apart', async () => {
    const ask = async (aim?: 'findExpansion') => {
      const asked = { measureIds: null, aim, taskId: `figures ${aim}` };
      return (await engine.get('measures.figures', asked)).items[0]!;
    };
    const [churn, expansion] = [await ask(), await ask('findExpansion')];
    expect(churn.healthier).toBe('higher');
    expect(expansion.healthier).toBe('higher');
    expect(expansion.fifths.at(-1)!.rate).toBeGreaterThan(expansion.fifths[0]!.rate);
    expect(churn.fifths[0]!.rate).toBeGreaterThan(churn.fifths.at(-1)!.rate);
    const detail = await engine.get('measures.detail', {
      ...{ measureId: measure.id, aim: 'findExpansion', taskId: 'detail' },
    });
    const byDate = detail.byDate.flatMap(({ auc }) => auc?.value ?? []);
    expect(Math.min(...byDate)).toBeGreaterThan(0.5);
  });

  it('makes suggested points rise with expansion, and fall with churn', async () => {
    const ask = (aim: 'preventChurn' | 'findExpansion') =>
      engine.get('suggestions.cutoffs', {
        ...{ scorecard: cardFor(aim), measureId: measure.id, variantId: null },
        taskId: `cutoffs ${aim}`,
      });
    for (const aim of ['preventChurn', 'findExpansion'] as const) {
      const advice = await ask(aim);
      if (advice.type !== 'suggested') throw new Error(advice.type);
      const { points, bins } = advice;
      expect(points[0]).toBe(0);
      expect(points.at(-1)).toBe(100);
      const rise = bins.at(-1)!.rate - bins[0]!.rate;
      expect(Math.sign(rise)).toBe(aim === 'findExpansion' ? 1 : -1);
    }
  });

  it('finds the top band from the calls one can make', async () => {
    const scorecard = cardFor('findExpansion');
    const { sessionId } = await engine.get('live.open', { scorecard, taskId: 'bounds' });
    const find = async (calls: number) => {
      const method = { type: 'capacity' as const, calls };
      const { found } = await engine.get('live.bounds', { sessionId, scorecard, method });
      if (found?.type !== 'capacity') throw new Error('no bound');
      return found;
    };
    const [all, few] = [await find(1000), await find(1)];
    expect(all.bound).toBe(0.1);
    // More than one account has full points: nobody can be chosen among them.
    expect(few).toMatchObject({ bound: 0, perDate: 0, tie: { score: 100 } });
    const some = await find(40);
    expect(some.perDate).toBeLessThanOrEqual(40);
    expect(some.bound).toBeGreaterThan(50);
    const { dates } = await engine.get('live.alarms', { sessionId, scorecard });
    expect(dates.every(({ alarms, scored }) => alarms <= scored)).toBe(true);
  });

  it('judges suggested weights by the side that is called', async () => {
    const scorecard = cardFor('findExpansion');
    const advice = await engine.get('suggestions.weights', { scorecard, variantId: null, taskId: 'weights' });
    if (advice.type !== 'suggested') throw new Error(advice.type);
    expect(advice.churners).toBe(20);
    const heldOut = advice.equal.heldOut?.value ?? 1;
    expect(heldOut).toBeGreaterThan(0.5);
  });
});
