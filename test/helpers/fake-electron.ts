import { EventEmitter } from 'node:events';
import type { ElectronApi } from '../../electron/shell/electron-api.ts';

type Handler = (...values: never[]) => unknown;

/** Electron's API as far as the shell uses it: records what is set and lets a test raise the events. */
export interface FakeElectron {
  readonly api: ElectronApi;
  readonly app: FakeApp;
  readonly session: FakeSession;
  readonly windows: FakeWindow[];
  /** By channel: what `ipcMain.handle` was given. */
  readonly ipc: Map<string, (...values: unknown[]) => Promise<unknown>>;
  readonly schemes: { scheme: string; privileges: Record<string, boolean> }[];
  readonly served: Map<string, (request: { method: string; url: string }) => Promise<Response>>;
  readonly menus: MenuItem[][];
  readonly dialogs: FakeDialogs;
  readonly revealed: string[];
}

export interface FakeOptions {
  readonly isPackaged?: boolean;
  readonly isFirst?: boolean;
  readonly locale?: string;
  readonly switches?: readonly string[];
  readonly userData: string;
}

export interface MenuItem {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly click?: () => void;
  readonly submenu?: MenuItem[];
}

export class FakeApp extends EventEmitter {
  readonly calls: string[] = [];
  readonly switches: Map<string, string>;
  readonly commandLine: {
    appendSwitch: (name: string, value?: string) => void;
    hasSwitch: (name: string) => boolean;
  };
  readonly isPackaged: boolean;
  private readonly options: FakeOptions;

  constructor(options: FakeOptions) {
    super();
    this.options = options;
    this.isPackaged = options.isPackaged ?? true;
    const switches = new Map((options.switches ?? []).map((name) => [name, '']));
    this.switches = switches;
    this.commandLine = {
      appendSwitch: (name, value = '') => void switches.set(name, value),
      hasSwitch: (name) => switches.has(name),
    };
  }
  requestSingleInstanceLock(): boolean {
    this.calls.push('requestSingleInstanceLock');
    return this.options.isFirst ?? true;
  }
  enableSandbox(): void {
    this.calls.push('enableSandbox');
  }
  async whenReady(): Promise<void> {
    this.calls.push('whenReady');
  }
  quit(): void {
    this.calls.push('quit');
  }
  exit(code: number): void {
    this.calls.push(`exit ${code}`);
  }
  getLocale(): string {
    return this.options.locale ?? 'en-US';
  }
  getPath(_name: string): string {
    return this.options.userData;
  }
}

export class FakeSession extends EventEmitter {
  readonly handlers: Record<string, Handler> = {};
  isSpellCheckerEnabled = true;
  readonly webRequest = {
    onBeforeRequest: (handler: Handler) => void this.keep('beforeRequest', handler),
  };
  setPermissionRequestHandler = (handler: Handler) => this.keep('permissionRequest', handler);
  setPermissionCheckHandler = (handler: Handler) => this.keep('permissionCheck', handler);
  setDevicePermissionHandler = (handler: Handler) => this.keep('devicePermission', handler);
  setDisplayMediaRequestHandler = (handler: Handler) => this.keep('displayMedia', handler);
  setCertificateVerifyProc = (handler: Handler) => this.keep('certificateVerify', handler);
  setSpellCheckerEnabled(enabled: boolean): void {
    this.isSpellCheckerEnabled = enabled;
  }
  /** Calls a handler that the shell has set; throws where it has set none. */
  ask(name: string, ...values: unknown[]): unknown {
    const handler = this.handlers[name];
    if (handler === undefined) throw new Error(`no ${name} handler`);
    return handler(...(values as never[]));
  }
  private keep(name: string, handler: Handler): void {
    this.handlers[name] = handler;
  }
}

