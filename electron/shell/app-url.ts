export const appScheme = 'app';
export const appHost = 'myaku';
/** Where the window lives; the only origin it may ever show or reach. */
export const appUrl = `${appScheme}://${appHost}/`;

/** True for an address of the app's own scheme and host, without user, password or port. */
export function isAppUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === ''
  );
}
