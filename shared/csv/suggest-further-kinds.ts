import type { FileKind } from '../schemas/import-plan.ts';
import { type NamedRole, nameScore } from './column-names.ts';
import { parseNumber } from './parse-number.ts';
import type { ColumnProfile } from './profile-column.ts';
import type { SortedColumns } from './suggest-kind.ts';

type FurtherKind = Extract<FileKind, 'events' | 'surveys' | 'hearingNotes' | 'interventions' | 'snapshot'>;

/** What `suggestKind` has found already: an id in every row but once, and an account with a date in several. */
interface Found {
  readonly unique: boolean;
  readonly series: boolean;
}

/**
 * Scores on `suggestKind`'s scale of the kinds that their column names give away: who did what when → events; an answer
 * of 0–10 → surveys; a rating of 1–5 with a topic or a text → hearing notes; contacts by the file's name; ids without a
 * date and with a churn flag → snapshot.
 */
export function scoreFurtherKinds(
  columns: SortedColumns,
  file: string,
  { unique, series }: Found,
): Record<FurtherKind, number> {
  return {
    snapshot: unique && columns.dates.length === 0 && hasFlag(columns) ? 1.4 : 0,
    events: series ? scoreEvents(columns, file) : 0,
    surveys: series ? scoreSurveys(columns, file) : 0,
    hearingNotes: series ? scoreHearingNotes(columns, file) : 0,
    interventions: series ? scoreInterventions(columns, file) : 0,
  };
}

function hasFlag({ others }: SortedColumns): boolean {
  return others.some((column) => nameScore(column.name, 'churnFlag') >= 0.7 && isTwoValued(column));
}

/** At most two different texts, both filled: Yes/No, 0/1, 解約/継続. */
export function isTwoValued({ distinct, filled }: ColumnProfile): boolean {
  return filled > 0 && distinct.length <= 2;
}

function scoreEvents({ dates, others }: SortedColumns, file: string): number {
  const user = best(others, 'userId');
  const event = best(others, 'eventName');
  if (user < 0.7 && event < 0.9) return 0;
  const timed = dates.some(({ dates: { format } }) => format === 'timestamp');
  const hinted = /event|log|activit|audit|trail|click|イベント|ログ|操作|行動/.test(file);
  const rest = others.filter(({ name }) =>
    (['userId', 'eventName', 'quantity'] as const).every((role) => nameScore(name, role) < 0.6),
  );
  return (
    (user >= 0.7 ? 0.6 : 0) +
    (event >= 0.6 ? 0.4 : 0) +
    (timed ? 0.2 : 0) +
    (hinted ? 0.2 : 0) -
    0.15 * rest.length
  );
}

function scoreSurveys({ others }: SortedColumns, file: string): number {
  const hinted = /nps|survey|questionnaire|アンケート|満足度|推奨度/.test(file);
  const answers = others.filter((column) => isWithin(column, 0, 10));
  const named = best(answers, 'score');
  if (named < 0.6 || (named < 0.9 && !hinted)) return 0;
  const numbers = others.filter(({ numberShare }) => numberShare >= 0.95).length;
  const told = best(others, 'text') >= 0.7 || best(others, 'respondent') >= 0.7;
  return named + (hinted ? 0.3 : 0) + (told ? 0.2 : 0) - 0.25 * (numbers - 1);
}

function scoreHearingNotes({ others }: SortedColumns, file: string): number {
  const hinted = /hearing|interview|ヒアリング|面談/.test(file);
  const rated = best(
    others.filter((column) => isWithin(column, 1, 5)),
    'rating',
  );
  const parts = (['topic', 'stakeholder', 'text'] as const).filter(
    (role) => best(others, role) >= 0.7,
  ).length;
  if (parts === 0 || (rated < 0.7 && !hinted)) return 0;
  return (rated >= 0.7 ? 0.5 : 0) + 0.3 * parts + (hinted ? 0.4 : 0);
}

function scoreInterventions({ others }: SortedColumns, file: string): number {
  if (!/intervention|contact|touch ?point|outreach|call log|対応履歴|介入|接触|架電|訪問/.test(file))
    return 0;
  const parts = (['contactKind', 'contactBy'] as const).filter((role) => best(others, role) >= 0.7).length;
  return 0.5 + 0.4 * parts;
}

function best(columns: readonly ColumnProfile[], role: NamedRole): number {
  return Math.max(0, ...columns.map(({ name }) => nameScore(name, role)));
}

/** Nearly all numbers of a column lie in [lowest, highest] (some may be slips); false for a column of texts. */
function isWithin({ distinct, numberShare }: ColumnProfile, lowest: number, highest: number): boolean {
  if (numberShare < 0.95) return false;
  const values = distinct.map((text) => parseNumber(text, { decimal: '.' }));
  const inside = values.filter((value) => typeof value === 'number' && value >= lowest && value <= highest);
  return inside.length >= 0.8 * values.length;
}
