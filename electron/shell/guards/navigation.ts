import type { WebContents } from 'electron';
import type { OwnPage } from '../own-page.ts';

/** The window shows the app and nothing else: no link, drop, redirect or frame leads away from it. */
export function denyNavigation(contents: WebContents, page: OwnPage): void {
  contents.on('will-navigate', (details) => {
    if (!page.contains(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !page.contains(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    details.preventDefault();
  });
}
