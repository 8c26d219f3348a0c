import { describe, expect, it } from 'vitest';
import {
  formulaTextProblem,
  formulaWithIds,
  formulaWithNames,
  referenceTo,
} from '../../../renderer/features/measures/formula-text.ts';

const measures = [
  { id: 'u1', name: 'Active users' },
  { id: 'u2', name: 'シート数' },
  { id: 'u3', name: 'twice' },
  { id: 'u4', name: 'twice' },
  { id: 'u5', name: 'odd [name]' },
];

describe('the text of a formula', () => {
  it('shows names, keeps ids and comes back the same', () => {
    const stored = '[u1] ÷ [u2] + min([u3], [u5])';
    const shown = formulaWithNames(stored, measures);
    expect(shown).toBe('[Active users] ÷ [シート数] + min([u3], [u5])');
    expect(formulaWithIds(shown, measures)).toBe(stored);
  });

  it('writes a measure by id where its name would be unclear', () => {
    expect(measures.map((measure) => referenceTo(measure, measures))).toEqual([
      '[Active users]',
      '[シート数]',
      '[u3]',
      '[u4]',
      '[u5]',
    ]);
  });

  it('counts positions in the text that is seen', () => {
    expect(formulaTextProblem('[Active users] [シート数]', measures)).toEqual({
      type: 'operator',
      position: 16,
      found: '[',
    });
  });

  it('names a measure that is not there, or that two share', () => {
    expect(formulaTextProblem('[Active users] + [gone]', measures)).toEqual({
      type: 'unknown',
      name: 'gone',
    });
    expect(formulaTextProblem('[twice]', measures)).toEqual({ type: 'unknown', name: 'twice' });
    expect(formulaTextProblem('[Active users] + [u4]', measures)).toBeNull();
  });
});
