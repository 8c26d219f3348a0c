import { createContext, useContext } from 'react';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Drill } from './run-context.ts';

export type Linked = ChannelOutput<'backtests.linked'>;

/** The mark or number under the pointer or the keyboard, and the same accounts in every chart once they are known. */
export interface Link {
  readonly mark: Drill | null;
  readonly linked: Linked | null;
}

export interface LinkView extends Link {
  /** Points at a mark, or at none. */
  readonly point: (mark: Drill | null) => void;
}

export const LinkContext = createContext<LinkView>({ mark: null, linked: null, point: () => undefined });

/** What is pointed at, and the way to point at something. */
export function useLink(): LinkView {
  return useContext(LinkContext);
}
