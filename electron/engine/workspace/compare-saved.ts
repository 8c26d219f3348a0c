import { join } from 'node:path';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import type { EngineContext } from '../context.ts';
import { countRows } from '../store/verify-image.ts';
import { type Backup, listBackups } from './back-up-file.ts';
import { checkFile } from './check-file.ts';
import { workspaceFolder } from './last-saved.ts';
import type { Workspace } from './workspace-session.ts';

const maximumBytes = 2_000_000_000;

/** The open file beside the backup of what was last saved here; the newest other backup where that one is gone. */
export async function compareSaved(
  context: EngineContext,
  workspace: Workspace,
): Promise<Result<ChannelOutput<'workspace.compareSaved'>>> {
  const here = {
    savedAt: Math.round(workspace.known()?.mtimeMs ?? context.now()),
    ...amountsOf(countRows(workspace.database)),
  };
  const { dataFolder, workers } = context.options;
  for (const backup of candidates(dataFolder, workspace)) {
    const path = join(workspaceFolder(dataFolder, workspace.id()), backup.name);
    const checked = await checkFile(workers, { path, maximumBytes, wantImage: false });
    if (!checked.ok || checked.value.file.sha256 !== backup.sha256) continue;
    const exact = workspace.differsFrom().includes(backup.sha256);
    const { name: token, savedAt } = backup;
    return succeed({ here, saved: { token, savedAt, exact, ...amountsOf(checked.value.facts.rowCounts) } });
  }
  return succeed({ here, saved: null });
}

/** What was last saved here first, then other states, newest first; never the open file itself. */
function candidates(dataFolder: string, workspace: Workspace): Backup[] {
  const others = listBackups(dataFolder, workspace.id()).filter(
    ({ sha256 }) => sha256 !== workspace.known()?.sha256,
  );
  const isExact = ({ sha256 }: Backup) => workspace.differsFrom().includes(sha256);
  return [...others.filter(isExact), ...others.filter((backup) => !isExact(backup))];
}

function amountsOf(rowCounts: Readonly<Record<string, number>>) {
  return {
    accounts: rowCounts.account ?? 0,
    batches: rowCounts.import_batch ?? 0,
    designSteps: rowCounts.design_step ?? 0,
  };
}
