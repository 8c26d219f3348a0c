import type { SameKeys } from '../catalogue.ts';
import type { jaData } from '../ja/data.ts';

export const enData: SameKeys<typeof jaData> = {
  title: 'Data',
  why: 'Import CSV files and check what is in them.',
};
