import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Channel } from '../../shared/ipc/contract.ts';
import { succeed } from '../../shared/ipc/result.ts';
import type { AnalysisService } from './analysis/analysis-service.ts';
import type { BacktestsService } from './backtests/backtests-service.ts';
import type { ChecksService } from './backtests/checks-service.ts';
import type { EngineContext } from './context.ts';
import type { AuditService } from './data/audit-service.ts';
import type { DataService } from './data/data-service.ts';
import type { DesignService } from './design/design-service.ts';
import type { Handlers } from './dispatch.ts';
import type { EntriesService } from './entries/entries-service.ts';
import type { ExportsService } from './exports/exports-service.ts';
import { copyExport } from './files/copy-export.ts';
import type { ImportsService } from './imports/imports-service.ts';
import { openSample } from './imports/open-sample.ts';
import type { LifecycleService } from './lifecycle/lifecycle-service.ts';
import type { SealsService } from './lifecycle/seals-service.ts';
import type { TemplatesService } from './measures/templates-service.ts';
import type { ReportsService } from './reports/reports-service.ts';
import type { LiveService } from './scores/live-service.ts';
import type { ListsService } from './segments/lists-service.ts';
import type { WorkspaceService } from './workspace/workspace-service.ts';

export interface Services {
  readonly workspaces: WorkspaceService;
  readonly data: DataService;
  readonly audit: AuditService;
  readonly design: DesignService;
  readonly imports: ImportsService;
  readonly entries: EntriesService;
  readonly exports: ExportsService;
  readonly analysis: AnalysisService;
  readonly templates: TemplatesService;
  readonly live: LiveService;
  readonly backtests: BacktestsService;
  readonly checks: ChecksService;
  readonly lists: ListsService;
  readonly lifecycle: LifecycleService;
  readonly seals: SealsService;
  readonly reports: ReportsService;
}

type Some<Area extends string> = Pick<Handlers, Extract<Channel, `${Area}.${string}`>>;

/** The whole engine as a map: channel → the service that answers it. */
export function createHandlers(context: EngineContext, services: Services): Handlers {
  return {
    ...workspaceHandlers(context, services),
    ...dataHandlers(services),
    ...designHandlers(services),
    ...gradingHandlers(services),
    ...lifecycleHandlers(services),
  };
}

