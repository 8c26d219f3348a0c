import type { Grain, MetricKind } from '../schemas/measure.ts';
import type { RecordKind } from '../schemas/record-kinds.ts';
import type { ChosenRoles, RoleKey, TemplateRole } from '../schemas/template.ts';

/** What the client's data offers; a `DataSummary` is one. */
export interface TemplateColumns {
  readonly metrics: readonly { readonly name: string; readonly kind: MetricKind; readonly grain: Grain }[];
  readonly recordSources: readonly {
    readonly name: string;
    readonly kind?: RecordKind;
    readonly columns: readonly { readonly name: string }[];
  }[];
  readonly attributes: readonly { readonly name: string; readonly numeric: boolean }[];
  /** Files of what users did. */
  readonly eventSources?: readonly { readonly name: string }[];
}

/** The column that plays a role. */
export type RoleColumn =
  | { readonly type: 'metric'; readonly name: string; readonly kind: MetricKind; readonly grain: Grain }
  | { readonly type: 'attribute'; readonly name: string }
  | { readonly type: 'events'; readonly name: string }
  | { readonly type: 'records'; readonly name: string; readonly column: string | null };

export type RoleColumns = Readonly<Record<RoleKey, RoleColumn | null>>;

const words = {
  logins: /log-?\s?[io]ns?\b|sign-?\s?ins?\b|sessions?\b|ログイン|アクセス数|利用回数|起動/i,
  users: /active[\s_]*users?|\b[dw]au\b|アクティブ|利用者数|利用ユーザー|ログインユーザー/i,
  monthly: /month|\bmau\b|月間|月次/i,
  seats: /seats?\b|licen[cs]es?|シート|ライセンス|契約(id|アカウント|ユーザー)数/i,
  core: /core|key[\s_]*feature|feature|コア|主要機能|機能/i,
  nps: /\bnps\b|nps|net promoter|推奨度/i,
  answer: /score|rating|answer|nps|点|評価|回答|推奨/i,
  events: /webinars?|seminars?|\bevents?\b|trainings?|ウェビナー|セミナー|イベント|研修/i,
  mailOpens: /mails?.*open|open.*mails?|newsletter|開封/i,
  hearing: /hearing|interviews?|meeting|ヒアリング|面談|定例|議事/i,
  rating: /rating|score|grade|satisf|評価|評点|満足|点数/i,
} as const;

/**
 * Which column of the data plays each role, by its name in English or Japanese; null = none found. Of several that
 * fit, a flow before a level for counts, the finer grain, then the order of the data. Seats may be an attribute,
 * NPS and events may be dated records, a hearing is a record source with a column for the rating. Users and core features
 * may be counted from a file of what users did.
 */
export function matchRoles(columns: TemplateColumns): RoleColumns {
  const isMonthly = (name: string, grain: Grain) =>
    words.monthly.test(name) || grain === 'month' || grain === 'quarter';
  const metric = (pattern: RegExp, fits: (name: string, grain: Grain) => boolean = () => true) =>
    bestMetric(columns, pattern, fits);
  const acts = eventColumns(columns)[0] ?? null;
  return {
    logins: metric(words.logins, (name) => !words.users.test(name)),
    users: metric(words.users, (name, grain) => !isMonthly(name, grain)) ?? acts ?? metric(words.users),
    monthlyUsers: metric(words.users, isMonthly) ?? acts,
    seats: metric(words.seats) ?? seatAttribute(columns),
    core: metric(words.core) ?? acts,
    nps: ofKind(columns, 'survey', 'score') ?? metric(words.nps) ?? records(columns, words.nps, words.answer),
    events: metric(words.events) ?? records(columns, words.events, null),
    mailOpens: metric(words.mailOpens),
    hearing: ofKind(columns, 'hearingNote', 'rating') ?? records(columns, words.hearing, words.rating),
  };
}

function eventColumns({ eventSources = [] }: TemplateColumns): RoleColumn[] {
  return eventSources.map(({ name }) => ({ type: 'events', name }));
}

const grainOrder: Readonly<Record<Grain, number>> = { day: 0, week: 1, month: 2, quarter: 3 };

function bestMetric(
  { metrics }: TemplateColumns,
  pattern: RegExp,
  fits: (name: string, grain: Grain) => boolean,
): RoleColumn | null {
  const found = metrics
    .filter(({ name, grain }) => pattern.test(name) && fits(name, grain))
    .sort(
      (a, b) =>
        grainOrder[a.grain] - grainOrder[b.grain] || Number(b.kind === 'flow') - Number(a.kind === 'flow'),
    )[0];
  return found === undefined
    ? null
    : { type: 'metric', name: found.name, kind: found.kind, grain: found.grain };
}

