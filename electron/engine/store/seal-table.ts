import type { StoredSeal } from '../../../shared/lifecycle/seal-text.ts';
import type { Database, SqlRow } from './database.ts';
import { numberCell, numberOrNull, textCell, textOrNull } from './read-cell.ts';

/** A seal without its scores. */
export interface SealRecord {
  readonly id: string;
  readonly scorecardId: string;
  readonly sha256: string;
  /** JSON text exactly as it was sealed. */
  readonly body: string;
  readonly accounts: number;
  readonly scored: number;
}

/** The scores of a seal as columns, with what its fingerprint is taken over. */
export interface SealContent extends StoredSeal {
  readonly account: Int32Array;
}

export interface NewSeal extends SealContent {
  readonly sha256: string;
}

/** Stores a seal once; nothing here changes or removes one. */
export function insertSeal(
  database: Database,
  { id, scorecardId, sha256, body, rows, account }: NewSeal,
): void {
  database.insertMany(
    'sealed_prediction',
    ['id', 'scorecardId', 'sha256', 'body'],
    [[id, scorecardId, sha256, body]],
  );
  database.insertMany(
    'sealed_score',
    ['seal', 'account', 'tenths', 'bandId'],
    rows.map(({ tenths, bandId }, i) => [id, account[i]!, tenths, bandId]),
  );
}

const select = `SELECT s.id, s.scorecardId, s.sha256, s.body, count(r.account), count(r.tenths)
  FROM sealed_prediction AS s LEFT JOIN sealed_score AS r ON r.seal = s.id`;

/** Seals of a scorecard, in the order in which they were sealed; null = of every scorecard. */
export function loadSeals(database: Database, scorecardId: string | null): SealRecord[] {
  return database
    .all(`${select} WHERE ?1 IS NULL OR s.scorecardId = ?1 GROUP BY s.id ORDER BY s.rowid`, [scorecardId])
    .map(parseRecord);
}

export function loadSeal(database: Database, id: string): SealRecord | null {
  const row = database.first(`${select} WHERE s.id = ? GROUP BY s.id`, [id]);
  return row === undefined ? null : parseRecord(row);
}

/** Everything a seal's fingerprint covers, as it lies in the file now. */
export function loadSealContent(database: Database, { id, scorecardId, body }: SealRecord): SealContent {
  const rows = database.all(
    `SELECT r.account, a.id, r.tenths, r.bandId FROM sealed_score AS r JOIN account AS a ON a.idx = r.account
     WHERE r.seal = ? ORDER BY r.account`,
    [id],
  );
  return {
    id,
    scorecardId,
    body,
    account: Int32Array.from(rows, (row) => numberCell(row[0])),
    rows: rows.map((row) => ({
      accountId: textCell(row[1]),
      tenths: numberOrNull(row[2]),
      bandId: textOrNull(row[3]),
    })),
  };
}

function parseRecord(row: SqlRow): SealRecord {
  return {
    id: textCell(row[0]),
    scorecardId: textCell(row[1]),
    sha256: textCell(row[2]),
    body: textCell(row[3]),
    accounts: numberCell(row[4]),
    scored: numberCell(row[5]),
  };
}
