import type { Aggregation, Measure } from '../schemas/measure.ts';
import type { RoleColumn, RoleColumns } from './template-roles.ts';
import type { TemplateMeasureKey, TemplateWords } from './template-words.ts';

type MetricColumn = Extract<RoleColumn, { type: 'metric' }>;

/**
 * The measures that the found roles allow, by key. A look-back named in days becomes as many whole periods of a
 * coarser metric; days with log-ins over periods become their sum.
 */
export function templateMeasures(
  roles: RoleColumns,
  words: TemplateWords,
): ReadonlyMap<TemplateMeasureKey, Measure> {
  const measures = new Map<TemplateMeasureKey, Measure>();
  const add: Add = (key, aggregation, name = words.measures[key]) => {
    if (aggregation === null) return;
    const direction = key === 'sinceLogin' || key === 'sinceHearing' ? 'lower' : 'higher';
    measures.set(key, { id: idOf(key), name, aggregation, direction, actionable: key !== 'seats' });
  };
  const both = (one: TemplateMeasureKey, other: TemplateMeasureKey, aggregation: Aggregation) =>
    measures.has(one) && measures.has(other) ? aggregation : null;
  addLogins(metricOf(roles.logins), words, add);
  const users = metricOf(roles.users);
  add('users', users && { type: 'mean', metric: users.name, ...windowOf(users, 28), noRow: 'byKind' });
  add('usersRank', users && { type: 'peerPercentile', measure: idOf('users'), attribute: null });
  const monthly = metricOf(roles.monthlyUsers);
  add(
    'monthlyUsers',
    monthly && { type: 'mean', metric: monthly.name, ...windowOf(monthly, 30), noRow: 'byKind' },
  );
  add('seats', seats(roles.seats));
  const whoUses = measures.has('monthlyUsers') ? 'monthlyUsers' : 'users';
  add(
    'seatUse',
    both(whoUses, 'seats', { type: 'ratio', numerator: idOf(whoUses), denominator: idOf('seats') }),
  );
  const core = metricOf(roles.core);
  add('core', core && { type: 'sum', metric: core.name, ...windowOf(core, 28), noRow: 'byKind' });
  add(
    'corePerUser',
    both('core', whoUses, { type: 'formula', formula: `[${idOf('core')}] ÷ [${idOf(whoUses)}]` }),
  );
  const dailyOverMonthly = `[${idOf('users')}] ÷ [${idOf('monthlyUsers')}]`;
  const isSame = users?.name === monthly?.name;
  add(
    'stickiness',
    isSame ? null : both('users', 'monthlyUsers', { type: 'formula', formula: dailyOverMonthly }),
  );
  const growing = monthly ?? users;
  add(
    'growth',
    growing && { type: 'change', metric: growing.name, ...windowOf(growing, 90), noRow: 'byKind' },
  );
  add('nps', nps(roles.nps));
  add('events', events(roles.events));
  const mail = metricOf(roles.mailOpens);
  add('mailOpens', mail && { type: 'sum', metric: mail.name, ...windowOf(mail, 90), noRow: 'byKind' });
  addHearing(roles.hearing, add);
  return measures;
}

type Add = (key: TemplateMeasureKey, aggregation: Aggregation | null, name?: string) => void;

function addLogins(logins: MetricColumn | null, words: TemplateWords, add: Add): void {
  if (logins === null) return;
  const window = { metric: logins.name, ...windowOf(logins, 28) };
  if (logins.grain === 'day') add('activeDays', { type: 'activeDays', ...window });
  else add('activeDays', { type: 'sum', ...window, noRow: 'byKind' }, words.loginSum);
  add('sinceLogin', { type: 'daysSinceLast', metric: logins.name });
  add('loginChange', { type: 'change', ...window, noRow: 'byKind' });
}

function addHearing(hearing: RoleColumn | null, add: Add): void {
  if (hearing?.type !== 'records' || hearing.column === null) return;
  const { name: source, column } = hearing;
  add('hearing', { type: 'latestRecord', source, column, staleAfterDays: 365, filters: [] });
  add('sinceHearing', { type: 'daysSinceRecord', source, filters: [] });
}

function seats(column: RoleColumn | null): Aggregation | null {
  if (column?.type === 'attribute') return { type: 'attribute', attribute: column.name };
  return column?.type === 'metric' ? { type: 'latest', metric: column.name, staleAfterDays: 120 } : null;
}

function nps(column: RoleColumn | null): Aggregation | null {
  if (column?.type === 'metric') return { type: 'nps', metric: column.name, ...windowOf(column, 365) };
  if (column?.type !== 'records' || column.column === null) return null;
  return { type: 'recordNps', source: column.name, column: column.column, lookbackDays: 365, filters: [] };
}

function events(column: RoleColumn | null): Aggregation | null {
  if (column?.type === 'metric') {
    return { type: 'sum', metric: column.name, ...windowOf(column, 182), noRow: 'byKind' };
  }
  if (column?.type !== 'records') return null;
  return { type: 'recordCount', source: column.name, lookbackDays: 182, filters: [], openOnly: false };
}

const daysPer = { day: 1, week: 7, month: 30, quarter: 91 } as const;

function windowOf({ grain }: MetricColumn, days: number): { lookback: number; shift: number } {
  return { lookback: Math.max(1, Math.round(days / daysPer[grain])), shift: 0 };
}

function metricOf(column: RoleColumn | null): MetricColumn | null {
  return column?.type === 'metric' ? column : null;
}

function idOf(key: TemplateMeasureKey): string {
  return `template-${key}`;
}
