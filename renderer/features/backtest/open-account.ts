import { navigate } from '../../client/navigate.ts';

/** Opens an account as it was on a day of its story; the window's own as-of day stays. */
export function openAccount(accountId: string | undefined, asOf: number | null): void {
  if (accountId !== undefined) navigate('accounts', accountId, asOf ?? undefined);
}
