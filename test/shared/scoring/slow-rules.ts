import { roundValue } from '../../../shared/measures/round-value.ts';
import type { Scorecard, Variant } from '../../../shared/schemas/scorecard.ts';
import type { VariantSubjects } from '../../../shared/scoring/variants.ts';
import type { World } from './random-rules.ts';
import { slowScore } from './slow-score.ts';

/** A whole scorecard's score of one row in exact whole numbers, tenths or −1, from the design note alone. */
export function slowWholeScore(card: Scorecard, world: World, row: number): number {
  const valueFor = (id: string) => world.columns.get(id)![row]!;
  const weighted = (part: Scorecard) =>
    slowScore(part, valueFor, (id, direction) => slowPeerPoints(world, id, direction, row));
  const parent = weighted(card);
  const variants = card.variants ?? [];
  const variant = variants.find((one) => fits(one, world.subjects, row));
  let score = BigInt(parent);
  if (variant !== undefined) {
    const own = BigInt(weighted({ ...card, groups: variant.groups }));
    const c = BigInt(churnedOf(variants, variant, world.churned));
    score = borrow(own, BigInt(parent), c, BigInt(variant.borrowK));
  }
  for (const exception of card.exceptions ?? []) {
    if (score < 0n || !holds(exception.condition, valueFor(exception.condition.measureId))) continue;
    const limit = slowLimit(card, exception.effect);
    const bites = exception.effect.type === 'atMost' ? score > limit : score < limit;
    if (bites) score = limit;
  }
  return Number(score);
}

function borrow(own: bigint, parent: bigint, c: bigint, k: bigint): bigint {
  if (k === 0n) return own;
  if (c === 0n) return parent;
  if (own < 0n) return -1n;
  if (parent < 0n) return own;
  return (2n * (c * own + k * parent) + (c + k)) / (2n * (c + k));
}

function slowLimit(
  card: Scorecard,
  effect: { type: string; score: number; bandId?: string | undefined },
): bigint {
  const band = card.bands.find(({ id }) => id === effect.bandId);
  if (band === undefined) return BigInt(Math.round(effect.score * 10));
  if (effect.type === 'atLeast') return BigInt(Math.round(band.lowerBound * 10));
  const above = card.bands.filter(({ lowerBound }) => lowerBound > band.lowerBound);
  if (above.length === 0) return 1000n;
  return BigInt(Math.min(...above.map(({ lowerBound }) => Math.round(lowerBound * 10)))) - 1n;
}

function holds(condition: { operator: string; value: number }, value: number): boolean {
  if (Number.isNaN(value)) return condition.operator === 'missing';
  if (condition.operator === 'missing') return false;
  const bound = roundValue(condition.value);
  return condition.operator === 'below' ? value < bound : value >= bound;
}

function fits(variant: Variant, subjects: VariantSubjects, row: number): boolean {
  return (
    variant.conditions.length > 0 &&
    variant.conditions.every((condition) => {
      if (condition.type === 'tenure') {
        const days = subjects.tenureDays[row]!;
        return condition.operator === 'below' ? days < condition.days : days >= condition.days;
      }
      const value = subjects.attribute.at(condition.attribute, subjects.account[row]!, subjects.asOf[row]!);
      if (condition.operator === 'isOneOf') return value !== undefined && condition.values.includes(value);
      if (condition.operator === 'isNotOneOf')
        return value === undefined || !condition.values.includes(value);
      return Number(value) >= Number(condition.values[0]);
    })
  );
}

function churnedOf(variants: readonly Variant[], wanted: Variant, churned: VariantSubjects): number {
  const accounts = new Set<number>();
  for (let r = 0; r < churned.account.length; r++) {
    if (variants.find((one) => fits(one, churned, r)) === wanted) accounts.add(churned.account[r]!);
  }
  return accounts.size;
}

function slowPeerPoints(world: World, id: string, direction: 'higher' | 'lower', row: number): bigint {
  const values = world.columns.get(id)!;
  let [worse, equal, all] = [0n, 0n, 0n];
  for (let r = 0; r < world.rowCount; r++) {
    if (world.date[r] !== world.date[row] || Number.isNaN(values[r]!)) continue;
    all++;
    if (values[r] === values[row]) equal++;
    else if (values[r]! < values[row]! === (direction === 'higher')) worse++;
  }
  return (10000n * (2n * worse + equal) + all) / (2n * all);
}
