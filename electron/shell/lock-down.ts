import type { Session } from 'electron';
import type { ElectronApi } from './electron-api.ts';
import { denyCertificates, denySessionCertificates } from './guards/certificates.ts';
import { denyDownloads } from './guards/downloads.ts';
import { denyNavigation } from './guards/navigation.ts';
import { closeNetwork, denyRequests } from './guards/network.ts';
import { denyNewWindows } from './guards/new-windows.ts';
import { denyPermissions } from './guards/permissions.ts';
import { denySpellCheck } from './guards/spell-check.ts';
import { denyWebRtc } from './guards/web-rtc.ts';
import { denyWebviews } from './guards/webviews.ts';
import type { OwnPage } from './own-page.ts';

/** Puts every guard in place, for this and any later session and page. Runs before the app is ready. */
export function lockDown({ app }: ElectronApi, page: OwnPage): void {
  app.enableSandbox();
  closeNetwork(app, page);
  denyCertificates(app);
  app.on('session-created', (session) => {
    lockDownSession(session, { isPackaged: app.isPackaged, page });
  });
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents, page);
    denyNewWindows(contents);
    denyWebviews(contents);
    denyWebRtc(contents);
  });
}

/** The guards of one session; also called for the default one, which may be older than the listener. */
export function lockDownSession(
  session: Session,
  { isPackaged, page }: { readonly isPackaged: boolean; readonly page: OwnPage },
): void {
  denyPermissions(session);
  denyRequests(session, { developerTools: !isPackaged, page });
  denyDownloads(session);
  denySpellCheck(session);
  denySessionCertificates(session);
}
