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
  distFolder,
  argv: process.argv,
  workingFolder: process.cwd(),
  platform: process.platform,
  log: (line) => console.error(line),
});
