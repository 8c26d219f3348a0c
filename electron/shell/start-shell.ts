import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { eventChannel } from '../../shared/ipc/channel-names.ts';
import type { EngineEvent } from '../../shared/ipc/events.ts';
import type { Engine, HostPorts } from '../engine/engine.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { saveBeforeClosing } from './closing.ts';
import { createDialogs } from './dialogs.ts';
import type { ElectronApi } from './electron-api.ts';
import { isRemotelyDebugged } from './guards/remote-debugging.ts';
import { serveIpc } from './ipc.ts';
import { lockDown, lockDownSession } from './lock-down.ts';
import { buildMenu } from './menu.ts';
import { collectOpenRequests } from './open-requests.ts';
import { ownPage } from './own-page.ts';
import { reloadAfterCrash } from './reload-after-crash.ts';
import { pickLanguage, type ShellLanguage, shellText } from './shell-text.ts';
import { createWindow, loadApp, showWindow } from './window.ts';

export interface ShellParts {
  readonly electron: ElectronApi;
  /** Starts the engine on these folders, with the ports of this host. */
  readonly startEngine: (options: {
    readonly dataFolder: string;
    readonly workspaceFolder: string;
    readonly ports: HostPorts;
  }) => Promise<Engine>;
  /** Backups, recents and exports: the same folder in both hosts. */
  readonly dataFolder: string;
  /** The built app: `renderer/` and `preload/` in it. */
  readonly distFolder: string;
  readonly argv: readonly string[];
  readonly workingFolder: string;
  readonly platform: NodeJS.Platform;
  /** Where a development run has its renderer; not looked at in a packaged app. */
  readonly rendererUrl: string | undefined;
  readonly log: (line: string) => void;
}

/** Runs the app in this process, unless another start already does; resolves once the window shows the app. */
export async function startShell(parts: ShellParts): Promise<void> {
  const { electron } = parts;
  if (!electron.app.requestSingleInstanceLock()) return electron.app.quit();
  if (isRemotelyDebugged(electron.app)) return electron.app.exit(1);
  const page = ownPage({ isPackaged: electron.app.isPackaged, rendererUrl: parts.rendererUrl });
  lockDown(electron, page);
  registerAppScheme(electron.protocol);
  let window: BrowserWindow | null = null;
  const requests = collectOpenRequests({
    app: electron.app,
    argv: parts.argv,
    workingFolder: parts.workingFolder,
    onSecondStart: () => {
      if (window !== null) showWindow(window);
    },
  });
  electron.app.on('window-all-closed', () => electron.app.quit());
  await electron.app.whenReady();

  let language = pickLanguage(electron.app.getLocale());
  lockDownSession(electron.session.defaultSession, { isPackaged: electron.app.isPackaged, page });
  serveApp(electron.protocol, join(parts.distFolder, 'renderer'));
  const engine = startOwnEngine(parts, { window: () => window, language: () => language });
  const send = (event: EngineEvent): void => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(eventChannel, event);
  };
  const showMenu = (): void => setMenu(parts, language, send);
  serveIpc({
    ipcMain: electron.ipcMain,
    contents: () => window?.webContents ?? null,
    page,
    engine,
    setLanguage: (payload) => {
      language = payload.language;
      showMenu();
    },
  });
  showMenu();
  window = openWindow(parts, engine, () => language);
  const loaded = loadApp(window, page, parts.log);
  reloadAfterCrash(window, { page, now: Date.now, log: parts.log });

  const running = await engine.catch((error: unknown) => stop(parts, language, error));
  if (running === null) return;
  running.onEvent(send);
  // What can't be opened is said in the window.
  requests.serve((path) => void running.openPath(path));
  await loaded;
}

interface Shown {
  readonly window: () => BrowserWindow | null;
  readonly language: () => ShellLanguage;
}

function startOwnEngine(
  { electron, startEngine, dataFolder, log }: ShellParts,
  shown: Shown,
): Promise<Engine> {
  const workspaceFolder = join(electron.app.getPath('home'), 'Myaku');
  const dialogs = createDialogs({ electron, ...shown, folder: workspaceFolder });
  return startEngine({ dataFolder, workspaceFolder, ports: { ...dialogs, log } });
}

function openWindow(
  { electron, distFolder }: ShellParts,
  engine: Promise<Engine>,
  language: Shown['language'],
) {
  const window = createWindow({
    electron,
    preloadFile: join(distFolder, 'preload', 'preload.cjs'),
    boundsFile: join(electron.app.getPath('userData'), 'window.json'),
  });
  saveBeforeClosing({ electron, window, engine, language });
  return window;
}

function setMenu(
  { electron, platform }: ShellParts,
  language: ShellLanguage,
  send: (event: EngineEvent) => void,
) {
  const template = buildMenu({
    language,
    platform,
    isPackaged: electron.app.isPackaged,
    send: (command) => send({ type: 'host.command', command }),
  });
  electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(template));
}

/** Without an engine there is no app: says so and leaves. */
function stop({ electron, log }: ShellParts, language: ShellLanguage, error: unknown): null {
  log(`engine: ${String(error)}`);
  electron.dialog.showErrorBox(shellText[language].couldNotStart, 'Myaku');
  electron.app.exit(1);
  return null;
}
