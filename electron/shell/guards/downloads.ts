import type { Session } from 'electron';

/** The window saves nothing by itself: exports go through the engine and the save dialog. */
export function denyDownloads(session: Session): void {
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}
