import { lstat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { IpcMain, WebContents } from 'electron';
import { callChannel, dropChannel } from '../../shared/ipc/channel-names.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { type HostCallPayload, hostCallInputs } from '../../shared/ipc/host-calls.ts';
import { fail, type Result, succeed } from '../../shared/ipc/result.ts';
import type { Engine } from '../engine/engine.ts';
import { isSmallPayload } from './guards/payload-size.ts';
import { isTrustedSender } from './guards/trusted-sender.ts';
import type { OwnPage } from './own-page.ts';

/** Characters and values in one message, together. */
const maxPayload = 1_048_576;
const maxPathLength = 4096;

export interface IpcOptions {
  readonly ipcMain: IpcMain;
  /** The contents of our own window; null before it exists. */
  readonly contents: () => WebContents | null;
  readonly page: OwnPage;
  readonly engine: Promise<Engine>;
  readonly setLanguage: (payload: HostCallPayload<'host.setLanguage'>) => void;
}

/** Answers the window's calls. Whatever doesn't come from our own page gets `badRequest` and no more. */
export function serveIpc({ ipcMain, contents, page, engine, setLanguage }: IpcOptions): void {
  ipcMain.handle(callChannel, async (event, channel: unknown, payload: unknown) => {
    if (!isTrustedSender(event, contents(), page)) return fail('badRequest');
    if (typeof channel !== 'string' || !isSmallPayload(payload, maxPayload)) return fail('badRequest');
    if (Object.hasOwn(hostCallInputs, channel)) return answerHostCall(payload, setLanguage);
    if (!Object.hasOwn(contract, channel)) return fail('unknownChannel');
    return (await engine).dispatch(channel, payload);
  });
  ipcMain.handle(dropChannel, async (event, path: unknown) => {
    if (!isTrustedSender(event, contents(), page)) return fail('badRequest');
    return registerDrop(await engine, path);
  });
}

function answerHostCall(payload: unknown, setLanguage: IpcOptions['setLanguage']): Result<null> {
  const parsed = hostCallInputs['host.setLanguage'].safeParse(payload);
  if (!parsed.success) return fail('badRequest');
  setLanguage(parsed.data);
  return succeed(null);
}

/** A dropped file stays where it is; the window gets its token. A folder, or a `File` made by a script, is refused. */
async function registerDrop(engine: Engine, path: unknown): Promise<Result<string>> {
  if (typeof path !== 'string' || path.length > maxPathLength || path.includes('\0'))
    return fail('badRequest');
  if (!isAbsolute(path) || !(await isFile(path))) return fail('fileMissing');
  return succeed(await engine.registerFile({ path, name: basename(path), temporary: false }));
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch {
    return false;
  }
}
