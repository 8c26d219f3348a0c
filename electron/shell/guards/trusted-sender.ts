import type { IpcMainInvokeEvent, WebContents } from 'electron';
import type { OwnPage } from '../own-page.ts';

/** True for a message from the top frame of our own window while it shows our own page. */
export function isTrustedSender(
  event: IpcMainInvokeEvent,
  contents: WebContents | null,
  page: OwnPage,
): boolean {
  const frame = event.senderFrame;
  if (contents === null || frame === null) return false;
  return event.sender === contents && frame === contents.mainFrame && page.contains(frame.url);
}
