import type { App, Session } from 'electron';
import { isAppUrl } from '../app-url.ts';

/** No name ever resolves: what no filter sees (prefetch, updates of parts of Chromium) finds no host either. */
export function closeNetwork(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
}

/** Cancels every request but those to the app itself and, in a development run, to the developer tools. */
export function denyRequests(session: Session, options: { readonly developerTools: boolean }): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isAllowedRequest(details.url, options.developerTools) });
  });
}

function isAllowedRequest(url: string, developerTools: boolean): boolean {
  if (isAppUrl(url)) return true;
  if (url.startsWith('blob:')) return isAppUrl(url.slice('blob:'.length));
  if (url.startsWith('data:image/')) return true;
  return developerTools && url.startsWith('devtools://');
}
