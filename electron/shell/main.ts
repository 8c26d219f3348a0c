import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
} from 'electron';
import { dataFolderOf } from '../engine/data-folder.ts';
import { startEngine } from '../engine/start-engine.ts';
import { startShell } from './start-shell.ts';

const distFolder = join(import.meta.dirname, '..');

void startShell({
  electron: { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell },
  startEngine: (options) =>
    startEngine({
      ...options,
      workers: { folder: join(distFolder, 'workers'), extension: 'cjs' },
      host: 'electron',
    }),
  dataFolder: dataFolderOf({ platform: process.platform, env: process.env, home: homedir() }),
  distFolder,
  argv: process.argv,
  workingFolder: process.cwd(),
  platform: process.platform,
  rendererUrl: process.env.MYAKU_RENDERER_URL,
  log: (line) => console.error(line),
});
