import { unguardCell } from '../../../shared/csv/guard-cell.ts';
import { parseBoolean } from '../../../shared/csv/parse-boolean.ts';
import { parseDate } from '../../../shared/csv/parse-date.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { contactSchema, hearingNoteSchema, outcomeEntrySchema } from '../../../shared/schemas/entries.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { fixedColumns, recordKindOf } from '../../../shared/schemas/record-kinds.ts';
import type { RestoredEntry } from '../entries/restore-entries.ts';
import { readCsv } from '../imports/read-csv.ts';
import { typedColumn } from './entry-tables.ts';

/** What a file of entries by hand says, row by row; a row that could not have been typed fails the file with its line. */
export async function readEntries(path: string, plan: ImportPlan): Promise<Result<RestoredEntry[]>> {
  const entries: RestoredEntry[] = [];
  let bad: number | null = null;
  const read = await readCsv({
    ...{ path, ...plan.read },
    onRows(rows, lines) {
      for (const [i, row] of rows.entries()) {
        const entry = entryOf(plan, row.map(unguardCell));
        if (entry === null) bad ??= lines[i] ?? 0;
        else entries.push(entry);
      }
    },
    onFault({ line }) {
      bad ??= line;
    },
  });
  if (!read.ok) return read;
  return bad === null ? succeed(entries) : fail('exportInvalid', { line: bad });
}

function entryOf(plan: ImportPlan, row: readonly string[]): RestoredEntry | null {
  const cells = new Map(plan.columns.map(({ name, index }) => [name, row[index] ?? '']));
  const text = (name: string) => cells.get(name) ?? '';
  const day = (name: string) => {
    const parsed = parseDate(text(name), { format: 'iso' });
    return typeof parsed === 'number' ? parsed : null;
  };
  const amount = (name: string) => (text(name) === '' ? null : Number(text(name)));
  const accountId = text('account_id');
  if (plan.kind === 'outcomes') {
    const voluntary = parseBoolean(text('voluntary'));
    const outcome = outcomeEntrySchema.safeParse({
      ...{ day: day('outcome_date'), kind: text('outcome'), noticeDay: day('notice_date') },
      ...{ voluntary: typeof voluntary === 'boolean' ? voluntary : null, amount: amount('amount') },
      reason: text('reason'),
    });
    return outcome.success ? { kind: 'outcome', accountId, outcome: outcome.data } : null;
  }
  const kind = recordKindOf(plan.kind);
  const typedDay = day(typedColumn);
  if ((kind !== 'hearingNote' && kind !== 'intervention') || typedDay === null) return null;
  const dates = { day: day('date'), knownOn: day('known_on') };
  const fields = Object.fromEntries(fixedColumns[kind].map((name) => [name, text(name)]));
  const typed =
    kind === 'hearingNote'
      ? hearingNoteSchema.safeParse({ ...dates, ...fields, rating: amount('rating') })
      : contactSchema.safeParse({ ...dates, ...fields });
  if (!typed.success) return null;
  const written = fixedColumns[kind].flatMap((name) =>
    text(name) === '' ? [] : [[name, text(name)] as const],
  );
  const { knownOn: knownDay } = typed.data;
  return { kind, accountId, source: plan.source, day: typed.data.day, knownDay, typedDay, cells: written };
}
