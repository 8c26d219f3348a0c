import type { BrowserWindow } from 'electron';
import type { ElectronApi } from './electron-api.ts';
import type { OwnPage } from './own-page.ts';
import { minimumSize, readBounds, writeBounds } from './window-bounds.ts';

export interface WindowOptions {
  readonly electron: Pick<ElectronApi, 'app' | 'BrowserWindow' | 'nativeTheme' | 'screen'>;
  readonly preloadFile: string;
  readonly boundsFile: string;
}

/** Makes the one window, hidden until its first picture is ready, and remembers its bounds when it closes. */
export function createWindow({ electron, preloadFile, boundsFile }: WindowOptions): BrowserWindow {
  const workAreas = electron.screen.getAllDisplays().map((display) => display.workArea);
  const window = new electron.BrowserWindow({
    ...readBounds(boundsFile, workAreas),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    title: 'Myaku',
    backgroundColor: electron.nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: !electron.app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writeBounds(boundsFile, window.getNormalBounds()));
  return window;
}

/** Shows the app; the only address that is ever loaded. */
export async function loadApp(
  window: BrowserWindow,
  page: OwnPage,
  log: (line: string) => void,
): Promise<void> {
  await window.loadURL(page.url).catch((error: unknown) => log(`window: ${String(error)}`));
}

/** Brings the window to the front, as a second start of the program asks for. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
