import { useAppStore } from '../../client/app-store.ts';
import { AccountPicker } from './account-picker.tsx';
import { AccountView } from './account-view.tsx';
import { PlainAccount, PlainPicker } from './plain-accounts.tsx';
import { useScoring } from './use-account.ts';

/** One account where the address names one, else the search for one. */
export function AccountsPage() {
  const accountId = useAppStore((state) => (state.route.name === 'accounts' ? state.route.argument : null));
  const scoring = useScoring();
  if (scoring === null) {
    return accountId === null ? <PlainPicker /> : <PlainAccount key={accountId} accountId={accountId} />;
  }
  if (accountId === null) return <AccountPicker scorecard={scoring.scorecard} asOf={scoring.asOf} />;
  return <AccountView key={accountId} accountId={accountId} {...scoring} />;
}
