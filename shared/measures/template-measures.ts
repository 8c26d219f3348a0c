import type { Aggregation, Measure } from '../schemas/measure.ts';
import type { RoleColumn, RoleColumns } from './template-roles.ts';
import type { TemplateMeasureKey, TemplateWords } from './template-words.ts';

type MetricColumn = Extract<RoleColumn, { type: 'metric' }>;

/**
 * The measures that the found roles allow, by key. A look-back named in days becomes as many whole periods of a
 * coarser metric; days with log-ins over periods become their sum, and days since the last log-in need days or weeks.
 */
export function templateMeasures(
  roles: RoleColumns,
  words: TemplateWords,
): ReadonlyMap<TemplateMeasureKey, Measure> {
  const measures = new Map<TemplateMeasureKey, Measure>();
  const add: Add = (key, aggregation, name = key === 'users' ? key : words.measures[key]) => {
    if (aggregation === null) return;
    const direction = key === 'sinceLogin' || key === 'sinceHearing' ? 'lower' : 'higher';
    measures.set(key, { id: idOf(key), name, aggregation, direction, actionable: key !== 'seats' });
  };
  const both = (one: TemplateMeasureKey, other: TemplateMeasureKey, aggregation: Aggregation) =>
    measures.has(one) && measures.has(other) ? aggregation : null;
  addLogins(metricOf(roles.logins), words, add);
  const users = metricOf(roles.users);
  add(
    'users',
    users ? mean(users, 28) : distinctUsers(roles.users, 'week', 1),
    words.usersBy[users?.grain ?? 'acts'],
  );
  add(
    'usersRank',
    measures.has('users') ? { type: 'peerPercentile', measure: idOf('users'), attribute: null } : null,
  );
  const monthly = metricOf(roles.monthlyUsers);
  add('monthlyUsers', monthly ? mean(monthly, 30) : distinctUsers(roles.monthlyUsers, 'day', 28));
  add('seats', seats(roles.seats));
  const whoUses = measures.has('monthlyUsers') ? 'monthlyUsers' : 'users';
  add(
    'seatUse',
    both(whoUses, 'seats', { type: 'ratio', numerator: idOf(whoUses), denominator: idOf('seats') }),
  );
  const core = metricOf(roles.core);
  add('core', core ? sum(core, 28) : distinctFeatures(roles.core));
  add(
    'corePerUser',
    both('core', whoUses, { type: 'formula', formula: `[${idOf('core')}] ÷ [${idOf(whoUses)}]` }),
  );
  const dailyOverMonthly = `[${idOf('users')}] ÷ [${idOf('monthlyUsers')}]`;
  const isSame = users !== null && users.name === monthly?.name;
  add(
    'stickiness',
    isSame ? null : both('users', 'monthlyUsers', { type: 'formula', formula: dailyOverMonthly }),
    ...(roles.users?.type === 'events' ? [words.weeklyStickiness] : []),
  );
  addGrowth(monthly ?? users, roles, add);
  add('nps', nps(roles.nps));
  add('events', events(roles.events));
  const mail = metricOf(roles.mailOpens);
  add('mailOpens', mail && sum(mail, 90));
  addHearing(roles.hearing, add);
  return measures;
}

type Add = (key: TemplateMeasureKey, aggregation: Aggregation | null, name?: string) => void;

/** A column that is called log-ins itself; others lend the measures their own name. */
const loginWord = /log-?\s?[io]ns?\b|ログイン/i;

function addLogins(logins: MetricColumn | null, words: TemplateWords, add: Add): void {
  if (logins === null) return;
  const window = { metric: logins.name, ...windowOf(logins, 28) };
  const { called, measures } = words;
  const isCalledSo = loginWord.test(logins.name);
  const nameOf = (key: keyof TemplateWords['called'], ready: string) =>
    isCalledSo ? ready : called[key](logins.name).slice(0, 120);
  if (logins.grain === 'day') {
    add('activeDays', { type: 'activeDays', ...window }, nameOf('activeDays', measures.activeDays));
  } else {
    const total = { type: 'sum' as const, ...window, noRow: 'byKind' as const };
    add('activeDays', total, nameOf('loginSum', words.loginSum));
  }
  // Over whole months nearly everybody's last one is the same.
  if (logins.grain === 'day' || logins.grain === 'week') {
    const since = { type: 'daysSinceLast' as const, metric: logins.name };
    add('sinceLogin', since, nameOf('sinceLogin', measures.sinceLogin));
  }
  const change = { type: 'change' as const, ...window, noRow: 'byKind' as const };
  add('loginChange', change, nameOf('loginChange', measures.loginChange));
}

/** Of a metric its change; of acts, the users of a month against those of the month before. */
function addGrowth(growing: MetricColumn | null, roles: RoleColumns, add: Add): void {
  if (growing !== null) {
    add('growth', { type: 'change', metric: growing.name, ...windowOf(growing, 90), noRow: 'byKind' });
    return;
  }
  const before = distinctUsers(roles.monthlyUsers, 'day', 28, 28);
  add('usersBefore', before);
  const formula = `[${idOf('monthlyUsers')}] ÷ [${idOf('usersBefore')}] - 1`;
  add('growth', before && { type: 'formula', formula });
}

function mean(column: MetricColumn, days: number): Aggregation {
  return { type: 'mean', metric: column.name, ...windowOf(column, days), noRow: 'byKind' };
}

function sum(column: MetricColumn, days: number): Aggregation {
  return { type: 'sum', metric: column.name, ...windowOf(column, days), noRow: 'byKind' };
}

function distinctUsers(
  column: RoleColumn | null,
  period: 'day' | 'week',
  lookback: number,
  shift = 0,
): Aggregation | null {
  if (column?.type !== 'events') return null;
  return { type: 'distinctUsers', eventSource: column.name, period, lookback, shift, events: [] };
}

function distinctFeatures(column: RoleColumn | null): Aggregation | null {
  if (column?.type !== 'events') return null;
  const window = { period: 'day' as const, lookback: 28, shift: 0 };
  return { type: 'distinctFeatures', eventSource: column.name, ...window, events: [] };
}

function addHearing(hearing: RoleColumn | null, add: Add): void {
  if (hearing?.type !== 'records' || hearing.column === null) return;
  const { name: source, column } = hearing;
  add('hearing', { type: 'latestRecord', source, column, staleAfterDays: 365, filters: [] });
  add('sinceHearing', { type: 'daysSinceRecord', source, filters: [] });
}

function seats(column: RoleColumn | null): Aggregation | null {
  if (column?.type === 'attribute') return { type: 'attribute', attribute: column.name };
  if (column?.type !== 'metric') return null;
  if (column.grain !== 'day') return mean(column, daysPer[column.grain]);
  return { type: 'latest', metric: column.name, staleAfterDays: 120 };
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
