import type { ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import type { ColumnRole } from '../../../shared/schemas/import-plan.ts';
import { type EngineContext, yieldNow } from '../context.ts';
import type { Database } from '../store/database.ts';
import { loadBatches } from '../store/import-batch-table.ts';
import { countRejectedByKind, loadRejectedByKind } from '../store/rejected-row-table.ts';
import { loadAuditFacts, rejectedFindings } from './audit-facts.ts';
import type { DataService } from './data-service.ts';
import { findFiles } from './find-files.ts';

type Answer<C extends 'data.audit' | 'data.findingRows'> = Promise<Result<ChannelOutput<C>>>;
type Page = { readonly offset: number; readonly limit: number };

/** What stands out in the data, and the rows behind each finding. */
export interface AuditService {
  audit(): Answer<'data.audit'>;
  findingRows(payload: ChannelPayload<'data.findingRows'>): Answer<'data.findingRows'>;
}

export function createAuditService(context: EngineContext, data: DataService): AuditService {
  return {
    async audit() {
      const workspace = await data.ready();
      if (!workspace.ok) return workspace;
      const { database } = workspace.value;
      const found = await context.compute.request('data.audit', loadAuditFacts(database));
      return found.ok ? succeed({ findings: [...found.value, ...rejectedFindings(database)] }) : found;
    },
    async findingRows(payload) {
      const workspace = await data.ready();
      if (!workspace.ok) return workspace;
      const { database } = workspace.value;
      const { kind } = payload;
      if (kind === 'duplicateRows' || kind === 'rejectedRows') {
        return succeed(pageRejected(database, kind, payload));
      }
      const facts = loadAuditFacts(database);
      const page = await context.compute.request('data.findingRows', { ...payload, facts });
      if (!page.ok) return page;
      const { total, rows } = page.value;
      const origins = await findFiles(database, { ...payload, rows }, yieldNow);
      return succeed({
        total,
        rows: rows.map(({ account: _account, ...row }, i) => ({
          ...row,
          ...origins[i]!,
          line: null,
          reason: '',
        })),
      });
    },
  };
}

/** Rows that were not kept, by file and line, with the account their own cells name. */
function pageRejected(
  database: Database,
  kind: 'duplicateRows' | 'rejectedRows',
  page: Page,
): ChannelOutput<'data.findingRows'> {
  const batches = new Map(loadBatches(database).map((batch) => [batch.number, batch]));
  const rows = loadRejectedByKind(database, kind === 'duplicateRows', page);
  return {
    total: countRejectedByKind(database)[kind],
    rows: rows.map(({ batch: number, cells, line, column, value, reason }) => {
      const batch = batches.get(number);
      const cellOf = (role: ColumnRole): string => {
        const index = batch?.plan.columns.find((each) => each.role === role)?.index;
        return (index === undefined ? undefined : cells[index])?.trim() ?? '';
      };
      const accountId = cellOf('accountId');
      const found = value === '' ? cells.join(', ') : `${column}: ${value}`;
      const text = found.slice(0, 400);
      const file = batch?.fileName ?? '';
      return {
        accountId,
        name: accountId,
        day: null,
        value: text,
        otherDay: null,
        file,
        byHand: false,
        line,
        reason,
      };
    }),
  };
}
