import { appUrl, isAppUrl } from './app-url.ts';

/** The one page that the window shows, and the only origin it may reach. */
export interface OwnPage {
  readonly url: string;
  readonly contains: (address: string) => boolean;
  /** The host name that has to resolve; null where none has to. */
  readonly host: string | null;
}

const appPage: OwnPage = { url: appUrl, contains: isAppUrl, host: null };

/**
 * The built app; in a development run the Vite server that `npm run dev` names, on 127.0.0.1 and nowhere else.
 * A packaged app looks at no such name.
 */
export function ownPage(run: {
  readonly isPackaged: boolean;
  readonly rendererUrl: string | undefined;
}): OwnPage {
  if (run.isPackaged || run.rendererUrl === undefined) return appPage;
  const origin = /^(http:\/\/127\.0\.0\.1:\d+)\/$/.exec(run.rendererUrl)?.[1];
  if (origin === undefined) return appPage;
  return { url: run.rendererUrl, contains: (address) => isAt(address, origin), host: '127.0.0.1' };
}

/** Vite's hot reload comes over a WebSocket of the same host and port. */
function isAt(address: string, origin: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address.replace(/^ws:/, 'http:'));
  return url.origin === origin && url.username === '' && url.password === '';
}
