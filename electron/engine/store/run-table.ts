import type { Database, SqlRow } from './database.ts';
import { jsonCell, numberCell, textCell } from './read-cell.ts';

/** A finished back-test. The JSON parts are stored as given; their owner parses them with its own schema. */
export interface BacktestRunRow {
  readonly id: string;
  readonly scorecardId: string;
  readonly designHash: string;
  readonly ranAt: string;
  readonly settings: unknown;
  readonly scorecard: unknown;
  readonly measures: unknown;
  readonly dataHash: string;
  readonly figures: unknown;
}

/** One opening of a test window for a design. */
export interface TrialRow {
  readonly scorecardId: string;
  readonly designHash: string;
  readonly testWindow: string;
  readonly openedAt: string;
}

const jsonColumns: ReadonlySet<string> = new Set(['settings', 'scorecard', 'measures', 'figures']);
const columns = [
  'id',
  'scorecardId',
  'designHash',
  'ranAt',
  'settings',
  'scorecard',
  'measures',
  'dataHash',
  'figures',
] as const;

export function insertRun(database: Database, run: BacktestRunRow): void {
  const row = columns.map((name) => (jsonColumns.has(name) ? JSON.stringify(run[name]) : String(run[name])));
  database.insertMany('backtest_run', columns, [row]);
}

/** Newest first; null = of every scorecard. */
export function loadRuns(database: Database, scorecardId: string | null): BacktestRunRow[] {
  return database
    .all(
      `SELECT ${columns.join(', ')} FROM backtest_run
       WHERE ?1 IS NULL OR scorecardId = ?1 ORDER BY ranAt DESC, rowid DESC`,
      [scorecardId],
    )
    .map(parseRun);
}

export function loadRun(database: Database, id: string): BacktestRunRow | null {
  const row = database.first(`SELECT ${columns.join(', ')} FROM backtest_run WHERE id = ?`, [id]);
  return row === undefined ? null : parseRun(row);
}

/** Enters a design once per test window and returns how many designs have opened that window by now. */
export function recordTrial(database: Database, trial: TrialRow): number {
  database.run(
    `INSERT INTO trial_ledger (scorecardId, designHash, testWindow, openedAt) VALUES (?, ?, ?, ?)
     ON CONFLICT (designHash, testWindow) DO NOTHING`,
    [trial.scorecardId, trial.designHash, trial.testWindow, trial.openedAt],
  );
  return countTrials(database, trial.testWindow);
}

export function countTrials(database: Database, testWindow: string): number {
  return numberCell(
    database.first('SELECT count(*) FROM trial_ledger WHERE testWindow = ?', [testWindow])?.[0],
  );
}

export function loadTrials(database: Database): TrialRow[] {
  return database
    .all('SELECT scorecardId, designHash, testWindow, openedAt FROM trial_ledger ORDER BY number')
    .map((row) => ({
      scorecardId: textCell(row[0]),
      designHash: textCell(row[1]),
      testWindow: textCell(row[2]),
      openedAt: textCell(row[3]),
    }));
}

function parseRun(row: SqlRow): BacktestRunRow {
  return {
    id: textCell(row[0]),
    scorecardId: textCell(row[1]),
    designHash: textCell(row[2]),
    ranAt: textCell(row[3]),
    settings: jsonCell(row[4]),
    scorecard: jsonCell(row[5]),
    measures: jsonCell(row[6]),
    dataHash: textCell(row[7]),
    figures: jsonCell(row[8]),
  };
}
