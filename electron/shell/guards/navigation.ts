import type { WebContents } from 'electron';
import { isAppUrl } from '../app-url.ts';

/** The window shows the app and nothing else: no link, drop, redirect or frame leads away from it. */
export function denyNavigation(contents: WebContents): void {
  contents.on('will-navigate', (details) => {
    if (!isAppUrl(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isAppUrl(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    details.preventDefault();
  });
}
