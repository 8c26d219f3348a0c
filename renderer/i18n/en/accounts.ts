import type { SameKeys } from '../catalogue.ts';
import type { jaAccounts } from '../ja/accounts.ts';

export const enAccounts: SameKeys<typeof jaAccounts> = {
  title: 'Accounts',
  why: 'See one account: its score over time and what made it.',
};
