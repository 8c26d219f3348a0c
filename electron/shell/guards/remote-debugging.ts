import type { App } from 'electron';

const switches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins', 'load-extension'];

/** A packaged app doesn't run with Chromium's debugger open to other programs; the fuses cover only Node's. */
export function isRemotelyDebugged(app: App): boolean {
  return app.isPackaged && switches.some((name) => app.commandLine.hasSwitch(name));
}
