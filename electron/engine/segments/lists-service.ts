import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import { type DesignService, hashDesign } from '../design/design-service.ts';
import { writeExport } from '../files/write-export.ts';
import { writeListCsv } from './export-list.ts';
import { loadExportRecord, recordExport } from './export-record.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;

const MAXIMUM_EXPORT = 1_000_000;

/** Lists of accounts by band and attributes: pages for the screen, and the CSV. */
export interface ListsService {
  page(payload: ChannelPayload<'lists.page'>): Answer<'lists.page'>;
  count(payload: ChannelPayload<'lists.count'>): Answer<'lists.count'>;
  exportCsv(payload: ChannelPayload<'lists.exportCsv'>): Answer<'lists.exportCsv'>;
  /** Call once the person has the file; a read-only workspace keeps no record. */
  exportSaved(): Result<Record<string, never>>;
  exports(): Result<ChannelOutput<'lists.exports'>>;
}

export function createListsService(
  context: EngineContext,
  data: DataService,
  design: DesignService,
): ListsService {
  const page = async ({ scorecardId, ...query }: ChannelPayload<'lists.page'>): Answer<'lists.page'> => {
    const ready = await data.ready();
    if (!ready.ok) return ready;
    const found = design.find(scorecardId);
    if (!found.ok) return found;
    const { scorecard, design: live } = found.value;
    return context.compute.request('lists.page', {
      ...query,
      scorecard,
      measures: live.measures,
      settings: live.backtestSettings,
    });
  };
  return {
    page,
    async count(query) {
      const view = {
        sort: { key: 'accountId' as const, attribute: '', descending: false },
        attributes: [],
        offset: 0,
        limit: 1,
      };
      const some = await page({ ...query, ...view });
      if (!some.ok) return some;
      const all = await page({ ...query, ...view, conditions: [], search: '' });
      return all.ok ? succeed({ accounts: some.value.total, of: all.value.total }) : all;
    },
    async exportCsv({ language, name, ...query }) {
      const found = design.find(query.scorecardId);
      if (!found.ok) return found;
      const rows = await page({ ...query, offset: 0, limit: MAXIMUM_EXPORT });
      if (!rows.ok) return rows;
      const { scorecard, design: live } = found.value;
      const { text } = writeListCsv({
        rows: rows.value.rows,
        scorecard,
        measures: live.measures,
        designHash: hashDesign(scorecard, live.measures),
        attributes: query.attributes,
        asOf: query.asOf,
        language,
      });
      const file = await writeExport(context, `${name || 'list'}.csv`, text);
      return succeed({ ...file, rows: rows.value.rows.length });
    },
    exportSaved() {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const done = workspace.value.edit((database) => recordExport(database, context.now()));
      return done.ok || done.error.code === 'readOnly' ? succeed({}) : done;
    },
    exports() {
      const workspace = requireWorkspace(context);
      return workspace.ok ? succeed(loadExportRecord(workspace.value.database)) : workspace;
    },
  };
}
