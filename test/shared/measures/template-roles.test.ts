import { describe, expect, it } from 'vitest';
import { giveIds } from '../../../shared/measures/give-ids.ts';
import {
  chooseRoles,
  columnKey,
  columnLabel,
  roleColumns,
  type TemplateColumns,
} from '../../../shared/measures/template-roles.ts';
import { buildTemplates } from '../../../shared/measures/templates.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { roleKeys } from '../../../shared/schemas/template.ts';

const columns: TemplateColumns = {
  metrics: [
    { name: 'col_17', kind: 'flow', grain: 'day' },
    { name: 'Seats', kind: 'level', grain: 'month' },
  ],
  recordSources: [{ name: 'Survey', columns: [{ name: 'score' }, { name: 'comment' }] }],
  attributes: [
    { name: 'Plan', numeric: false },
    { name: 'Licences bought', numeric: true },
  ],
};
const names = { sources: { hearingNotes: 'Notes' }, columns: { rating: 'Rating' } };
const keyOf = (name: string) => columnKey({ type: 'metric', name, kind: 'flow', grain: 'day' });

describe('the columns of a role', () => {
  it('are those whose kind fits, whatever they are called', () => {
    const labels = Object.fromEntries(
      roleKeys.map((role) => [role, roleColumns(role, columns).map((column) => columnLabel(column, names))]),
    );
    expect(labels).toMatchObject({
      logins: ['col_17', 'Seats'],
      seats: ['col_17', 'Seats', 'Licences bought'],
      nps: ['col_17', 'Seats', 'Survey › score', 'Survey › comment'],
      events: ['col_17', 'Seats', 'Survey'],
      hearing: ['Survey › score', 'Survey › comment'],
    });
  });

  it('are called by words where the app named them', () => {
    const label = (name: string, column: string | null) =>
      columnLabel({ type: 'records', name, column }, names);
    expect(label('hearingNotes', 'rating')).toBe('Notes › Rating');
    expect(label('hearingNotes', null)).toBe('Notes');
    expect(label('Survey', 'rating')).toBe('Survey › rating');
  });

  it('are found by what a file was imported as', () => {
    const recordSources = [
      { name: 'surveys', kind: 'survey' as const, columns: [{ name: 'score' }] },
      { name: 'Talks', kind: 'hearingNote' as const, columns: [{ name: 'rating' }] },
    ];
    const { nps, hearing } = chooseRoles({ ...columns, recordSources }, []);
    expect(nps).toEqual({ type: 'records', name: 'surveys', column: 'score' });
    expect(hearing).toEqual({ type: 'records', name: 'Talks', column: 'rating' });
  });

  it('count users and features from a file of what users did', () => {
    const acts: TemplateColumns = {
      metrics: [],
      recordSources: [],
      attributes: [],
      eventSources: [{ name: 'Acts' }],
    };
    const engagement = buildTemplates(acts, 'en').find(({ key }) => key === 'engagement')!;
    expect(engagement.availability).toBe('ready');
    expect(engagement.measures.map(({ aggregation }) => aggregation.type)).toEqual([
      ...['distinctFeatures', 'distinctUsers', 'formula'],
      ...['distinctUsers', 'formula', 'distinctUsers', 'formula'],
    ]);
    expect(engagement.measures.map(({ name }) => name)).toContain('Stickiness (weekly ÷ monthly users)');
  });

  it('have keys that tell them apart', () => {
    for (const role of roleKeys) {
      const keys = roleColumns(role, columns).map(columnKey);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('are chosen by hand before the guess, taken away, and left alone by an unknown key', () => {
    const names = (chosen: Parameters<typeof chooseRoles>[1]) => {
      const { logins, seats } = chooseRoles(columns, chosen);
      return [logins?.name ?? null, seats?.name ?? null];
    };
    expect(names([])).toEqual([null, 'Seats']);
    expect(names([{ role: 'logins', column: keyOf('col_17') }])).toEqual(['col_17', 'Seats']);
    expect(names([{ role: 'seats', column: '' }])).toEqual([null, null]);
    expect(names([{ role: 'seats', column: keyOf('gone') }])).toEqual([null, 'Seats']);
  });

  it('make a template out of a column that no name gave away', () => {
    const first = (chosen: Parameters<typeof chooseRoles>[1]) => buildTemplates(columns, 'en', chosen)[0]!;
    expect(first([]).availability).toBe('missing');
    const usage = first([{ role: 'logins', column: keyOf('col_17') }]);
    expect(usage.availability).toBe('ready');
    expect(usage.roles[0]).toMatchObject({ column: 'col_17', columnKey: keyOf('col_17') });
    expect(
      usage.measures.every(({ aggregation }) => 'metric' in aggregation && aggregation.metric === 'col_17'),
    ).toBe(true);
  });
});

describe('a template in a workspace', () => {
  const template = buildTemplates(columns, 'en', [{ role: 'users', column: keyOf('col_17') }]).find(
    ({ key }) => key === 'frequencyBreadthDepth',
  )!;

  it('uses a measure that is there already, by what it computes and not by its name', () => {
    let next = 0;
    const first = giveIds(template, () => `first ${next++}`);
    const there = first.measures.map((measure) => ({ ...measure, name: 'Renamed' }));
    const again = giveIds(template, () => `again ${next++}`, { measures: there, metrics: [] });
    expect(again.measures).toEqual([]);
    const scored = (made: typeof first) =>
      made.scorecard!.groups.flatMap((group) => group.measures.map(({ measureId }) => measureId));
    expect(scored(again)).toEqual(scored(first));
    expect(again.scorecard!.id).not.toBe(first.scorecard!.id);
  });

  it('uses it whichever side is said to be healthy', () => {
    let next = 0;
    const first = giveIds(template, () => `first ${next++}`);
    const turned = first.measures.map((measure) => ({ ...measure, direction: 'lower' as const }));
    expect(giveIds(template, () => `again ${next++}`, { measures: turned, metrics: [] }).measures).toEqual(
      [],
    );
  });

  it('numbers a name that another measure has', () => {
    let next = 0;
    const first = giveIds(template, () => `first ${next++}`);
    const other: Measure = { ...first.measures[0]!, id: 'other', aggregation: { type: 'tenure' } };
    const again = giveIds(template, () => `again ${next++}`, { measures: [other], metrics: [] });
    expect(again.measures[0]!.name).toBe(`${other.name} (2)`);
    expect(new Set([other, ...again.measures].map(({ name }) => name)).size).toBe(again.measures.length + 1);
  });
});
