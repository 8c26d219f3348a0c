import type { MenuItemConstructorOptions } from 'electron';
import type { HostCommand } from '../../shared/ipc/host-commands.ts';
import { type ShellLanguage, shellText } from './shell-text.ts';

export interface MenuOptions {
  readonly language: ShellLanguage;
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly send: (command: HostCommand) => void;
}

/** The application menu. What concerns the workspace or the design goes to the window as a `host.command`. */
export function buildMenu(options: MenuOptions): MenuItemConstructorOptions[] {
  const menus = [buildFileMenu(options), buildEditMenu(options), buildViewMenu(options)];
  const rest = [buildWindowMenu(options), buildHelpMenu(options)];
  return options.platform === 'darwin'
    ? [buildAppMenu(options), ...menus, ...rest]
    : [...menus, buildHelpMenu(options)];
}

function buildAppMenu({ language }: MenuOptions): MenuItemConstructorOptions {
  const text = shellText[language];
  return {
    label: 'Myaku',
    submenu: [
      { role: 'about', label: text.about },
      { type: 'separator' },
      { role: 'hide', label: text.hide },
      { role: 'hideOthers', label: text.hideOthers },
      { role: 'unhide', label: text.showAll },
      { type: 'separator' },
      { role: 'quit', label: text.quit },
    ],
  };
}

function buildFileMenu(options: MenuOptions): MenuItemConstructorOptions {
  const text = shellText[options.language];
  const item = commandItem(options);
  const quit: MenuItemConstructorOptions[] = [{ type: 'separator' }, { role: 'quit', label: text.quit }];
  return {
    label: text.file,
    submenu: [
      item(text.new, 'new', 'CmdOrCtrl+N'),
      item(text.open, 'open', 'CmdOrCtrl+O'),
      { type: 'separator' },
      item(text.save, 'save', 'CmdOrCtrl+S'),
      item(text.saveAs, 'saveAs', 'Shift+CmdOrCtrl+S'),
      { type: 'separator' },
      item(text.close, 'close', 'CmdOrCtrl+W'),
      ...(options.platform === 'darwin' ? [] : quit),
    ],
  };
}

/** Undo and redo show their keys but leave them to the window, where a text field has its own undo. */
function buildEditMenu(options: MenuOptions): MenuItemConstructorOptions {
  const text = shellText[options.language];
  const item = commandItem(options);
  const redoKey = options.platform === 'win32' ? 'Ctrl+Y' : 'Shift+CmdOrCtrl+Z';
  return {
    label: text.edit,
    submenu: [
      { ...item(text.undo, 'undo', 'CmdOrCtrl+Z'), registerAccelerator: false },
      { ...item(text.redo, 'redo', redoKey), registerAccelerator: false },
      { type: 'separator' },
      { role: 'cut', label: text.cut },
      { role: 'copy', label: text.copy },
      { role: 'paste', label: text.paste },
      { role: 'selectAll', label: text.selectAll },
    ],
  };
}

function buildViewMenu(options: MenuOptions): MenuItemConstructorOptions {
  const text = shellText[options.language];
  const item = commandItem(options);
  const developer: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'toggleDevTools', label: text.developerTools },
  ];
  return {
    label: text.view,
    submenu: [
      { role: 'zoomIn', label: text.zoomIn },
      { role: 'zoomOut', label: text.zoomOut },
      { role: 'resetZoom', label: text.zoomReset },
      { type: 'separator' },
      { role: 'togglefullscreen', label: text.fullScreen },
      { type: 'separator' },
      {
        label: text.theme,
        submenu: [
          item(text.themeSystem, 'themeSystem'),
          item(text.themeLight, 'themeLight'),
          item(text.themeDark, 'themeDark'),
        ],
      },
      ...(options.isPackaged ? [] : developer),
    ],
  };
}

function buildWindowMenu({ language }: MenuOptions): MenuItemConstructorOptions {
  const text = shellText[language];
  return { label: text.window, role: 'window', submenu: [{ role: 'minimize', label: text.minimize }] };
}

function buildHelpMenu(options: MenuOptions): MenuItemConstructorOptions {
  const text = shellText[options.language];
  const about: MenuItemConstructorOptions[] = [{ role: 'about', label: text.about }];
  return {
    label: text.help,
    role: 'help',
    submenu: [
      commandItem(options)(text.shortcuts, 'showShortcuts'),
      ...(options.platform === 'darwin' ? [] : about),
    ],
  };
}

function commandItem({ send }: MenuOptions) {
  return (label: string, command: HostCommand, accelerator?: string): MenuItemConstructorOptions => {
    const item: MenuItemConstructorOptions = { id: command, label, click: () => send(command) };
    return accelerator === undefined ? item : { ...item, accelerator };
  };
}
