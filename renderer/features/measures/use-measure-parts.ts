import { useState } from 'react';
import { referencesOf } from '../../../shared/measures/measure-references.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { useDesign } from '../../client/use-design.ts';
import { attributeMeasure } from './attribute-measure.ts';

/** Measures that the edited one may be made from: those kept, and those that come along with it. */
export interface MeasureParts {
  readonly known: readonly Measure[];
  /** The id of the measure that is an attribute's value; it is made where there is none yet. */
  readonly ofAttribute: (attribute: string) => string;
  /** Of those not kept yet, the ones that the measure names: kept in the same step. */
  readonly newFor: (measure: Measure) => readonly Measure[];
}

export function useMeasureParts(): MeasureParts {
  const kept = useDesign()?.measures ?? [];
  const [made, setMade] = useState<readonly Measure[]>([]);
  const known = [...kept, ...made.filter(({ id }) => kept.every((measure) => measure.id !== id))];
  return {
    known,
    ofAttribute(attribute) {
      const { measure, isNew } = attributeMeasure(attribute, known, () => crypto.randomUUID());
      if (isNew) setMade((before) => [...before, measure]);
      return measure.id;
    },
    newFor: ({ aggregation }) => made.filter(({ id }) => referencesOf(aggregation).includes(id)),
  };
}
