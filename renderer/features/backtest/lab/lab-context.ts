import { createContext, useContext } from 'react';
import type { ChannelOutput } from '../../../../shared/ipc/contract.ts';
import type { LabFigures } from '../../../../shared/schemas/lab.ts';

export type LabOutput = ChannelOutput<'backtests.lab'>;
export type AccountName = LabOutput['accounts'][number];

/** The lab's figures of the run on screen, and the accounts that they point to by index. */
export interface LabView {
  readonly lab: LabFigures;
  readonly accounts: ReadonlyMap<number, AccountName>;
}

export const LabContext = createContext<LabView | null>(null);

/** The lab's figures; only inside `LabPanel`. */
export function useLab(): LabView {
  const view = useContext(LabContext);
  if (view === null) throw new Error('useLab needs a LabPanel around it');
  return view;
}

/** What an account is called: its name, else its id. */
export function accountLabel({ accounts }: LabView, index: number): string {
  const account = accounts.get(index);
  return account === undefined ? '' : account.name || account.accountId;
}
