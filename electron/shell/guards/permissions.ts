import type { Session } from 'electron';
import { isAppUrl } from '../app-url.ts';

/** Copying a table writes to the clipboard; nothing else is granted, and nobody is asked. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Denies every permission, asked for or checked, and every device. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(details.isMainFrame && granted.has(permission) && isAppUrl(details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => {
    return granted.has(permission) && isAppUrl(requestingOrigin);
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback({});
  });
}
