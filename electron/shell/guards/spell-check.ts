import type { Session } from 'electron';

/** The spell checker fetches its dictionaries from the network. */
export function denySpellCheck(session: Session): void {
  session.setSpellCheckerEnabled(false);
}
