import { test as base, expect, type Page } from '@playwright/test';
import { type HostOptions, type RunningHost, startHost } from './start-host.ts';

export interface App {
  /** Opened on the host's address, its token used. */
  readonly page: Page;
  readonly host: RunningHost;
  /** What must stay empty: CSP violations, console errors, uncaught errors, requests elsewhere. */
  readonly faults: string[];
}

/** `test` with an `app`: a host of its own, a page on it, and no fault of the page left at the end. */
export const test = base.extend<{ app: App; hostOptions: HostOptions }>({
  hostOptions: [{}, { option: true }],
  app: async ({ page, hostOptions }, use) => {
    const host = await startHost(undefined, [], hostOptions);
    const faults: string[] = [];
    try {
      await watchPage(page, host.origin, faults);
      await page.goto(host.address);
      await use({ page, host, faults });
      expect(faults, 'faults of the page').toEqual([]);
    } finally {
      await page.close();
      await host.stop();
      await host.remove();
    }
  },
});

export { expect };

/** Collects every CSP violation, console error, uncaught error and request that leaves the app's own origin. */
export async function watchPage(page: Page, origin: string, faults: string[]): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `CSP: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (!isOwn(request.url(), origin)) faults.push(`request: ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (!isOwn(socket.url().replace(/^ws:/, 'http:'), origin)) faults.push(`socket: ${socket.url()}`);
  });
}

function isOwn(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || url.startsWith('data:') || url.startsWith(`blob:${origin}/`);
}
