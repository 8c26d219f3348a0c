import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { type RunningEngine, runEngine } from '../../helpers/run-engine.ts';

let running: RunningEngine;

beforeAll(async () => {
  running = await runEngine();
  await running.get('workspace.openSample', { language: 'ja', taskId: 'sample' });
}, 120_000);
afterAll(() => running.stop());

describe('measures.templates over the sample', () => {
  it('finds every part of every template, under ids of its own each time', async () => {
    const first = await running.get('measures.templates', { language: 'ja', chosen: [] });
    const second = await running.get('measures.templates', { language: 'ja', chosen: [] });
    expect(first.items.map(({ availability }) => availability)).toEqual(Array(7).fill('ready'));
    const ids = [...first.items, ...second.items].flatMap(({ measures }) => measures.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('uses the share of seats that the sample has instead of a second one, and says where ideas come from', async () => {
    for (const language of ['ja', 'en'] as const) {
      const { items } = await running.get('measures.templates', { language, chosen: [] });
      const { measures, scorecard } = items.find(({ key }) => key === 'frequencyBreadthDepth')!;
      expect(measures.map(({ name }) => name)).not.toContain('シート利用率');
      const { measures: known } = await running.get('design.get', {});
      const seatUse = known.find(({ name }) => name === 'シート利用率')!;
      const scored = scorecard!.groups.flatMap((group) => group.measures.map(({ measureId }) => measureId));
      expect(scored).toContain(seatUse.id);
      expect(items.every(({ source }) => source.length > 10)).toBe(true);
    }
  });

  it('brings measures that have values on most rows of the sample', async () => {
    const { items } = await running.get('measures.templates', { language: 'en', chosen: [] });
    const measures = items.flatMap((template) => template.measures);
    const changes = measures.map((body) => ({ kind: 'measure' as const, id: body.id, body }));
    const step = { nameKey: 'measures:steps.addProposed', parameters: {}, screen: 'measures' };
    await running.get('design.commit', { ...step, changes });
    const measureIds = measures.map(({ id }) => id);
    const figures = await running.get('measures.figures', { measureIds, taskId: 'figures' });
    const empty = figures.items.filter(({ rows, missingRows }) => missingRows > 0.8 * rows);
    expect(empty.map(({ measureId }) => measures.find(({ id }) => id === measureId)?.name)).toEqual([]);
  });
});

describe('figures beside a scorecard', () => {
  it('are of the dates its live figures are of, whatever other measures need', async () => {
    const { scorecards } = await running.get('design.get', {});
    const live = await running.get('live.open', { scorecard: scorecards[0]!, taskId: 'live' });
    const all = await running.get('measures.figures', { measureIds: null, taskId: 'all' });
    const beside = { measureIds: null, scorecardId: scorecards[0]!.id, taskId: 'beside' };
    const figures = await running.get('measures.figures', beside);
    expect([figures.designFirst, figures.designLast]).toEqual([live.designFirst, live.designLast]);
    expect(new Set(figures.items.map(({ rows }) => rows))).toEqual(new Set([live.figures.rows]));
    // The templates' measures look further back than the scorecard's own.
    expect(all.designFirst).toBeGreaterThan(figures.designFirst!);
  });
});

describe('measures.preview', () => {
  it('shows three accounts with the rows their values came from', async () => {
    const measure: Measure = {
      id: 'rating',
      name: 'rating',
      aggregation: {
        ...{ type: 'latestRecord', source: 'hearingNotes', column: 'rating' },
        ...{ staleAfterDays: null, filters: [] },
      },
      direction: 'higher',
      actionable: true,
    };
    const { examples, suspicious } = await running.get('measures.preview', { measure, taskId: 'preview' });
    expect(examples).toHaveLength(3);
    for (const { value, rows } of examples) {
      expect(rows.length).toBeGreaterThan(0);
      expect(Number(rows[0]?.text)).toBe(value);
      expect(rows.map(({ source }) => source)).toEqual(rows.map(() => 'hearingNotes'));
    }
    expect(suspicious).toEqual([]);
  });

  it('flags a measure for what it is made from', async () => {
    const { measures } = await running.get('design.get', {});
    const part = measures.find(
      ({ aggregation }) => 'filters' in aggregation && aggregation.filters.length > 0,
    )!;
    const measure: Measure = {
      id: 'over',
      name: 'over',
      aggregation: { type: 'formula', formula: `[${part.id}] + 1` },
      direction: 'lower',
      actionable: true,
    };
    const { suspicious } = await running.get('measures.preview', { measure, taskId: 'preview' });
    expect(suspicious).toEqual(['undatedRecordFilter']);
  });
});

describe('measures.fromGoal over the sample', () => {
  const goal = {
    ...{ name: 'Loyal', goal: 'Loyalty', healthyCustomer: 'Stays' },
    behaviours: [
      { key: 'keepsUsing' as const, target: 12, reason: '' },
      { key: 'recommends' as const, target: 50, reason: '' },
    ],
  };

  it('makes a scorecard over what is measured already and what is new', async () => {
    const path = await running.get('measures.goalPath', { language: 'ja', chosen: [] });
    expect(path.behaviours.every(({ measures }) => measures.length > 0)).toBe(true);
    const { measures: known } = await running.get('design.get', {});
    const made = await running.get('measures.fromGoal', { language: 'ja', chosen: [], choice: goal });
    const ids = new Set([...known, ...made.measures].map(({ id }) => id));
    const scored = made.scorecard!.groups.flatMap(({ measures }) => measures);
    expect(scored).toHaveLength(2);
    expect(scored.every(({ measureId }) => ids.has(measureId))).toBe(true);
  });

  it('shows values of a behaviour whose parts are not kept yet', async () => {
    const { behaviours } = await running.get('measures.goalPath', { language: 'ja', chosen: [] });
    const { measures } = behaviours.find(({ key }) => key === 'manyUse')!;
    const [measure, parts] = [measures.at(-1)!, measures.slice(0, -1)];
    const figures = await running.get('measures.preview', { measure, parts, taskId: 'parts' });
    expect(figures.missingRows).toBeLessThan(figures.rows);
  });
});

describe('measures.propose over the sample', () => {
  it('asks each kind of rows what it can tell, in words', async () => {
    const { measures } = await running.get('measures.propose', { language: 'en' });
    const types = measures.map(({ aggregation }) => aggregation.type);
    for (const type of ['recordNps', 'latestRecord', 'daysSinceRecord', 'recordCount'] as const) {
      expect(types).toContain(type);
    }
    expect(measures.filter(({ name }) => /hearingNotes|surveys\b.*count/.test(name))).toEqual([]);
    expect(new Set(measures.map(({ name }) => name)).size).toBe(measures.length);
  });
});
