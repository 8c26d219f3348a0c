import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { SaveStatus } from '../../../electron/engine/workspace/save-schedule.ts';
import {
  createWorkspace,
  type OpenInput,
  openWorkspace,
} from '../../../electron/engine/workspace/workspace.ts';
import type { Workspace } from '../../../electron/engine/workspace/workspace-session.ts';
import type { Result } from '../../../shared/ipc/result.ts';

/** Workers run from source by Node itself. */
export const workers = {
  folder: resolve(import.meta.dirname, '../../../electron/engine/workers'),
  extension: 'ts',
} as const;

/** A temp folder with a data folder in it, a clock that can be set, and what was said about saving. */
export interface WorkspacePlace {
  readonly folder: string;
  readonly path: string;
  readonly input: OpenInput;
  readonly said: SaveStatus[];
  setClock(now: number | null): void;
  /** Names in the folder, but the data folder. */
  names(): string[];
  create(name?: string): Promise<Workspace>;
  open(changes?: Partial<OpenInput>): Promise<Workspace>;
  /** The state now or the next time it is said; the caller goes on before anything else happens. */
  until(state: SaveStatus['state']): Promise<SaveStatus>;
  remove(): Promise<void>;
}

export function makePlace(folder = mkdtempSync(join(tmpdir(), 'myaku-'))): WorkspacePlace {
  const said: SaveStatus[] = [];
  const opened: Workspace[] = [];
  const listeners = new Set<(status: SaveStatus) => void>();
  let fixed: number | null = null;
  const path = join(folder, 'client.myaku');
  const input: OpenInput = {
    path,
    dataFolder: mkdtempSync(join(tmpdir(), 'myaku-data-')),
    workers,
    clock: { now: () => fixed ?? Date.now() },
    onSaveState: (status) => {
      said.push(status);
      for (const listener of listeners) listener(status);
    },
  };
  const keep = (result: Result<Workspace>): Workspace => {
    const workspace = expectValue(result);
    opened.push(workspace);
    return workspace;
  };
  return {
    folder,
    path,
    input,
    said,
    setClock: (now) => {
      fixed = now;
    },
    names: () => readdirSync(folder).sort(),
    create: async (name = 'Client') => keep(await createWorkspace({ ...input, name })),
    open: async (changes = {}) => keep(await openWorkspace({ ...input, ...changes })),
    until: (state) =>
      new Promise((resolve) => {
        const last = said.at(-1);
        if (last?.state === state) return resolve(last);
        listeners.add((status) => status.state === state && resolve(status));
      }),
    async remove() {
      for (const workspace of opened) await closeIfOpen(workspace);
      rmSync(folder, { recursive: true, force: true });
      rmSync(input.dataFolder, { recursive: true, force: true });
    },
  };
}

export function expectValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed with ${result.error.code}`);
  return result.value;
}

/** `ok` or the code. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

async function closeIfOpen(workspace: Workspace): Promise<void> {
  try {
    await workspace.close({ discard: true });
  } catch {
    // Closed by the test itself.
  }
}
