import { z } from 'zod';
import { day } from '../../../shared/schemas/backtest-settings.ts';
import { decisions, sealFiguresSchema } from '../../../shared/schemas/lifecycle.ts';
import type { Database } from './database.ts';
import { jsonCell, textCell } from './read-cell.ts';

const bodies = {
  freeze: z.strictObject({ version: z.int(), from: day, until: day, reviewOn: day, note: z.string() }),
  freezeEnd: z.strictObject({ freezeId: z.string(), day, reason: z.string() }),
  review: z.strictObject({
    freezeId: z.string(),
    version: z.int(),
    day,
    decision: z.enum(decisions),
    note: z.string(),
  }),
  /** The first grade of a seal, as it read that day. */
  grade: z.strictObject({ sealId: z.string(), figures: sealFiguresSchema }),
};

export type EntryKind = keyof typeof bodies;
export type EntryBody<K extends EntryKind> = z.infer<(typeof bodies)[K]>;

export interface LifecycleEntry<K extends EntryKind> {
  readonly id: string;
  readonly scorecardId: string;
  readonly at: string;
  readonly body: EntryBody<K>;
}

/** Adds an entry; entries are never changed. */
export function insertEntry<K extends EntryKind>(
  database: Database,
  kind: K,
  { id, scorecardId, at, body }: LifecycleEntry<K>,
): void {
  database.run('INSERT INTO lifecycle_entry (id, scorecardId, kind, at, body) VALUES (?, ?, ?, ?, ?)', [
    id,
    scorecardId,
    kind,
    at,
    JSON.stringify(body),
  ]);
}

/** Entries of a kind in the order in which they were made; null = of every scorecard. */
export function loadEntries<K extends EntryKind>(
  database: Database,
  kind: K,
  scorecardId: string | null,
): LifecycleEntry<K>[] {
  return database
    .all(
      `SELECT id, scorecardId, at, body FROM lifecycle_entry
       WHERE kind = ?1 AND (?2 IS NULL OR scorecardId = ?2) ORDER BY rowid`,
      [kind, scorecardId],
    )
    .map((row) => ({
      id: textCell(row[0]),
      scorecardId: textCell(row[1]),
      at: textCell(row[2]),
      // The schema of this very kind.
      body: bodies[kind].parse(jsonCell(row[3])) as EntryBody<K>,
    }));
}
