/**
 * What the menu of a host can ask of the window, sent as the `command` of a `host.command` event.
 * The window decides what a command means where the person is: `undo` in a text field undoes typing, elsewhere it
 * undoes the last design step.
 */
export const hostCommands = [
  'new',
  'open',
  'save',
  'saveAs',
  'close',
  'undo',
  'redo',
  'themeSystem',
  'themeLight',
  'themeDark',
  'showShortcuts',
] as const;

export type HostCommand = (typeof hostCommands)[number];
