import { freeName } from '../../../shared/measures/measure-meaning.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';

/** The measure that is an attribute's value: one that is there, else a new one called as the attribute. */
export function attributeMeasure(
  attribute: string,
  known: readonly Measure[],
  newId: () => string,
): { readonly measure: Measure; readonly isNew: boolean } {
  const there = known.find(
    ({ aggregation }) => aggregation.type === 'attribute' && aggregation.attribute === attribute,
  );
  if (there !== undefined) return { measure: there, isNew: false };
  const measure: Measure = {
    id: newId(),
    name: freeName(
      attribute.slice(0, 120),
      known.map(({ name }) => name),
    ),
    aggregation: { type: 'attribute', attribute },
    direction: 'higher',
    actionable: false,
  };
  return { measure, isNew: true };
}
