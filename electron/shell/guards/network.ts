import type { App, Session } from 'electron';
import type { OwnPage } from '../own-page.ts';

/** No name ever resolves: what no filter sees (prefetch, updates of parts of Chromium) finds no host either. */
export function closeNetwork(app: App, { host }: OwnPage): void {
  const exception = host === null ? '' : `, EXCLUDE ${host}`;
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exception}`);
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
}

/** Cancels every request but those to the app itself and, in a development run, to the developer tools. */
export function denyRequests(
  session: Session,
  options: { readonly developerTools: boolean; readonly page: OwnPage },
): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isAllowedRequest(details.url, options) });
  });
}

function isAllowedRequest(
  url: string,
  { developerTools, page }: { readonly developerTools: boolean; readonly page: OwnPage },
): boolean {
  if (page.contains(url)) return true;
  if (url.startsWith('blob:')) return page.contains(url.slice('blob:'.length));
  if (url.startsWith('data:image/')) return true;
  return developerTools && url.startsWith('devtools://');
}
