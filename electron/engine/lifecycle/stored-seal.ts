import { createHash } from 'node:crypto';
import { type StoredSeal, sealText } from '../../../shared/lifecycle/seal-text.ts';
import { sealTiming } from '../../../shared/lifecycle/seal-timing.ts';
import { type SealBody, type SealHead, sealBodySchema } from '../../../shared/schemas/lifecycle.ts';
import { NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';
import type { Database } from '../store/database.ts';
import type { LifecycleEntry } from '../store/lifecycle-table.ts';
import { loadSealContent, type SealContent, type SealRecord } from '../store/seal-table.ts';
import type { SealRequest } from './compute-seal.ts';

/** SHA-256 of a seal's canonical text, in hex. */
export function hashSeal(seal: StoredSeal): string {
  return createHash('sha256').update(sealText(seal)).digest('hex');
}

/** The content of a seal if it still has the fingerprint it was given; null when anything of it was changed. */
export function openSeal(database: Database, record: SealRecord): SealContent | null {
  const content = loadSealContent(database, record);
  return hashSeal(content) === record.sha256 ? content : null;
}

/** What a body says; null where it was changed into something that is no body. */
export function readBody(record: Pick<SealRecord, 'body'>): SealBody | null {
  try {
    const parsed = sealBodySchema.safeParse(JSON.parse(record.body));
    return parsed.success ? parsed.data : null;
  } catch {
    // No JSON at all: changed after sealing.
    return null;
  }
}

/** A seal as the compute worker takes it. */
export function sealRequest(body: SealBody, { account, rows }: SealContent): SealRequest {
  const { asOf, settings, scorecard } = body;
  const tenths = Int16Array.from(rows, (row) => row.tenths ?? NOT_SCORED);
  return { asOf, settings, scorecard, account, tenths };
}

/** A seal in a list: of its outcome only what has been graded. */
export function toSealHead(
  { id, sha256, accounts, scored }: SealRecord,
  { scorecard: _, measures: _measures, ...body }: SealBody,
  known: { readonly knownThrough: number | null; readonly grade: LifecycleEntry<'grade'> | null },
): SealHead {
  const { asOf, settings } = body;
  const timing = sealTiming({ asOf, ...settings }, known.knownThrough ?? asOf);
  const { grade } = known;
  return {
    ...body,
    ...{ id, sha256, accounts, scored },
    gradableOn: timing.gradableOn,
    state: grade !== null ? 'graded' : timing.isMature ? 'ready' : 'waiting',
    grade: grade === null ? null : { gradedAt: grade.at, figures: grade.body.figures },
  };
}
