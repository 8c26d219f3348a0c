import type { AuditFacts } from '../../../shared/audit/audit-dataset.ts';
import { usedAttributes } from '../../../shared/audit/used-attributes.ts';
import type { DataFinding } from '../../../shared/schemas/workspace-state.ts';
import type { Database } from '../store/database.ts';
import { loadDesign } from '../store/design-table.ts';
import { loadBatches, type StoredBatch } from '../store/import-batch-table.ts';
import { countRejectedByKind } from '../store/rejected-row-table.ts';

const MS_PER_DAY = 86_400_000;

/** What the audit needs beside the dataset; known-through is the compute worker's own. */
export type StoredFacts = Omit<AuditFacts, 'knownThrough'>;

export function loadAuditFacts(database: Database): StoredFacts {
  const { scorecards, measures } = loadDesign(database);
  return {
    usedAttributes: usedAttributes(scorecards, new Map(measures.map((measure) => [measure.id, measure]))),
    importDay: newestDay(loadBatches(database)),
  };
}

/** Day on which the newest live file was read in; what is typed by hand later makes no file newer. */
export function newestImportDay(database: Database): number | null {
  return newestDay(loadBatches(database).filter(({ kind }) => kind !== 'manual'));
}

/** A day more than the clock's: it reads universal time, and the person may be ahead of it. */
function newestDay(batches: readonly StoredBatch[]): number | null {
  const live = batches.filter(({ undoneAt }) => undoneAt === null);
  const days = live.map(({ importedAt }) => Math.floor(Date.parse(importedAt) / MS_PER_DAY));
  return days.length === 0 ? null : Math.max(...days) + 1;
}

/** Rows of live imports that were not kept: repeated ones apart from the others. */
export function rejectedFindings(database: Database): DataFinding[] {
  const { duplicateRows, rejectedRows } = countRejectedByKind(database);
  const finding = (kind: DataFinding['kind'], rows: number): DataFinding[] =>
    rows === 0 ? [] : [{ kind, subject: '', rows, accounts: 0, churned: 0 }];
  return [...finding('duplicateRows', duplicateRows), ...finding('rejectedRows', rejectedRows)];
}
