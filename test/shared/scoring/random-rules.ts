import fc from 'fast-check';
import type { Scorecard, ScoreException, Variant } from '../../../shared/schemas/scorecard.ts';
import type { RowContext } from '../../../shared/scoring/live-scorer.ts';
import { rankPeers } from '../../../shared/scoring/peer-points.ts';
import type { VariantSubjects } from '../../../shared/scoring/variants.ts';
import { columnIds, columns, type Edit, edit, group, scorecard } from './random-scorecard.ts';

/** Rows with everything a whole scorecard looks at. */
export interface World {
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly rowCount: number;
  readonly date: Int32Array;
  readonly subjects: VariantSubjects;
  readonly churned: VariantSubjects;
}

/** The only attribute there is, by account; on the last date everybody has the next one's. */
export const plans = ['free', 'team', undefined, '12'];

/** Two rows an account, three dates; one row in three was churned in the design window. */
export const world: fc.Arbitrary<World> = fc
  .tuple(columns, fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 12, maxLength: 12 }))
  .map(([values, tenure]) => {
    const rowCount = values.get('c0')!.length;
    const rows = Array.from({ length: rowCount }, (_, r) => r);
    const attribute = {
      at: (name: string, account: number, asOf: number) =>
        name === 'plan' ? plans[(account + Number(asOf === 2)) % plans.length] : undefined,
      isFixed: (name: string) => name !== 'plan',
    };
    const subjectsOf = (chosen: readonly number[]): VariantSubjects => ({
      account: Int32Array.from(chosen, (r) => r >> 1),
      tenureDays: Int32Array.from(chosen, (r) => tenure[r]!),
      asOf: Int32Array.from(chosen, (r) => r % 3),
      attribute,
    });
    return {
      columns: values,
      rowCount,
      date: Int32Array.from(rows, (r) => r % 3),
      subjects: subjectsOf(rows),
      churned: subjectsOf(rows.filter((r) => r % 3 !== 1)),
    };
  });

export function contextOf({ columns: values, date, subjects, churned }: World): RowContext {
  return { peers: rankPeers(values, date), subjects, churned };
}

export const exception: fc.Arbitrary<ScoreException> = fc
  .record({
    id: fc.uuid(),
    condition: fc.record({
      measureId: fc.constantFrom(...columnIds),
      operator: fc.constantFrom('below' as const, 'atLeast' as const, 'missing' as const),
      value: fc.integer({ min: -20, max: 120 }).map((tenths) => tenths / 10),
    }),
    type: fc.constantFrom('atMost' as const, 'atLeast' as const),
    score: fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    bandId: fc.constantFrom(null, 'green', 'amber', 'red', 'gone'),
  })
  .map(({ id, condition, type, score, bandId }) => ({
    id,
    condition,
    effect: bandId === null ? { type, score } : { type, score, bandId },
  }));

const condition: fc.Arbitrary<Variant['conditions'][number]> = fc.oneof(
  fc.record({
    type: fc.constant('attribute' as const),
    attribute: fc.constantFrom('plan', 'gone'),
    operator: fc.constantFrom('isOneOf' as const, 'isNotOneOf' as const, 'atLeast' as const),
    values: fc.subarray(['free', 'team', '12']),
  }),
  fc.record({
    type: fc.constant('tenure' as const),
    operator: fc.constantFrom('below' as const, 'atLeast' as const),
    days: fc.integer({ min: 0, max: 400 }),
  }),
);
export const variant: fc.Arbitrary<Variant> = fc.record({
  id: fc.uuid(),
  name: fc.constant('variant'),
  conditions: fc.array(condition, { maxLength: 2 }),
  groups: fc.array(group, { maxLength: 3 }),
  borrowK: fc.constantFrom(0, 1, 3, 20, 200),
});

const at = fc.nat({ max: 20 });
const percentile = fc.record({
  type: fc.constant('percentile' as const),
  direction: fc.constantFrom('higher' as const, 'lower' as const),
});

/** An edit of groups, of a variant's groups, of a scale towards percentiles, of the exceptions or the variants. */
export const ruleEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: edit },
  { weight: 2, arbitrary: fc.tuple(at, edit).map(([v, inside]) => editVariant(v, inside)) },
  { weight: 2, arbitrary: fc.tuple(at, at, percentile).map(([g, m, s]) => setScale(g, m, s)) },
  { weight: 2, arbitrary: exception.map((added) => onExceptions((old) => [...old, added].slice(-4))) },
  { weight: 1, arbitrary: at.map((i) => onExceptions((old) => old.filter((_, e) => e !== i % old.length))) },
  { weight: 1, arbitrary: fc.constant<Edit>(onExceptions((old) => [...old].reverse())) },
  { weight: 2, arbitrary: variant.map((added) => onVariants((old) => [...old, added].slice(-3))) },
  { weight: 1, arbitrary: at.map((i) => onVariants((old) => old.filter((_, v) => v !== i % old.length))) },
  { weight: 1, arbitrary: fc.constant<Edit>(onVariants((old) => [...old].reverse())) },
);

/** A scorecard with percentiles, exceptions and variants. */
export const wholeScorecard: fc.Arbitrary<Scorecard> = fc
  .tuple(
    scorecard,
    fc.array(exception, { maxLength: 3 }),
    fc.array(variant, { maxLength: 3 }),
    fc.array(fc.tuple(at, at, percentile), { maxLength: 3 }),
  )
  .map(([card, exceptions, variants, scales]) => {
    let made: Scorecard = { ...card, exceptions, variants };
    for (const [g, m, s] of scales) made = setScale(g, m, s)(made);
    return made;
  });

function setScale(
  groupIndex: number,
  index: number,
  scale: { type: 'percentile'; direction: 'higher' | 'lower' },
): Edit {
  return (card) => ({
    ...card,
    groups: card.groups.map((old, g) =>
      g !== groupIndex % card.groups.length
        ? old
        : {
            ...old,
            measures: old.measures.map((measure, m) =>
              m === index % old.measures.length ? { ...measure, scale } : measure,
            ),
          },
    ),
  });
}

function editVariant(index: number, inside: Edit): Edit {
  return onVariants((old) =>
    old.map((before, v) =>
      v !== index % old.length
        ? before
        : { ...before, groups: inside({ groups: before.groups, minimumCoverage: 0 } as Scorecard).groups },
    ),
  );
}

function onExceptions(change: (old: readonly ScoreException[]) => ScoreException[]): Edit {
  return (card) => ({ ...card, exceptions: change(card.exceptions ?? []) });
}

function onVariants(change: (old: readonly Variant[]) => Variant[]): Edit {
  return (card) => ({ ...card, variants: change(card.variants ?? []) });
}