export class FakeContents extends EventEmitter {
  readonly mainFrame = { url: 'app://myaku/' };
  readonly sent: { channel: string; message: unknown }[] = [];
  webRtcPolicy = 'default';
  openWindow: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message });
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openWindow = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }
  /** Raises an event as Electron does and says whether the shell prevented it. */
  raise(name: string, details: Record<string, unknown> = {}, ...rest: unknown[]): boolean {
    return raise(this, name, details, rest);
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly options: FakeWindowOptions;
  readonly loaded: string[] = [];
  readonly calls: string[] = [];
  bounds = { x: 10, y: 20, width: 1200, height: 800 };
  private destroyed = false;

  constructor(options: FakeWindowOptions) {
    super();
    this.options = options;
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }
  getNormalBounds() {
    return this.bounds;
  }
  isMinimized(): boolean {
    return true;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  destroy(): void {
    this.destroyed = true;
  }
  restore = () => void this.calls.push('restore');
  show = () => void this.calls.push('show');
  focus = () => void this.calls.push('focus');
  /** The person closes the window; says whether the shell held it back. */
  close(): boolean {
    return raise(this, 'close', {}, []);
  }
}

export interface FakeWindowOptions extends Record<string, unknown> {
  readonly webPreferences: Readonly<Record<string, unknown>>;
}

export interface FakeDialogs {
  openPaths: string[];
  savePath: string;
  response: number;
  readonly shown: unknown[];
  readonly errors: string[];
}

export function createFakeElectron(options: FakeOptions): FakeElectron {
  const app = new FakeApp(options);
  const session = new FakeSession();
  const windows: FakeWindow[] = [];
  const ipc: FakeElectron['ipc'] = new Map();
  const schemes: FakeElectron['schemes'] = [];
  const served: FakeElectron['served'] = new Map();
  const menus: MenuItem[][] = [];
  const revealed: string[] = [];
  const dialogs: FakeDialogs = { openPaths: [], savePath: '', response: 0, shown: [], errors: [] };

  class BrowserWindow extends FakeWindow {
    constructor(windowOptions: FakeWindowOptions) {
      super(windowOptions);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
  }
  const api = {
    app,
    BrowserWindow,
    dialog: fakeDialog(dialogs),
    ipcMain: { handle: (channel: string, handler: never) => void ipc.set(channel, handler) },
    Menu: {
      buildFromTemplate: (template: MenuItem[]) => template,
      setApplicationMenu: (menu: MenuItem[]) => void menus.push(menu),
    },
    nativeTheme: { shouldUseDarkColors: false },
    protocol: {
      registerSchemesAsPrivileged: (list: FakeElectron['schemes']) => {
        app.calls.push('registerSchemes');
        schemes.push(...list);
      },
      handle: (scheme: string, handler: never) => void served.set(scheme, handler),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    session: { defaultSession: session },
    shell: { showItemInFolder: (path: string) => void revealed.push(path) },
  };
  // The fake has the members that the shell calls, not the thousands that Electron's types list.
  const typed = api as unknown as ElectronApi;
  return { api: typed, app, session, windows, ipc, schemes, served, menus, dialogs, revealed };
}

function fakeDialog(dialogs: FakeDialogs) {
  return {
    showOpenDialog: async (_window: unknown, asked: unknown) => {
      dialogs.shown.push(asked);
      return { canceled: dialogs.openPaths.length === 0, filePaths: dialogs.openPaths };
    },
    showSaveDialog: async (_window: unknown, asked: unknown) => {
      dialogs.shown.push(asked);
      return { canceled: dialogs.savePath === '', filePath: dialogs.savePath };
    },
    showMessageBox: async (_window: unknown, asked: unknown) => {
      dialogs.shown.push(asked);
      return { response: dialogs.response };
    },
    showErrorBox: (title: string, content: string) => void dialogs.errors.push(`${title}: ${content}`),
  };
}

function raise(
  emitter: EventEmitter,
  name: string,
  details: Record<string, unknown>,
  rest: unknown[],
): boolean {
  let prevented = false;
  const event = {
    ...details,
    preventDefault: () => {
      prevented = true;
    },
  };
  emitter.emit(name, event, ...rest);
  return prevented;
}

/** What a preload sees of Electron, and what it has exposed to the page. */
export function createFakePreload() {
  const exposed = new Map<string, Record<string, unknown>>();
  const invoked: unknown[][] = [];
  const answers = new Map<string, unknown>();
  const paths = new Map<File, string>();
  const ipcRenderer = Object.assign(new EventEmitter(), {
    invoke: async (channel: string, ...values: unknown[]) => {
      invoked.push([channel, ...values]);
      return answers.get(channel);
    },
  });
  const api = {
    contextBridge: {
      exposeInMainWorld: (name: string, members: Record<string, unknown>) => void exposed.set(name, members),
    },
    ipcRenderer,
    webUtils: { getPathForFile: (file: File) => paths.get(file) ?? '' },
  };
  return { api, exposed, invoked, answers, paths, ipcRenderer };
}
