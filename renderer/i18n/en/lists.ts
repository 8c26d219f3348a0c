import type { SameKeys } from '../catalogue.ts';
import type { jaLists } from '../ja/lists.ts';

export const enLists: SameKeys<typeof jaLists> = {
  title: 'Lists',
  why: 'Choose the accounts to act on and export them with their next actions.',
};
