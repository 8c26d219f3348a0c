import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Scorecard, Variant, VariantCondition } from '../../../shared/schemas/scorecard.ts';

/** A variant that begins as a copy of everyone's groups, so that it scores alike until it is changed. */
export function newVariant(id: string, name: string, card: Scorecard): Variant {
  return { id, name, conditions: [], groups: card.groups, borrowK: 20 };
}

export interface VariantFacts {
  readonly rows: number;
  readonly churned: number;
  readonly accountsToday: number;
  /** λ = c/(c + k), the weight of its own score; 1 where it doesn't borrow. */
  readonly ownShare: number;
}

/** What the live figures know of a variant; null before they do. */
export function variantFacts({ id, borrowK }: Variant, figures: LiveFigures | null): VariantFacts | null {
  const found = figures?.variants.find((item) => item.id === id);
  if (found === undefined) return null;
  const { rows, churned, accountsToday } = found;
  return { rows, churned, accountsToday, ownShare: borrowK === 0 ? 1 : churned / (churned + borrowK) };
}

/** The conditions with another at a place; null takes it out. */
export function withCondition(
  conditions: readonly VariantCondition[],
  index: number,
  condition: VariantCondition | null,
): VariantCondition[] {
  return conditions.flatMap((old, i) => (i !== index ? [old] : condition === null ? [] : [condition]));
}
