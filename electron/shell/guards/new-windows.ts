import type { WebContents } from 'electron';

/** There is one window; nothing in it opens another. */
export function denyNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
