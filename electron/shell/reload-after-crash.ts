import type { BrowserWindow } from 'electron';
import type { OwnPage } from './own-page.ts';
import { loadApp } from './window.ts';

const quietMs = 10_000;

/**
 * Shows the app again when the window's process dies; the engine lives in this one and has lost nothing.
 * A second death within ten seconds stays: a page that dies at once would otherwise be loaded for ever.
 */
export function reloadAfterCrash(
  window: BrowserWindow,
  options: {
    readonly page: OwnPage;
    readonly now: () => number;
    readonly log: (line: string) => void;
  },
): void {
  const { page, now, log } = options;
  let lastAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, details) => {
    log(`window process gone: ${details.reason}`);
    if (details.reason === 'clean-exit' || window.isDestroyed() || now() - lastAt < quietMs) return;
    lastAt = now();
    void loadApp(window, page, log);
  });
}
