import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { generateSample, sampleSeed } from '../../../shared/sample/generate-sample.ts';
import { sampleDesign } from '../../../shared/sample/sample-design.ts';
import { sampleImportPlan } from '../../../shared/sample/sample-import-plan.ts';
import type { SampleLanguage } from '../../../shared/sample/sample-words.ts';
import type { WorkspaceState } from '../../../shared/schemas/workspace-state.ts';
import type { EngineContext } from '../context.ts';
import { saveItem } from '../store/design-table.ts';
import { saveSetting } from '../store/settings-table.ts';
import type { Task } from '../tasks.ts';
import { deleteClientData } from '../workspace/delete-client-data.ts';
import { announceSwitch } from '../workspace/switch-workspace.ts';
import type { WorkspaceService } from '../workspace/workspace-service.ts';
import type { ImportsService } from './imports-service.ts';

const names = { ja: 'サンプル', en: 'Sample' } as const;

interface SampleServices {
  readonly workspaces: WorkspaceService;
  readonly imports: ImportsService;
}

/**
 * A new workspace with the sample, through the ordinary import; never touches a file of the person. Until its last file
 * is in, it is said to be in the making; stopped or failed, it leaves no file behind.
 */
export async function openSample(
  context: EngineContext,
  services: SampleServices,
  { language, taskId }: ChannelPayload<'workspace.openSample'>,
): Promise<Result<WorkspaceState>> {
  const { open } = context;
  open.isBeingMade = true;
  const made = await context.tasks
    .run(taskId, 'sample', (task) => makeSample(services, language, task))
    .finally(() => {
      open.isBeingMade = false;
    });
  const path = made.ok && !made.value.ok ? open.workspace?.path() : undefined;
  if (path !== undefined) await deleteClientData(context, path);
  const state = announceSwitch(context);
  return !made.ok ? made : made.value.ok ? state : made.value;
}

/** Fails when no workspace could be made; its value fails when a file could not be imported into it. */
async function makeSample(
  { workspaces, imports }: SampleServices,
  language: SampleLanguage,
  task: Task,
): Promise<Result<Result<null>>> {
  const created = await workspaces.createFilled(names[language], (database) => {
    const { measures, scorecard } = sampleDesign(language);
    measures.forEach((body, position) => {
      saveItem(database, 'measure', body.id, { position, body });
    });
    saveItem(database, 'scorecard', scorecard.id, { position: 0, body: scorecard });
    saveSetting(database, 'sample', String(sampleSeed));
  });
  if (!created.ok) return created;
  const folder = await mkdtemp(join(tmpdir(), 'myaku-sample-'));
  try {
    return succeed(await importSample(imports, folder, { language, task }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importSample(
  imports: ImportsService,
  folder: string,
  { language, task }: { readonly language: SampleLanguage; readonly task: Task },
): Promise<Result<null>> {
  const quiet = { ...task, progress: () => {} };
  const files = generateSample(sampleSeed, language);
  for (const [i, file] of files.entries()) {
    const plan = sampleImportPlan(file.fileName, language);
    if (plan === null) throw new Error(`no plan for ${file.fileName}`);
    const path = join(folder, `${i}.csv`);
    await writeFile(path, file.text);
    const done = await imports.importPath(path, file.fileName, plan, quiet);
    if (!done.ok) return done;
    if (done.value.batch === null) return fail('internal', { channel: file.fileName });
    task.progress(i + 1, files.length);
  }
  return succeed(null);
}
