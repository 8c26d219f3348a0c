import { existsSync } from 'node:fs';
import { basename, extname, isAbsolute, join } from 'node:path';
import type { BrowserWindow, FileFilter } from 'electron';
import { fail, succeed } from '../../shared/ipc/result.ts';
import type { HostPorts } from '../engine/engine.ts';
import type { ElectronApi } from './electron-api.ts';
import { type ShellLanguage, shellText } from './shell-text.ts';

export interface DialogOptions {
  readonly electron: Pick<ElectronApi, 'dialog' | 'shell'>;
  readonly window: () => BrowserWindow | null;
  readonly language: () => ShellLanguage;
  /** Where the save dialog starts. */
  readonly folder: string;
}

/** The ports that ask the person for a file. The paths go to the engine and never to the window. */
export function createDialogs(
  options: DialogOptions,
): Pick<HostPorts, 'pickFiles' | 'pickSavePath' | 'revealPath'> {
  const { dialog, shell } = options.electron;
  return {
    async pickFiles(purpose) {
      const window = options.window();
      if (window === null) return fail('notHere');
      const picked = await dialog.showOpenDialog(window, {
        properties: purpose === 'csv' ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: [buildOpenFilter(purpose, options.language())],
      });
      if (picked.canceled || picked.filePaths.length === 0) return fail('cancelled');
      return succeed(picked.filePaths.map((path) => ({ path, name: basename(path), temporary: false })));
    },
    async pickSavePath(suggestedName) {
      const window = options.window();
      if (window === null) return fail('notHere');
      const extension = extname(suggestedName);
      const picked = await dialog.showSaveDialog(window, {
        defaultPath: join(options.folder, basename(suggestedName)),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
        filters: buildSaveFilters(extension, options.language()),
      });
      if (picked.canceled || picked.filePath === '') return succeed(null);
      return completePath(picked.filePath, extension);
    },
    async revealPath(path) {
      if (!isAbsolute(path)) return fail('fileMissing');
      shell.showItemInFolder(path);
      return succeed(null);
    },
  };
}

/** The dialog confirmed overwriting the name as typed, not the one with an extension added to it. */
function completePath(path: string, extension: string) {
  if (extension === '' || extname(path) !== '') return succeed(path);
  const completed = `${path}${extension}`;
  return existsSync(completed) ? fail('alreadyExists', { file: basename(completed) }) : succeed(completed);
}

function buildOpenFilter(purpose: 'csv' | 'workspace', language: ShellLanguage): FileFilter {
  const text = shellText[language];
  return purpose === 'csv'
    ? { name: text.dataFiles, extensions: ['csv', 'tsv', 'txt', 'zip'] }
    : { name: text.workspaceFiles, extensions: ['myaku'] };
}

function buildSaveFilters(extension: string, language: ShellLanguage): FileFilter[] {
  const text = shellText[language];
  if (extension === '') return [];
  const name = extension === '.myaku' ? text.workspaceFiles : text.files;
  return [{ name, extensions: [extension.slice(1)] }];
}
