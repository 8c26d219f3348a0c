import type { WebContents } from 'electron';

/** No `<webview>` is ever attached, whatever its options say. */
export function denyWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}
