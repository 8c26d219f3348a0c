import type { AttributeReader } from '../measures/attribute-at.ts';
import type { Scorecard, Variant } from '../schemas/scorecard.ts';
import { matchesConditions, meetsAttributeConditions } from '../segments/match-conditions.ts';

/** What variants' conditions look at: rows beside each other, attributes by account index and date. */
export interface VariantSubjects {
  readonly account: Int32Array;
  /** Days since the start of the life, as of the row's date. */
  readonly tenureDays: Int32Array;
  readonly asOf: Int32Array;
  readonly attribute: AttributeReader;
}

export interface VariantRows {
  /** 0 = the scorecard's own groups, v + 1 = variant v: the first in order that fits. */
  readonly of: Uint8Array;
  /** 1 where two or more variants fit. */
  readonly several: Uint8Array;
}

/** Does an account meet all of a variant's conditions? A variant without conditions fits nobody. */
export function matchesVariant(
  { conditions }: Pick<Variant, 'conditions'>,
  tenureDays: number,
  attribute: (name: string) => string | undefined,
): boolean {
  const subject = { score: null, bandId: null, attribute };
  const holds = (condition: Variant['conditions'][number]) => {
    if (condition.type === 'attribute') return matchesConditions([condition], subject);
    return condition.operator === 'below' ? tenureDays < condition.days : tenureDays >= condition.days;
  };
  return conditions.length > 0 && conditions.every(holds);
}

/** Which variant scores each row. Conditions on attributes that never change are looked at once per account. */
export function assignVariants(variants: readonly Variant[], subjects: VariantSubjects): VariantRows {
  const { account, tenureDays, asOf, attribute } = subjects;
  const of = new Uint8Array(account.length);
  const several = new Uint8Array(account.length);
  variants.forEach((variant, v) => {
    const byAttribute = variant.conditions.filter((condition) => condition.type === 'attribute');
    const byTenure = variant.conditions.filter((condition) => condition.type === 'tenure');
    const fitsOn = (a: number, day: number): boolean =>
      meetsAttributeConditions(byAttribute, (name) => attribute.at(name, a, day));
    const isFixed = byAttribute.every((condition) => attribute.isFixed(condition.attribute));
    const known = new Map<number, boolean>();
    const fits = (a: number, day: number): boolean => {
      if (!isFixed) return fitsOn(a, day);
      let result = known.get(a);
      if (result === undefined) {
        result = fitsOn(a, day);
        known.set(a, result);
      }
      return result;
    };
    if (variant.conditions.length === 0) return;
    for (let r = 0; r < of.length; r++) {
      const days = tenureDays[r]!;
      const inTime = byTenure.every(({ operator, days: bound }) =>
        operator === 'below' ? days < bound : days >= bound,
      );
      if (!inTime || !fits(account[r]!, asOf[r]!)) continue;
      if (of[r] === 0) of[r] = v + 1;
      else several[r] = 1;
    }
  });
  return { of, several };
}

/** Distinct accounts per variant among some rows (churned rows of the design window: the c of borrowing). */
export function countAccounts(variants: readonly Variant[], subjects: VariantSubjects): number[] {
  const { of } = assignVariants(variants, subjects);
  const accounts = variants.map(() => new Set<number>());
  for (let r = 0; r < of.length; r++) if (of[r]! > 0) accounts[of[r]! - 1]!.add(subjects.account[r]!);
  return accounts.map((set) => set.size);
}

/**
 * Score of a variant that borrows, in tenths: λ·own + (1 − λ)·parent with λ = c/(c + k), as
 * floor((2·(c·own + k·parent) + (c + k)) ÷ (2·(c + k))), round half up in integers. −1 = not scored: with c > 0 the
 * own score must be there and stands alone where the parent has none; with c = 0 < k the parent's score is taken.
 * k = 0, or a c of null (nothing learnt), is the own score alone.
 */
export function blendScores(own: number, parent: number, churned: number | null, k: number): number {
  if (k === 0 || churned === null) return own;
  if (churned === 0) return parent;
  if (own < 0 || parent < 0) return own;
  const all = churned + k;
  return Math.floor((2 * (churned * own + k * parent) + all) / (2 * all));
}

/** The scorecard that a variant scores by, before borrowing and exceptions. */
export function variantCard(scorecard: Scorecard, variant: Variant): Scorecard {
  return { ...scorecard, groups: variant.groups };
}

/** The part of variants that decides who is in which. */
export function describeMembership(variants: readonly Variant[]): string {
  return JSON.stringify(variants.map((variant) => variant.conditions));
}
