import type { Override, Scorecard, ScoreException, Variant } from '../../../shared/schemas/scorecard.ts';
import type { ScorecardEdit } from './edit-scorecard.ts';

export function addException(exception: ScoreException): ScorecardEdit {
  return onExceptions((old) => (old.length >= 30 ? [...old] : [...old, exception]));
}

export function editException(
  id: string,
  patch: Partial<Pick<ScoreException, 'condition' | 'effect'>>,
): ScorecardEdit {
  return onExceptions((old) =>
    old.map((exception) => (exception.id === id ? { ...exception, ...patch } : exception)),
  );
}

export function removeException(id: string): ScorecardEdit {
  return onExceptions((old) => old.filter((exception) => exception.id !== id));
}

export function moveException(id: string, by: -1 | 1): ScorecardEdit {
  return onExceptions((old) => moved(old, id, by));
}

export function addVariant(variant: Variant): ScorecardEdit {
  return onVariants((old) => (old.length >= 12 ? [...old] : [...old, variant]));
}

export function editVariant(id: string, patch: Partial<Omit<Variant, 'id' | 'groups'>>): ScorecardEdit {
  return onVariants((old) => old.map((variant) => (variant.id === id ? { ...variant, ...patch } : variant)));
}

export function removeVariant(id: string): ScorecardEdit {
  return onVariants((old) => old.filter((variant) => variant.id !== id));
}

export function moveVariant(id: string, by: -1 | 1): ScorecardEdit {
  return onVariants((old) => moved(old, id, by));
}

/** The scorecard as a variant's own: its groups in the place of everyone's. An unknown id is everyone's. */
export function viewOf(card: Scorecard, variantId: string | null): Scorecard {
  const variant = card.variants?.find(({ id }) => id === variantId);
  return variant === undefined ? card : { ...card, groups: variant.groups };
}

/** An edit of groups and measures, done to a variant's; an unknown variant changes nothing. */
export function inVariant(variantId: string | null, edit: ScorecardEdit): ScorecardEdit {
  if (variantId === null) return edit;
  return (card) => {
    const { groups } = edit(viewOf(card, variantId));
    return onVariants((old) =>
      old.map((variant) => (variant.id === variantId ? { ...variant, groups } : variant)),
    )(card);
  };
}

/** One override per account: a new one takes the place of what held before. */
export function addOverride(override: Override): ScorecardEdit {
  return (card) => ({
    ...card,
    overrides: [...(card.overrides ?? []).filter((old) => old.accountId !== override.accountId), override],
  });
}

export function removeOverride(accountId: string): ScorecardEdit {
  return (card) => ({
    ...card,
    overrides: (card.overrides ?? []).filter((old) => old.accountId !== accountId),
  });
}

function onExceptions(change: (old: readonly ScoreException[]) => ScoreException[]): ScorecardEdit {
  return (card) => ({ ...card, exceptions: change(card.exceptions ?? []) });
}

function onVariants(change: (old: readonly Variant[]) => Variant[]): ScorecardEdit {
  return (card) => ({ ...card, variants: change(card.variants ?? []) });
}

function moved<T extends { readonly id: string }>(items: readonly T[], id: string, by: -1 | 1): T[] {
  const from = items.findIndex((item) => item.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((_, i) => i !== from);
  return [...rest.slice(0, to), items[from]!, ...rest.slice(to)];
}
