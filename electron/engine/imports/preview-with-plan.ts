import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isGuarded } from '../../../shared/csv/detect-guard.ts';
import { unguardCell } from '../../../shared/csv/guard-cell.ts';
import { recallMapping } from '../../../shared/csv/recall-mapping.ts';
import { suggestMapping } from '../../../shared/csv/suggest-mapping.ts';
import type { ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import type { FileKind, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { EngineContext } from '../context.ts';
import type { TokenFile } from '../files/file-tokens.ts';
import { loadBatches, type StoredBatch } from '../store/import-batch-table.ts';
import { fileFailure } from './file-failure.ts';
import { createMappingMemory, type MappingMemory } from './mapping-memory.ts';
import { matchAccounts, withJoin } from './match-accounts.ts';
import { type CsvPreview, previewCsv } from './preview-file.ts';

type Preview = ChannelOutput<'imports.preview'>;
type Suggested = Pick<Preview, 'suggestion' | 'remembered' | 'sameFile'>;

/** Hashes of files by token: a preview is asked again with every switch. */
export type FileHashes = Map<string, Promise<Result<string>>>;

const HASH_CHUNK_BYTES = 1 << 22;

/**
 * The first rows of a file with a plan to import it: that of the same file's import, else the mapping used last for its
 * shape, else a suggestion from names and values. Which of them it is, is said.
 */
export async function previewWithPlan(
  context: EngineContext,
  hashes: FileHashes,
  { token, options, kind }: ChannelPayload<'imports.preview'>,
): Promise<Result<Preview>> {
  const file = context.files.find(token);
  if (!file.ok) return file;
  const same = await findSameFile(context, hashes, file.value);
  if (!same.ok) return same;
  const isAsFound = Object.keys(options).length === 0;
  const read = isAsFound && same.value !== null ? same.value.plan.read : options;
  const preview = await previewCsv(file.value.path, read);
  if (!preview.ok) return preview;
  const { estimatedRows: _, sampleRows: found, rows, columns, ...facts } = preview.value;
  const guarded = isGuarded(
    columns.map(({ name }) => name),
    found,
  );
  const sampleRows = guarded ? found.map((row) => row.map(unguardCell)) : found;
  const named = guarded ? columns.map((column) => ({ ...column, name: unguardCell(column.name) })) : columns;
  const guess = suggestMapping(
    { fileName: file.value.name, columns: named, rows: sampleRows, read: readOf(preview.value) },
    kind,
  );
  const { suggestion, remembered, sameFile } = suggestPlan(
    { preview: preview.value, batch: same.value, memory: memoryOf(context), kind, guarded },
    guarded ? { ...guess.plan, guarded } : guess.plan,
  );
  const match = matchAccounts(context, suggestion, sampleRows);
  return succeed({
    ...facts,
    fileName: file.value.name,
    encodingConfident: facts.encodingConfident || sameFile !== null,
    rows: rows.map((row) => row.map((cell) => cell.slice(0, 500))),
    columns: columns.map(({ index, name, samples }, i) => ({
      index,
      name,
      samples: [...samples],
      confidence: guess.columns[i]?.confidence ?? 0,
      dateFormats: [...(guess.columns[i]?.dateFormats ?? [])],
    })),
    suggestion: withJoin(suggestion, match),
    accountMatch: match,
    remembered,
    sameFile,
    kindConfidence: remembered === null && sameFile === null ? guess.kindConfidence : 1,
  });
}

/** The memory of mappings for the open workspace; null without one. */
export function memoryOf(context: EngineContext): MappingMemory | null {
  const { workspace } = context.open;
  return workspace === null
    ? null
    : createMappingMemory(context.options.dataFolder, workspace.id(), context.now);
}

/** Keeps a mapping under the names that the file's columns have in its preview. */
export async function rememberMapping(
  context: EngineContext,
  path: string,
  { plan, fileName }: { readonly plan: ImportPlan; readonly fileName: string },
): Promise<void> {
  if (!plan.read.hasHeader) return;
  const preview = await previewCsv(path, plan.read);
  if (!preview.ok) return;
  const { fixes: _fixes, replaces: _replaces, importedBy: _by, ...mapping } = plan;
  memoryOf(context)?.remember(
    { names: preview.value.columns.map(({ name }) => name), plan: mapping },
    fileName,
  );
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: HASH_CHUNK_BYTES })) hash.update(chunk);
  return hash.digest('hex');
}

/** The newest import of the very same bytes, a live one before an undone one. */
async function findSameFile(
  context: EngineContext,
  hashes: FileHashes,
  { token, path }: TokenFile,
): Promise<Result<StoredBatch | null>> {
  const { workspace } = context.open;
  const batches = workspace === null ? [] : loadBatches(workspace.database);
  if (batches.length === 0) return succeed(null);
  const hashing = hashes.get(token) ?? hashFile(path).then(succeed, fileFailure);
  hashes.set(token, hashing);
  const hash = await hashing;
  if (!hash.ok) return hash;
  const same = batches.filter(({ sha256 }) => sha256 === hash.value);
  return succeed(same.findLast(({ undoneAt }) => undoneAt === null) ?? same.at(-1) ?? null);
}

interface Known {
  readonly preview: CsvPreview;
  readonly batch: StoredBatch | null;
  readonly memory: MappingMemory | null;
  readonly kind: FileKind | undefined;
  readonly guarded: boolean;
}

function suggestPlan({ preview, batch, memory, kind, guarded }: Known, guess: ImportPlan): Suggested {
  const read = readOf(preview);
  const isSameRead = batch !== null && JSON.stringify(batch.plan.read) === JSON.stringify(read);
  if (batch !== null && isSameRead && (kind === undefined || kind === batch.plan.kind)) {
    const { replaces: _replaces, importedBy: _by, ...plan } = batch.plan;
    const isLive = batch.undoneAt === null;
    return {
      suggestion: isLive ? { ...plan, replaces: batch.number } : plan,
      remembered: null,
      sameFile: { number: batch.number, importedAt: batch.importedAt, isLive },
    };
  }
  const found = preview.hasHeader
    ? memory?.find(
        preview.columns.map(({ name }) => name),
        kind,
      )
    : null;
  const { columns, sampleRows: rows } = preview;
  const recalled = found ? recallMapping(found.entry, { columns, rows, read }) : null;
  if (!found || recalled === null) return { suggestion: guess, remembered: null, sameFile: null };
  const { key, at, fileName } = found.entry;
  // Last time there may have been nothing to guard.
  const plan = { ...(guarded ? { guarded } : {}), ...recalled.plan };
  return {
    suggestion: found.own ? plan : withoutJoins(plan),
    // What a file of another client was called is nobody's business here.
    remembered: { key, at, fileName: found.own ? fileName : null, chosenDates: [...recalled.chosenDates] },
    sameFile: null,
  };
}

/** How another workspace's keys led to its accounts says nothing of this one's. */
function withoutJoins(plan: ImportPlan): ImportPlan {
  return { ...plan, columns: plan.columns.map(({ join: _join, ...column }) => column) };
}

function readOf({ encoding, delimiter, hasHeader, skipRows }: CsvPreview): ImportPlan['read'] {
  return { encoding, delimiter, hasHeader, skipRows };
}
