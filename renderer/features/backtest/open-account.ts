import { useAppStore } from '../../client/app-store.ts';
import { navigate } from '../../client/navigate.ts';

/** Opens an account as it was on a day of its story, so that its score and history are those around it. */
export function openAccount(accountId: string | undefined, asOf: number | null): void {
  if (accountId === undefined) return;
  if (asOf !== null) useAppStore.getState().setAsOf(asOf);
  navigate('accounts', accountId);
}
