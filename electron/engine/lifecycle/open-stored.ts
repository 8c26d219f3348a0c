import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { SealBody, SplitSide } from '../../../shared/schemas/lifecycle.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { DataService } from '../data/data-service.ts';
import type { DesignService } from '../design/design-service.ts';
import type { Database } from '../store/database.ts';
import { loadDesign } from '../store/design-table.ts';
import { type LifecycleEntry, loadEntries } from '../store/lifecycle-table.ts';
import { loadSeal, type SealContent, type SealRecord } from '../store/seal-table.ts';
import { loadVersion, type ScorecardVersion } from '../store/version-table.ts';
import type { Workspace } from '../workspace/workspace-session.ts';
import type { SplitEnd } from './compute-split.ts';
import { openSeal, readBody, sealRequest } from './stored-seal.ts';
import { measuresOfVersion } from './usable-version.ts';

export interface OpenedSeal {
  readonly workspace: Workspace;
  readonly record: SealRecord;
  readonly body: SealBody;
  readonly content: SealContent;
  readonly grade: LifecycleEntry<'grade'> | null;
}

/** A stored seal, its fingerprint checked before anything of it is used. */
export async function openStored(data: DataService, sealId: string): Promise<Result<OpenedSeal>> {
  const ready = await data.ready();
  if (!ready.ok) return ready;
  const { database } = ready.value;
  const record = loadSeal(database, sealId);
  if (record === null) return fail('notFound', { what: 'seal' });
  const content = openSeal(database, record);
  const body = readBody(record);
  if (content === null || body === null) return fail('sealChanged');
  const grades = loadEntries(database, 'grade', record.scorecardId);
  const grade = grades.find((entry) => entry.body.sealId === sealId) ?? null;
  return succeed({ workspace: ready.value, record, body, content, grade });
}

/** A version with the measures it was made of; `versionChanged` where they are gone. */
export function findVersion(
  database: Database,
  scorecardId: string,
  number: number,
): Result<{ readonly version: ScorecardVersion; readonly measures: readonly Measure[] }> {
  const version = loadVersion(database, scorecardId, number);
  if (version === null) return fail('notFound', { what: 'version' });
  const measures = measuresOfVersion(version, loadDesign(database).measures);
  return measures === null ? fail('versionChanged', { number }) : succeed({ version, measures });
}

/** One end of a change: a design on a day, or a seal with what it said. */
export async function endOf(
  { data, design }: { readonly data: DataService; readonly design: DesignService },
  scorecardId: string,
  side: SplitSide,
): Promise<Result<SplitEnd>> {
  const ready = await data.ready();
  if (!ready.ok) return ready;
  if (side.type === 'draft') {
    const found = design.find(scorecardId);
    if (!found.ok) return found;
    const { scorecard, design: live } = found.value;
    return succeed({ scorecard, measures: live.measures, asOf: side.asOf, sealed: null });
  }
  if (side.type === 'version') {
    const found = findVersion(ready.value.database, scorecardId, side.number);
    if (!found.ok) return found;
    const { version, measures } = found.value;
    return succeed({ scorecard: version.body, measures, asOf: side.asOf, sealed: null });
  }
  const opened = await openStored(data, side.sealId);
  if (!opened.ok) return opened;
  const { body, content } = opened.value;
  const { account, tenths } = sealRequest(body, content);
  const { scorecard, measures, asOf } = body;
  return succeed({ scorecard, measures, asOf, sealed: { account, tenths } });
}
