import { describe, expect, it } from 'vitest';
import { giveIds } from '../../../shared/measures/give-ids.ts';
import { measuresReached } from '../../../shared/measures/measure-references.ts';
import type { TemplateColumns } from '../../../shared/measures/template-roles.ts';
import { buildTemplates } from '../../../shared/measures/templates.ts';
import { sampleFileShapes } from '../../../shared/sample/sample-columns.ts';
import { type Template, type TemplateKey, templateSchema } from '../../../shared/schemas/template.ts';

/** The sample's columns as the data summary names them. */
function sampleColumns(language: 'ja' | 'en'): TemplateColumns {
  const { daily, monthly, hearing, tickets, accounts } = sampleFileShapes;
  const metrics = [daily, monthly].flatMap(({ columns, grain }) =>
    columns.flatMap((column) =>
      'metricKind' in column ? [{ name: column[language], kind: column.metricKind, grain }] : [],
    ),
  );
  return {
    metrics: [...metrics, { name: 'NPS', kind: 'level', grain: 'day' }],
    recordSources: [hearing, tickets].map((file) => ({
      name: file === hearing ? 'hearingNotes' : file[language],
      columns: file.columns
        .filter(({ role }) => !['accountId', 'date', 'closedOn'].includes(role))
        .map((column) => ({ name: column.role === 'recordColumn' ? column[language] : column.role })),
    })),
    attributes: accounts.columns
      .filter(({ role }) => ['attribute', 'seats', 'contractAmount', 'termMonths'].includes(role))
      .map((column) => ({ name: column[language], numeric: column.en === 'Contracted seats' })),
  };
}

function find(templates: readonly Template[], key: TemplateKey): Template {
  return templates.find((template) => template.key === key)!;
}

const columnsOf = (template: Template) =>
  Object.fromEntries(template.roles.map(({ key, column }) => [key, column]));

