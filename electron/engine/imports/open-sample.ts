import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { generateSample, sampleSeed } from '../../../shared/sample/generate-sample.ts';
import { sampleDesign } from '../../../shared/sample/sample-design.ts';
import { sampleImportPlan } from '../../../shared/sample/sample-import-plan.ts';
import type { WorkspaceState } from '../../../shared/schemas/workspace-state.ts';
import type { EngineContext } from '../context.ts';
import { saveItem } from '../store/design-table.ts';
import { saveSetting } from '../store/settings-table.ts';
import type { WorkspaceService } from '../workspace/workspace-service.ts';
import type { ImportsService } from './imports-service.ts';

const names = { ja: 'サンプル', en: 'Sample' } as const;

/** A new workspace with the sample, through the ordinary import; never touches a file of the person. */
export function openSample(
  context: EngineContext,
  services: { readonly workspaces: WorkspaceService; readonly imports: ImportsService },
  { language, taskId }: ChannelPayload<'workspace.openSample'>,
): Promise<Result<WorkspaceState>> {
  return context.tasks.run(taskId, 'sample', async (task) => {
    const created = await services.workspaces.createFilled(names[language], (database) => {
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
      const quiet = { ...task, progress: () => {} };
      const files = generateSample(sampleSeed, language);
      for (const [i, file] of files.entries()) {
        const plan = sampleImportPlan(file.fileName, language);
        if (plan === null) throw new Error(`no plan for ${file.fileName}`);
        const path = join(folder, `${i}.csv`);
        await writeFile(path, file.text);
        const done = await services.imports.importPath(path, file.fileName, plan, quiet);
        if (!done.ok) return done;
        if (done.value.batch === null) return fail('internal', { channel: file.fileName });
        task.progress(i + 1, files.length);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    const state = services.workspaces.state();
    return state.ok && state.value.open !== null ? succeed(state.value.open) : fail('noWorkspace');
  });
}
