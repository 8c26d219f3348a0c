import type { ImportBatch } from '../../../shared/schemas/workspace-state.ts';
import type { StoredBatch } from '../store/import-batch-table.ts';

/** A stored batch as the window sees it; `replacedBy` = the live batch that stands in its place. */
export function toBatch(batch: StoredBatch, replacedBy: number | null = null): ImportBatch {
  const { sha256: _sha256, plan, undoneAt, ...head } = batch;
  return {
    ...head,
    undone: undoneAt !== null,
    undoneAt,
    importedBy: plan.importedBy ?? '',
    rowsFixed: (plan.fixes ?? []).filter(({ cells }) => cells !== null).length,
    replaces: plan.replaces ?? null,
    replacedBy,
  };
}

/** Every batch with the live one that stands in its place. */
export function listBatches(batches: readonly StoredBatch[]): ImportBatch[] {
  const replacements = new Map(
    batches.flatMap(({ plan, undoneAt, number }) =>
      plan.replaces === undefined || undoneAt !== null ? [] : [[plan.replaces, number] as const],
    ),
  );
  return batches.map((batch) => toBatch(batch, replacements.get(batch.number) ?? null));
}