describe('the templates', () => {
  it.each(['ja', 'en'] as const)('all fit the sample in %s, and the contract', (language) => {
    const templates = buildTemplates(sampleColumns(language), language);
    expect(templates.map(({ availability }) => availability)).toEqual(Array(7).fill('ready'));
    for (const template of templates) expect(templateSchema.parse(template)).toEqual(template);
  });

  it('find the same parts by Japanese and English names', () => {
    const ja = buildTemplates(sampleColumns('ja'), 'ja');
    const en = buildTemplates(sampleColumns('en'), 'en');
    expect(columnsOf(find(ja, 'fiveMetrics'))).toEqual({
      logins: 'ログイン数',
      nps: 'NPS',
      users: 'アクティブユーザー数',
      seats: 'シート数',
      events: 'ウェビナー参加数',
      mailOpens: 'メール開封数',
    });
    expect(columnsOf(find(en, 'fiveMetrics'))).toEqual({
      logins: 'Log-ins',
      nps: 'NPS',
      users: 'Active users',
      seats: 'Seats',
      events: 'Webinar visits',
      mailOpens: 'Mails opened',
    });
    expect(columnsOf(find(en, 'engagement'))).toEqual({
      users: 'Active users',
      monthlyUsers: 'Monthly active users',
      core: 'Core feature use',
    });
    expect(find(ja, 'usageHearing').measures.at(-2)?.aggregation).toMatchObject({
      type: 'latestRecord',
      source: 'hearingNotes',
      column: 'rating',
    });
  });

  it('call measures of log-ins after the column where that is called something else', () => {
    const sessions = {
      metrics: [{ name: 'sessions', kind: 'flow' as const, grain: 'month' as const }],
      recordSources: [],
      attributes: [],
    };
    const namesIn = (language: 'ja' | 'en') =>
      find(buildTemplates(sessions, language), 'usageFirst').measures.map(({ name }) => name);
    expect(namesIn('ja')).toEqual(['sessions (約1か月)', '「sessions」の変化']);
    expect(namesIn('en')).toEqual(['sessions (about a month)', 'Change of “sessions”']);
    const sample = find(buildTemplates(sampleColumns('ja'), 'ja'), 'usageFirst').measures;
    expect(sample.map(({ name }) => name)).toContain('最後のログインからの日数');
  });

  it('score only measures they bring along, with everything those are made from', () => {
    for (const { measures, scorecard } of buildTemplates(sampleColumns('en'), 'en')) {
      const byId = new Map(measures.map((measure) => [measure.id, measure]));
      const scored = scorecard!.groups.flatMap((group) => group.measures.map(({ measureId }) => measureId));
      expect(scored.length).toBeGreaterThan(1);
      expect(new Set(measuresReached(scored, byId))).toEqual(new Set(byId.keys()));
    }
  });

  it('say what is missing and leave out what needs it', () => {
    const columns: TemplateColumns = {
      metrics: [{ name: 'logins', kind: 'flow', grain: 'month' }],
      recordSources: [],
      attributes: [{ name: 'Seats', numeric: true }],
    };
    const templates = buildTemplates(columns, 'en');
    expect(Object.fromEntries(templates.map(({ key, availability }) => [key, availability]))).toEqual({
      usageFirst: 'ready',
      frequencyBreadthDepth: 'partly',
      engagement: 'missing',
      fiveMetrics: 'partly',
      usageHearing: 'missing',
      activeCore: 'missing',
      goalBackwards: 'partly',
    });
    const frequency = find(templates, 'frequencyBreadthDepth');
    expect(frequency.roles.filter(({ column }) => column === '').map(({ key }) => key)).toEqual([
      'users',
      'core',
    ]);
    expect(frequency.scorecard?.groups.map(({ id }) => id)).toEqual(['frequency']);
    expect(frequency.measures[0]?.aggregation).toMatchObject({ type: 'sum', lookback: 1 });
  });

  it('have no scorecard without any column', () => {
    const templates = buildTemplates({ metrics: [], recordSources: [], attributes: [] }, 'ja');
    expect(templates.map(({ scorecard, measures }) => [scorecard, measures])).toEqual(
      Array(7).fill([null, []]),
    );
  });

  it('take NPS from dated records with a column of answers', () => {
    const columns: TemplateColumns = {
      metrics: [{ name: 'sessions', kind: 'flow', grain: 'day' }],
      recordSources: [{ name: 'NPS survey', columns: [{ name: 'comment' }, { name: 'score' }] }],
      attributes: [],
    };
    const measures = find(buildTemplates(columns, 'en'), 'goalBackwards').measures;
    expect(measures.map(({ aggregation }) => aggregation)).toContainEqual({
      ...{ type: 'recordNps', source: 'NPS survey', column: 'score', lookbackDays: 365, filters: [] },
    });
  });

  it('set a target and a reason where they start from a goal', () => {
    const goal = find(buildTemplates(sampleColumns('en'), 'en'), 'goalBackwards');
    const scored = goal.scorecard!.groups.flatMap(({ measures }) => measures);
    expect(scored).toHaveLength(4);
    expect(scored.every(({ target, reason }) => Boolean(target) && Boolean(reason))).toBe(true);
  });

  it('keep their inner references under new ids', () => {
    let next = 0;
    for (const template of buildTemplates(sampleColumns('ja'), 'ja')) {
      const renamed = giveIds(template, () => `new ${next++}`);
      expect(templateSchema.safeParse(renamed).success).toBe(true);
      expect(JSON.stringify([renamed.measures, renamed.scorecard])).not.toContain('template-');
      const byId = new Map(renamed.measures.map((measure) => [measure.id, measure]));
      const scored = renamed.scorecard!.groups.flatMap(({ measures }) => measures.map((m) => m.measureId));
      expect(new Set(measuresReached(scored, byId))).toEqual(new Set(byId.keys()));
    }
  });
});