function seatAttribute({ attributes }: TemplateColumns): RoleColumn | null {
  const found = attributes.find(({ name, numeric }) => numeric && words.seats.test(name));
  return found === undefined ? null : { type: 'attribute', name: found.name };
}

/** The first source of a kind whose rows have a column under a name of its own. */
function ofKind({ recordSources }: TemplateColumns, kind: RecordKind, column: string): RoleColumn | null {
  const found = recordSources.find(
    (source) => source.kind === kind && source.columns.some(({ name }) => name === column),
  );
  return found === undefined ? null : { type: 'records', name: found.name, column };
}

/** Names a column across a message; see `roleColumns` for those that may play a role. */
export function columnKey(column: RoleColumn): string {
  const { type, name } = column;
  return JSON.stringify(type === 'records' ? [type, name, column.column] : [type, name]);
}

/** What sources and columns that the app names itself are called; others keep the names of the file. */
export interface RecordNames {
  readonly sources: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, string>>;
}

/** The column in a person's words. */
export function columnLabel(column: RoleColumn, { sources, columns }: RecordNames): string {
  if (column.type !== 'records') return column.name;
  const source = sources[column.name];
  if (column.column === null) return source ?? column.name;
  const part = source === undefined ? column.column : (columns[column.column] ?? column.column);
  return `${source ?? column.name} › ${part}`;
}

/** Every column that could play a role, whatever it is called: for a person to choose by hand. */
export function roleColumns(role: RoleKey, columns: TemplateColumns): RoleColumn[] {
  const metrics = columns.metrics.map((metric): RoleColumn => ({ type: 'metric', ...pickMetric(metric) }));
  const rated = columns.recordSources.flatMap(({ name, columns: of }) =>
    of.map((column): RoleColumn => ({ type: 'records', name, column: column.name })),
  );
  switch (role) {
    case 'users':
    case 'monthlyUsers':
    case 'core':
      return [...metrics, ...eventColumns(columns)];
    case 'seats':
      return [
        ...metrics,
        ...columns.attributes
          .filter(({ numeric }) => numeric)
          .map(({ name }): RoleColumn => ({ type: 'attribute', name })),
      ];
    case 'nps':
      return [...metrics, ...rated];
    case 'hearing':
      return rated;
    case 'events':
      return [
        ...metrics,
        ...columns.recordSources.map(({ name }): RoleColumn => ({ type: 'records', name, column: null })),
      ];
    default:
      return metrics;
  }
}

/** What plays each role once a person has chosen some by hand: "" = none, an unknown key = what was found. */
export function chooseRoles(columns: TemplateColumns, chosen: ChosenRoles): RoleColumns {
  const roles = { ...matchRoles(columns) };
  for (const { role, column } of chosen) {
    const found = roleColumns(role, columns).find((candidate) => columnKey(candidate) === column);
    if (column === '') roles[role] = null;
    else if (found !== undefined) roles[role] = found;
  }
  return roles;
}

export interface RoleContext {
  readonly roles: RoleColumns;
  readonly columns: TemplateColumns;
  readonly words: { readonly roles: Readonly<Record<RoleKey, string>>; readonly records: RecordNames };
}

/** How a template shows a role: its column, and every column that may be chosen instead. */
export function describeRole(
  key: RoleKey,
  { roles, columns, words: { roles: labels, records } }: RoleContext,
  required: boolean,
): TemplateRole {
  const column = roles[key];
  return {
    ...{ key, label: labels[key], required },
    column: column === null ? '' : columnLabel(column, records),
    columnKey: column === null ? '' : columnKey(column),
    candidates: roleColumns(key, columns).map((candidate) => ({
      key: columnKey(candidate),
      label: columnLabel(candidate, records),
    })),
  };
}

function pickMetric({ name, kind, grain }: TemplateColumns['metrics'][number]) {
  return { name, kind, grain };
}

/** A record source by name, with a column by name where one is needed. */
function records(
  { recordSources }: TemplateColumns,
  source: RegExp,
  column: RegExp | null,
): RoleColumn | null {
  for (const candidate of recordSources) {
    if (!source.test(candidate.name)) continue;
    if (column === null) return { type: 'records', name: candidate.name, column: null };
    const found = candidate.columns.find(({ name }) => column.test(name));
    if (found !== undefined) return { type: 'records', name: candidate.name, column: found.name };
  }
  return null;
}
