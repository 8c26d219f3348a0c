import { z } from 'zod';
import { type Measure, measureSchema } from '../../../shared/schemas/measure.ts';
import { type Scorecard, scorecardSchema } from '../../../shared/schemas/scorecard.ts';
import type { Database, SqlRow } from './database.ts';
import { jsonCell, numberCell, textCell } from './read-cell.ts';

/** A named, unchangeable state of a scorecard. */
export interface ScorecardVersion {
  readonly scorecardId: string;
  readonly number: number;
  readonly name: string;
  readonly note: string;
  readonly savedAt: string;
  readonly designHash: string;
  readonly body: Scorecard;
  /** The measures it reads, as they were; null = saved before schema 3. */
  readonly measures: readonly Measure[] | null;
}

const columns = 'scorecardId, number, name, note, savedAt, designHash, body, measures';

/** Stores the next version and returns its number, from 1. */
export function insertVersion(database: Database, version: Omit<ScorecardVersion, 'number'>): number {
  const row = database.first(
    'SELECT coalesce(max(number), 0) + 1 FROM scorecard_version WHERE scorecardId = ?',
    [version.scorecardId],
  );
  const number = numberCell(row?.[0]);
  database.run(`INSERT INTO scorecard_version (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [
    version.scorecardId,
    number,
    version.name,
    version.note,
    version.savedAt,
    version.designHash,
    JSON.stringify(version.body),
    version.measures === null ? null : JSON.stringify(version.measures),
  ]);
  return number;
}

export function loadVersions(database: Database, scorecardId: string): ScorecardVersion[] {
  return database
    .all(`SELECT ${columns} FROM scorecard_version WHERE scorecardId = ? ORDER BY number`, [scorecardId])
    .map(parseVersion);
}

export function loadVersion(
  database: Database,
  scorecardId: string,
  number: number,
): ScorecardVersion | null {
  const row = database.first(
    `SELECT ${columns} FROM scorecard_version WHERE scorecardId = ? AND number = ?`,
    [scorecardId, number],
  );
  return row === undefined ? null : parseVersion(row);
}

function parseVersion(row: SqlRow): ScorecardVersion {
  return {
    scorecardId: textCell(row[0]),
    number: numberCell(row[1]),
    name: textCell(row[2]),
    note: textCell(row[3]),
    savedAt: textCell(row[4]),
    designHash: textCell(row[5]),
    body: scorecardSchema.parse(jsonCell(row[6])),
    measures: row[7] === null ? null : z.array(measureSchema).parse(jsonCell(row[7])),
  };
}
