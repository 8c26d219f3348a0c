import { describe, expect, it } from 'vitest';
import { attributeMeasure } from '../../../renderer/features/measures/attribute-measure.ts';
import { measureSchema } from '../../../shared/schemas/measure.ts';

describe('the measure of an attribute', () => {
  const made = attributeMeasure('Seats', [], () => 'new').measure;

  it('is made where there is none, called as the attribute', () => {
    expect(measureSchema.parse(made)).toEqual(made);
    expect(made).toMatchObject({ id: 'new', name: 'Seats', actionable: false });
    expect(attributeMeasure('x'.repeat(200), [], () => 'long').measure.name).toHaveLength(120);
  });

  it('is the one that is there, whatever it is called', () => {
    const known = [{ ...made, id: 'old', name: 'Contracted' }];
    expect(attributeMeasure('Seats', known, () => 'new')).toEqual({ measure: known[0], isNew: false });
    expect(attributeMeasure('Plan', known, () => 'new').isNew).toBe(true);
  });
});
