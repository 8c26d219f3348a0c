import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { type EngineContext, requireWorkspace, yieldNow } from '../context.ts';
import { completeUntil } from '../data/data-service.ts';
import { groupRecords, loadDataset } from '../data/load-dataset.ts';
import { findGoneAccounts } from '../imports/gone-accounts.ts';
import { loadCurrentAttributes } from '../store/attribute-table.ts';
import type { Database } from '../store/database.ts';
import { loadEventTexts } from '../store/event-table.ts';
import { loadKnownAttributes } from '../store/known-attributes.ts';
import { loadLiveMetrics } from '../store/metric-table.ts';
import { loadCurrentOutcomes, loadOutcomesByHand, type OutcomeRow } from '../store/outcome-table.ts';
import { loadCurrentRecords } from '../store/record-table.ts';
import { loadSetting } from '../store/settings-table.ts';
import type { Task } from '../tasks.ts';
import { accountTables, outcomeTables } from './account-tables.ts';
import { entryTables } from './entry-tables.ts';
import { type ExportManifest, manifestName } from './export-manifest.ts';
import type { ExportTable } from './export-plans.ts';
import { type ExportTargets, importExport } from './import-export.ts';
import { metricTables } from './metric-tables.ts';
import { eventTables, recordTables } from './record-tables.ts';
import { sealTables } from './seal-tables.ts';
import { writeTable } from './write-table.ts';
import { createZip } from './zip-writer.ts';

type Answer<C extends 'data.export' | 'data.importExport'> = Promise<Result<ChannelOutput<C>>>;

/** All live data out as CSV files in one zip, and back. */
export interface ExportsService {
  exportData(payload: ChannelPayload<'data.export'>): Answer<'data.export'>;
  importExport(payload: ChannelPayload<'data.importExport'>): Answer<'data.importExport'>;
}

export function createExportsService(context: EngineContext, targets: ExportTargets): ExportsService {
  return {
    async exportData({ taskId }) {
      const workspace = requireWorkspace(context);
      if (!workspace.ok) return workspace;
      const { database, name } = workspace.value;
      return context.tasks.run(taskId, 'export', (task) => exportData(context, database, name(), task));
    },
    importExport: ({ token, taskId }) =>
      context.tasks.run(taskId, 'importExport', (task) => importExport(context, targets, token, task)),
  };
}

async function exportData(
  context: EngineContext,
  database: Database,
  workspaceName: string,
  task: Task,
): Answer<'data.export'> {
  const tables = await buildTables(database);
  if (tables.length === 0) return fail('noData');
  const folder = join(context.options.dataFolder, 'exports');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.zip`);
  const zip = await createZip(path);
  let rows = 0;
  try {
    for (const [i, table] of tables.entries()) {
      task.progress(i, tables.length);
      const written = await writeTable(zip, table, async () => {
        await yieldNow();
        return !task.isCancelled();
      });
      if (written === null || task.isCancelled()) {
        await zip.abandon();
        await rm(path, { force: true });
        return fail('cancelled');
      }
      rows += written;
    }
    await zip.begin(manifestName);
    await zip.write(Buffer.from(JSON.stringify(buildManifest(database, tables), null, 1), 'utf8'));
    await zip.finish();
  } catch (cause) {
    await zip.abandon().catch(() => {});
    await rm(path, { force: true });
    if (cause instanceof RangeError) return fail('workspaceTooLarge');
    throw cause;
  }
  task.progress(tables.length, tables.length);
  const name = `${workspaceName}.zip`;
  const file = await context.exports.add({ path, name, temporary: true });
  return succeed({ token: file.token, name, sizeBytes: file.sizeBytes, rows, files: tables.length });
}

async function buildTables(database: Database): Promise<ExportTable[]> {
  const dataset = await loadDataset(database, yieldNow);
  const gone = findGoneAccounts(database);
  const isLive = (account: number) => !gone.has(account);
  const { accountIds } = dataset;
  if (!accountIds.some((_, account) => isLive(account))) return [];
  const records = loadCurrentRecords(database);
  const outcomes = loadCurrentOutcomes(database);
  const byHand = loadOutcomesByHand(database);
  const isByHand = ({ account, day, kind }: OutcomeRow) => byHand.has(`${account} ${day} ${kind}`);
  return [
    ...accountTables(
      dataset,
      { current: loadCurrentAttributes(database), known: loadKnownAttributes(database) },
      isLive,
    ),
    ...metricTables(dataset, new Set(loadLiveMetrics(database).map(({ name }) => name))),
    ...outcomeTables(
      accountIds,
      outcomes.filter((row) => !isByHand(row)),
      completeUntil(database),
    ),
    ...recordTables(
      accountIds,
      groupRecords(
        records.filter(({ entry }) => entry === null),
        accountIds.length,
      ),
    ),
    ...eventTables(accountIds, dataset.events, loadEventTexts(database, 'event_user')),
    ...entryTables(accountIds, records, outcomes.filter(isByHand)),
    ...sealTables(database),
  ];
}

function buildManifest(database: Database, tables: readonly ExportTable[]): ExportManifest {
  return {
    format: 'myaku-export',
    version: 1,
    metrics: loadLiveMetrics(database).map(({ idx: _idx, ...metric }) => metric),
    mainUsage: loadSetting(database, 'mainUsage'),
    files: tables
      .filter(({ isReadOnly }) => isReadOnly !== true)
      .map(({ name, plan, byHand }) => ({ name, plan, ...(byHand === true ? { byHand } : {}) })),
  };
}
