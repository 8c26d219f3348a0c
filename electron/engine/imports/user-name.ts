import { userInfo } from 'node:os';

/** The name of the account that runs the app; empty where the system has none. */
export function userName(): string {
  try {
    return userInfo().username.slice(0, 120);
  } catch {
    // A user id without an entry in the system's list: in a container, say.
    return '';
  }
}
