import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { isAppUrl } from '../app-url.ts';

/** True for a message from the top frame of our own window while it shows our own page. */
export function isTrustedSender(event: IpcMainInvokeEvent, contents: WebContents | null): boolean {
  const frame = event.senderFrame;
  if (contents === null || frame === null) return false;
  return event.sender === contents && frame === contents.mainFrame && isAppUrl(frame.url);
}
