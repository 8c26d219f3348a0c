import type { ReactNode } from 'react';
import { LinkContext } from './link-context.ts';
import { useLinkState } from './use-link-state.ts';

/** Holds what is pointed at apart from the run, so that pointing draws anew only what lights up. */
export function LinkProvider({ runId, children }: { readonly runId: string; readonly children: ReactNode }) {
  return <LinkContext value={useLinkState(runId)}>{children}</LinkContext>;
}
