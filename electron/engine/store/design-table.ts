import { z } from 'zod';
import { type BacktestSettings, backtestSettingsSchema } from '../../../shared/schemas/backtest-settings.ts';
import { type Measure, measureSchema } from '../../../shared/schemas/measure.ts';
import { type Scorecard, scorecardSchema } from '../../../shared/schemas/scorecard.ts';
import { type Segment, segmentSchema } from '../../../shared/schemas/segment.ts';
import type { Database, SqlRow } from './database.ts';
import { jsonCell, numberCell, textCell } from './read-cell.ts';

export const designKinds = ['measure', 'scorecard', 'segment', 'backtestSettings'] as const;
export type DesignKind = (typeof designKinds)[number];

/** Where an item stands and what it says. */
export interface DesignItem {
  readonly position: number;
  readonly body: unknown;
}

export interface Design {
  readonly measures: Measure[];
  readonly scorecards: Scorecard[];
  readonly segments: Segment[];
  readonly backtestSettings: BacktestSettings | null;
}

export interface DesignStepRow {
  readonly number: number;
  readonly nameKey: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly screen: string;
  readonly at: string;
  /** JSON text: what the step did, and what undoes it. */
  readonly forward: string;
  readonly inverse: string;
}

const parametersSchema = z.record(z.string(), z.union([z.string(), z.number()]));
const stepColumns = 'number, nameKey, parameters, screen, forward, inverse, at';

export function loadDesign(database: Database): Design {
  return {
    measures: z.array(measureSchema).parse(loadBodies(database, 'measure')),
    scorecards: z.array(scorecardSchema).parse(loadBodies(database, 'scorecard')),
    segments: z.array(segmentSchema).parse(loadBodies(database, 'segment')),
    backtestSettings:
      backtestSettingsSchema.optional().parse(loadBodies(database, 'backtestSettings')[0]) ?? null,
  };
}

export function loadBodies(database: Database, kind: DesignKind): unknown[] {
  return database
    .all('SELECT body FROM design_item WHERE kind = ? ORDER BY position, id', [kind])
    .map((row) => jsonCell(row[0]));
}

export function loadItem(database: Database, kind: DesignKind, id: string): DesignItem | null {
  const row = database.first('SELECT position, body FROM design_item WHERE kind = ? AND id = ?', [kind, id]);
  return row === undefined ? null : { position: numberCell(row[0]), body: jsonCell(row[1]) };
}

export function nextPosition(database: Database, kind: DesignKind): number {
  const row = database.first('SELECT coalesce(max(position), -1) + 1 FROM design_item WHERE kind = ?', [
    kind,
  ]);
  return numberCell(row?.[0]);
}

/** null removes the item. */
export function saveItem(database: Database, kind: DesignKind, id: string, item: DesignItem | null): void {
  if (item === null) {
    database.run('DELETE FROM design_item WHERE kind = ? AND id = ?', [kind, id]);
    return;
  }
  database.run(
    `INSERT INTO design_item (kind, id, position, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET position = excluded.position, body = excluded.body`,
    [kind, id, item.position, JSON.stringify(item.body)],
  );
}

export function insertStep(database: Database, step: DesignStepRow): void {
  database.run(`INSERT INTO design_step (${stepColumns}) VALUES (?, ?, ?, ?, ?, ?, ?)`, [
    step.number,
    step.nameKey,
    JSON.stringify(step.parameters),
    step.screen,
    step.forward,
    step.inverse,
    step.at,
  ]);
}

export function loadStep(database: Database, number: number): DesignStepRow | null {
  const row = database.first(`SELECT ${stepColumns} FROM design_step WHERE number = ?`, [number]);
  return row === undefined ? null : parseStep(row);
}

export function loadSteps(database: Database): DesignStepRow[] {
  return database.all(`SELECT ${stepColumns} FROM design_step ORDER BY number`).map(parseStep);
}

/** Drops the steps after `last`, and the oldest so that at most `kept` remain. */
export function trimSteps(database: Database, last: number, kept: number): void {
  database.run('DELETE FROM design_step WHERE number > ? OR number <= ?', [last, last - kept]);
}

function parseStep(row: SqlRow): DesignStepRow {
  return {
    number: numberCell(row[0]),
    nameKey: textCell(row[1]),
    parameters: parametersSchema.parse(jsonCell(row[2])),
    screen: textCell(row[3]),
    forward: textCell(row[4]),
    inverse: textCell(row[5]),
    at: textCell(row[6]),
  };
}
