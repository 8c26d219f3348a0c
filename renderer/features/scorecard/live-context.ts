import { createContext, useContext } from 'react';
import type { LiveSession } from './use-live-session.ts';

/** The live session, for the parts of the left and middle column that show what a rule does; others stay undrawn. */
export const LiveContext = createContext<LiveSession | null>(null);

export function useLive(): LiveSession {
  const session = useContext(LiveContext);
  if (session === null) throw new Error('outside of the builder');
  return session;
}
