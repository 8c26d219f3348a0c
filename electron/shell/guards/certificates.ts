import type { App, Session } from 'electron';

const refused = -2;

/** Nothing is reached over TLS, so no certificate is good and no credential is given out. */
export function denyCertificates(app: App): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('select-client-certificate', (event) => {
    event.preventDefault();
  });
  app.on('login', (event, _contents, _details, _info, callback) => {
    event.preventDefault();
    callback();
  });
}

/** The same for the requests of one session. */
export function denySessionCertificates(session: Session): void {
  session.setCertificateVerifyProc((_request, callback) => {
    callback(refused);
  });
}