function workspaceHandlers(
  context: EngineContext,
  services: Services,
): Some<'workspace' | 'files' | 'tasks'> {
  return {
    'workspace.state': services.workspaces.state,
    'workspace.recents': services.workspaces.recents,
    'workspace.create': services.workspaces.create,
    'workspace.open': services.workspaces.open,
    'workspace.openSample': (payload) => openSample(context, services, payload),
    'workspace.saveAs': services.workspaces.saveAs,
    'workspace.save': services.workspaces.save,
    'workspace.close': services.workspaces.close,
    'workspace.backups': services.workspaces.backups,
    'workspace.restoreBackup': services.workspaces.restoreBackup,
    'workspace.reopen': services.workspaces.reopen,
    'workspace.openRefusedBackup': services.workspaces.openRefusedBackup,
    'workspace.dismissRefused': services.workspaces.dismissRefused,
    'workspace.keepThis': services.workspaces.keepThis,
    'workspace.compareSaved': services.workspaces.compareSaved,
    'workspace.deleteData': services.workspaces.deleteData,
    'files.pick': async ({ purpose }) => {
      const picked = await context.ports.pickFiles(purpose);
      if (!picked.ok) return picked;
      const files = await Promise.all(picked.value.map((file) => context.files.add(file)));
      return succeed({ files: files.map(toPicked) });
    },
    'files.paste': async ({ name, text }) => {
      const folder = join(context.options.dataFolder, 'pasted');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${randomUUID()}.csv`);
      await writeFile(path, text, { mode: 0o600 });
      return succeed(toPicked(await context.files.add({ path, name, temporary: true })));
    },
    'files.forget': async ({ token }) => {
      await context.files.forget(token);
      return succeed({});
    },
    'files.saveExport': ({ token }) => copyExport(context, token),
    'tasks.cancel': ({ taskId }) => {
      context.tasks.cancel(taskId);
      return succeed({});
    },
  };
}

function dataHandlers(services: Services): Some<'imports' | 'data' | 'entries'> {
  return {
    'imports.preview': services.imports.preview,
    'imports.check': services.imports.check,
    'imports.commit': services.imports.commit,
    'imports.batches': services.imports.batches,
    'imports.setUndone': services.imports.setUndone,
    'imports.rejectedRows': services.imports.rejectedRows,
    'imports.exportRejected': services.imports.exportRejected,
    'imports.mappings': services.imports.mappings,
    'imports.forgetMapping': services.imports.forgetMapping,
    'imports.problems': services.imports.problems.page,
    'imports.checkRow': services.imports.problems.checkRow,
    'imports.exportProblems': services.imports.problems.exportRows,
    'data.summary': services.data.summary,
    'data.coverage': services.data.coverage,
    'data.audit': services.audit.audit,
    'data.findingRows': services.audit.findingRows,
    'data.export': services.exports.exportData,
    'data.importExport': services.exports.importExport,
    'data.setMainUsage': ({ metric }) => services.data.setMainUsage(metric),
    'data.answers': services.data.answers,
    'data.answerLastPeriod': services.data.answerLastPeriod,
    'data.setMetricKind': ({ metric, kind }) => services.data.setMetricKind(metric, kind),
    'entries.list': services.entries.list,
    'entries.saveNote': services.entries.saveNote,
    'entries.saveContact': services.entries.saveContact,
    'entries.delete': services.entries.delete,
    'entries.saveOutcome': services.entries.saveOutcome,
    'entries.deleteOutcome': services.entries.deleteOutcome,
  };
}

function designHandlers(services: Services): Some<'design' | 'measures' | 'live'> {
  return {
    'design.get': services.design.get,
    'design.commit': services.design.commit,
    'design.undo': services.design.undo,
    'design.redo': services.design.redo,
    'design.saveVersion': services.design.saveVersion,
    'design.versions': ({ scorecardId }) => services.design.versions(scorecardId),
    'design.restoreVersion': services.design.restoreVersion,
    'measures.propose': services.analysis.propose,
    'measures.templates': services.templates.templates,
    'measures.goalPath': services.templates.goalPath,
    'measures.fromGoal': services.templates.fromGoal,
    'measures.figures': services.analysis.figures,
    'measures.preview': services.analysis.preview,
    'measures.explore': services.analysis.explore,
    'measures.detail': services.analysis.detail,
    'live.open': services.live.open,
    'live.edit': services.live.edit,
    'live.compare': services.live.compare,
    'live.bounds': services.live.bounds,
    'live.baseline': services.live.baseline,
    'live.changes': services.live.changes,
    'live.bites': services.live.bites,
    'live.conflicts': services.live.conflicts,
    'live.overrides': services.live.overrides,
    'live.pattern': services.live.pattern,
    'live.alarms': services.live.alarms,
    'live.close': services.live.close,
  };
}

function gradingHandlers(
  services: Services,
): Some<'backtests' | 'suggestions' | 'lists' | 'accounts' | 'reports'> {
  return {
    'backtests.proposeSettings': services.backtests.proposeSettings,
    'backtests.lint': services.checks.lint,
    'backtests.missing': services.checks.missing,
    'backtests.interventions': services.checks.interventions,
    'backtests.ledger': services.checks.ledger,
    'backtests.luck': services.checks.luck,
    'backtests.crossSection': services.checks.crossSection,
    'backtests.run': services.backtests.run,
    'backtests.list': services.backtests.list,
    'backtests.get': services.backtests.get,
    'backtests.rows': services.backtests.rows,
    'suggestions.cutoffs': services.analysis.adviseCutoffs,
    'backtests.linked': services.backtests.linked,
    'suggestions.weights': services.analysis.adviseWeights,
    'backtests.lab': services.backtests.lab,
    'backtests.bootstrap': services.backtests.bootstrap,
    'backtests.thresholds': services.backtests.thresholds,
    'backtests.compare': services.backtests.compare,
    'backtests.addedValue': services.backtests.addedValue,
    'reports.facts': services.reports.facts,
    'reports.write': services.reports.write,
    'lists.page': services.lists.page,
    'lists.count': services.lists.count,
    'lists.exportCsv': services.lists.exportCsv,
    'lists.exportSaved': services.lists.exportSaved,
    'lists.exports': services.lists.exports,
    'accounts.find': services.data.findAccounts,
    'accounts.get': services.analysis.account,
  };
}

function lifecycleHandlers({ lifecycle, seals }: Services): Some<'lifecycle'> {
  return {
    'lifecycle.state': lifecycle.state,
    'lifecycle.freezes': lifecycle.freezes,
    'lifecycle.freeze': lifecycle.freeze,
    'lifecycle.endFreeze': lifecycle.endFreeze,
    'lifecycle.review': lifecycle.review,
    'lifecycle.sealPlan': seals.plan,
    'lifecycle.seal': seals.seal,
    'lifecycle.sealDetail': seals.detail,
    'lifecycle.grade': seals.grade,
    'lifecycle.sealRows': seals.rows,
    'lifecycle.split': seals.split,
  };
}

function toPicked({ token, name, sizeBytes }: { token: string; name: string; sizeBytes: number }) {
  return { token, name, sizeBytes };
}
