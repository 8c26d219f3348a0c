import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import { findRun, hashData } from '../backtests/stored-run.ts';
import type { EngineContext } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import { writeExport } from '../files/write-export.ts';
import { loadBatches } from '../store/import-batch-table.ts';
import { loadVersions } from '../store/version-table.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;

/** What a report needs from the workspace, and the file that it becomes. */
export interface ReportsService {
  facts(payload: ChannelPayload<'reports.facts'>): Answer<'reports.facts'>;
  write(payload: ChannelPayload<'reports.write'>): Answer<'reports.write'>;
}

export function createReportsService(context: EngineContext, data: DataService): ReportsService {
  return {
    async facts({ runId }) {
      const found = await findRun(data, runId);
      if (!found.ok) return found;
      const { run, database } = found.value;
      const same = loadVersions(database, run.scorecardId).findLast(
        ({ designHash }) => designHash === run.designHash,
      );
      const live = loadBatches(database).filter(({ undoneAt }) => undoneAt === null);
      const files = live.filter(({ kind }) => kind !== 'manual');
      return succeed({
        measures: run.measures,
        version: same === undefined ? null : toHead(same),
        files: files.map(({ fileName, kind, rowsKept, sha256, importedAt }) => ({
          name: fileName,
          kind,
          rows: rowsKept,
          sha256,
          importedAt,
        })),
        entriesByHand: live.length - files.length,
        isSameData: hashData(database) === run.dataHash,
      });
    },
    async write({ name, html }) {
      return succeed(await writeExport(context, name, html));
    },
  };
}

function toHead({ number, name, note, savedAt, designHash }: ReturnType<typeof loadVersions>[number]) {
  return { number, name, note, savedAt, designHash };
}
