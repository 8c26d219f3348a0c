import fc from 'fast-check';
import type {
  MeasureGroup,
  MissingPolicy,
  Scorecard,
  ScorecardMeasure,
  ValueScale,
} from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';

export const columnIds = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'];

/** Few distinct values, so that values meet cut-offs and each other; some missing. */
export const cell = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -20, max: 120 }).map((tenths) => tenths / 10) },
  { weight: 2, arbitrary: fc.double({ min: -50, max: 500, noNaN: true }) },
  { weight: 2, arbitrary: fc.constant(Number.NaN) },
);

/** Columns of values by measure id, one entry per row. */
export const columns = fc
  .integer({ min: 1, max: 12 })
  .chain((rowCount) =>
    fc.tuple(...columnIds.map(() => fc.array(cell, { minLength: rowCount, maxLength: rowCount }))),
  )
  .map((cells) => new Map(columnIds.map((id, c) => [id, Float64Array.from(cells[c]!)])));

const points = fc.oneof(
  fc.constantFrom(0, 50, 100, 33.33),
  fc.integer({ min: 0, max: 10000 }).map((hundredths) => hundredths / 100),
);
export const weight = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 100 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 1000000 }).map((units) => units / 1000) },
);

export const binScale: fc.Arbitrary<Extract<ValueScale, { type: 'bins' }>> = fc
  .uniqueArray(fc.integer({ min: -20, max: 120 }), { maxLength: 6 })
  .chain((cuts) =>
    fc.record({
      type: fc.constant('bins' as const),
      cutoffs: fc.constant(cuts.sort((a, b) => a - b).map((tenths) => tenths / 10)),
      points: fc.array(points, { minLength: cuts.length + 1, maxLength: cuts.length + 1 }),
    }),
  );
const end = fc.integer({ min: -20, max: 120 }).map((tenths) => tenths / 10);
export const linearScale = fc.record({ type: fc.constant('linear' as const), worst: end, best: end });
export const scale: fc.Arbitrary<ValueScale> = fc.oneof(binScale, linearScale);
export const missing: fc.Arbitrary<MissingPolicy> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ type: 'exclude' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ type: 'neutral' as const }, { type: 'worst' as const }) },
  { weight: 1, arbitrary: points.map((p) => ({ type: 'ownBin' as const, points: p })) },
);
export const combine = fc.constantFrom('mean' as const, 'mean' as const, 'min' as const, 'max' as const);

export const scorecardMeasure: fc.Arbitrary<ScorecardMeasure> = fc.record({
  measureId: fc.constantFrom(...columnIds),
  weight,
  scale,
  missing,
});
export const group: fc.Arbitrary<MeasureGroup> = fc.record({
  id: fc.uuid(),
  name: fc.constant('group'),
  weight,
  combine,
  measures: fc.array(scorecardMeasure, { maxLength: 4 }),
});
export const minimumCoverage = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 20 }).map((steps) => steps / 20),
);

export function scorecardOf(groups: readonly MeasureGroup[], coverage = 0): Scorecard {
  return {
    id: 's',
    name: 's',
    purpose: { goal: '', healthyCustomer: '' },
    groups: [...groups],
    minimumCoverage: coverage,
    gradingScheme: 'traffic',
    bands: presetBands('traffic', 'en'),
  };
}

export const scorecard: fc.Arbitrary<Scorecard> = fc
  .tuple(fc.array(group, { maxLength: 4 }), minimumCoverage)
  .map(([groups, coverage]) => scorecardOf(groups, coverage));

/** A change of a scorecard as an editor makes it. */
export type Edit = (scorecard: Scorecard) => Scorecard;

const at = fc.nat({ max: 20 });

/** One random edit: of a weight, scale, policy, combine mode or coverage rule, or an addition, removal or move. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(at, at, weight).map(([g, m, w]) => editMeasure(g, m, (measure) => ({ ...measure, weight: w }))),
  fc.tuple(at, at, scale).map(([g, m, s]) => editMeasure(g, m, (measure) => ({ ...measure, scale: s }))),
  fc.tuple(at, at, missing).map(([g, m, p]) => editMeasure(g, m, (measure) => ({ ...measure, missing: p }))),
  fc
    .tuple(at, at, fc.constantFrom(...columnIds))
    .map(([g, m, id]) => editMeasure(g, m, (measure) => ({ ...measure, measureId: id }))),
  fc.tuple(at, weight).map(([g, w]) => editGroup(g, (old) => ({ ...old, weight: w }))),
  fc.tuple(at, combine).map(([g, c]) => editGroup(g, (old) => ({ ...old, combine: c }))),
  fc
    .tuple(at, scorecardMeasure)
    .map(([g, added]) => editGroup(g, (old) => ({ ...old, measures: [...old.measures, added] }))),
  fc.tuple(at, at).map(([g, m]) => editGroup(g, (old) => ({ ...old, measures: removeAt(old.measures, m) }))),
  group.map(
    (added): Edit =>
      (card) => ({ ...card, groups: [...card.groups, added].slice(0, 20) }),
  ),
  at.map(
    (g): Edit =>
      (card) => ({ ...card, groups: removeAt(card.groups, g) }),
  ),
  fc.constant<Edit>((card) => ({ ...card, groups: [...card.groups].reverse() })),
  minimumCoverage.map(
    (c): Edit =>
      (card) => ({ ...card, minimumCoverage: c }),
  ),
);

function editGroup(index: number, change: (group: MeasureGroup) => MeasureGroup): Edit {
  return (card) => ({
    ...card,
    groups: card.groups.map((old, g) => (g === index % card.groups.length ? change(old) : old)),
  });
}

function editMeasure(
  groupIndex: number,
  index: number,
  change: (measure: ScorecardMeasure) => ScorecardMeasure,
): Edit {
  return editGroup(groupIndex, (old) => ({
    ...old,
    measures: old.measures.map((measure, m) =>
      m === index % old.measures.length ? change(measure) : measure,
    ),
  }));
}

function removeAt<Item>(items: readonly Item[], index: number): Item[] {
  return items.filter((_, i) => i !== index % items.length);
}
