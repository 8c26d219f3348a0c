import type { SameKeys } from '../catalogue.ts';
import type { jaMeasures } from '../ja/measures.ts';

export const enMeasures: SameKeys<typeof jaMeasures> = {
  title: 'Measures',
  why: 'Choose the measures whose values differ between churned and kept accounts.',
};
