import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { defaultSources } from '../../../shared/schemas/record-kinds.ts';
import type { Scorecard, ScorecardMeasure } from '../../../shared/schemas/scorecard.ts';
import { type RunningEngine, runEngine } from '../../helpers/run-engine.ts';

let running: RunningEngine;
let scorecard: Scorecard;

beforeAll(async () => {
  running = await runEngine();
  await running.get('workspace.openSample', { language: 'en', taskId: 'sample' });
  scorecard = (await running.get('design.get', {})).scorecards[0]!;
}, 60_000);
afterAll(() => running.stop());

const keep = (kind: 'measure' | 'scorecard', body: Measure | Scorecard) =>
  running.get('design.commit', {
    ...{ nameKey: 'measures:steps.addProposed', parameters: {}, screen: 'measures' },
    changes: [{ kind, id: body.id, body } as never],
  });
const figures = () =>
  running.get('measures.figures', { measureIds: null, scorecardId: scorecard.id, taskId: 'figures' });

/** The day from which the back-test of the scorecard as it is stored would be opened. */
async function testFrom(card: Scorecard) {
  const settings = await running.get('backtests.proposeSettings', { scorecardId: card.id });
  const live = await running.get('live.open', { scorecard: card, taskId: 'live' });
  expect(live.settings.schedule).toEqual(settings.schedule);
  return live;
}

describe('the window that measures are looked at on', () => {
  it('is the design window of the scorecard in view, row for row', async () => {
    const live = await testFrom(scorecard);
    const found = await figures();
    expect(found).toMatchObject({ designFirst: live.designFirst, designLast: live.designLast });
    expect(found.designLast).toBeLessThan(live.testFrom!);
    for (const { rows } of found.items) expect(rows).toBe(live.figures.rows);
  });

  it('stays where it is when a measure that looks back far is added', async () => {
    const before = await figures();
    await keep('measure', {
      ...{ id: 'far', name: 'far', direction: 'higher', actionable: true },
      aggregation: { type: 'sum', metric: 'Log-ins', lookback: 450, shift: 0, noRow: 'byKind' },
    });
    const after = await figures();
    expect(after).toMatchObject({ designFirst: before.designFirst, designLast: before.designLast });
    expect(after.items.slice(0, -1)).toEqual(before.items);
    const far = after.items.at(-1)!;
    expect(far.missingRows).toBeGreaterThan(0);
    expect(far.missingRows).toBeLessThan(far.rows);
    const detail = await running.get('measures.detail', {
      ...{ measureId: 'far', scorecardId: scorecard.id, taskId: 'detail' },
    });
    expect(detail.byDate.at(-1)?.asOf).toBeLessThanOrEqual(before.designLast!);
  });

  it('follows the scored rows: one that scores fewer is split elsewhere, and the measures with it', async () => {
    await keep('measure', {
      ...{ id: 'survey', name: 'Survey', direction: 'higher', actionable: true },
      aggregation: {
        ...{ type: 'latestRecord', source: defaultSources.survey, column: 'score' },
        ...{ staleAfterDays: 45, filters: [] },
      },
    });
    const scored = (measureId: string): ScorecardMeasure => ({
      ...{ measureId, weight: 1, scale: { type: 'linear', worst: 0, best: 20 } },
      missing: { type: 'exclude' },
    });
    const measures = [scored('sample-activeDays'), scored('survey')];
    const group = { id: 'g', name: 'G', weight: 1, combine: 'mean' as const, measures };
    const lasts: (number | null)[] = [];
    for (const minimumCoverage of [0, 1]) {
      const card = { ...scorecard, groups: [group], minimumCoverage };
      await keep('scorecard', card);
      // Before the live session: it would hand over the split that it found.
      const found = await figures();
      const live = await testFrom(card);
      expect(found).toMatchObject({ designFirst: live.designFirst, designLast: live.designLast });
      lasts.push(found.designLast);
    }
    expect(lasts[0]).not.toBe(lasts[1]);
  });
});
