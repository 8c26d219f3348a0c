import { describe, expect, it } from 'vitest';
import {
  addPattern,
  cellRows,
  editCell,
  editPattern,
  firstCut,
  mostPatterns,
  newPattern,
  removePattern,
} from '../../../renderer/features/scorecard/edit-patterns.ts';
import { emptyScorecard } from '../../../renderer/features/scorecard/new-scorecard.ts';
import { patternText } from '../../../renderer/features/segments/build-list-columns.tsx';
import { scorecardSchema } from '../../../shared/schemas/scorecard.ts';

const card = emptyScorecard({ id: 's', name: 's', language: 'en' });
const sides = { across: { measureId: 'x', cut: 1 }, upward: { measureId: 'y', cut: 2 } };
const made = newPattern('p', 'x × y', sides);

describe('a pattern', () => {
  it('begins with four cells without words, and fits the schema', () => {
    const withOne = addPattern(made)(card);
    expect(scorecardSchema.parse(withOne)).toEqual(withOne);
    expect(made.cells).toHaveLength(4);
    expect(cellRows.flat().toSorted()).toEqual([0, 1, 2, 3]);
  });

  it('changes one cell, one side, and goes away, nothing else', () => {
    const two = addPattern(newPattern('q', 'other', sides))(addPattern(made)(card));
    const named = editCell('p', 3, { action: 'call', owner: 'Sato' })(two);
    expect(named.patterns![0]!.cells[3]).toEqual({ label: '', action: 'call', owner: 'Sato' });
    expect(named.patterns![0]!.cells[2]).toEqual({ label: '', action: '', owner: '' });
    expect(named.patterns![1]).toEqual(two.patterns![1]);
    expect(editPattern('p', { across: { measureId: 'z', cut: 9 } })(two).patterns![0]!.across.cut).toBe(9);
    expect(removePattern('p')(two).patterns!.map(({ id }) => id)).toEqual(['q']);
    expect(editCell('gone', 0, { label: 'a' })(two)).toEqual(two);
  });

  it('stops at the most a scorecard holds', () => {
    let full = card;
    for (let i = 0; i < mostPatterns + 2; i++) full = addPattern(newPattern(`p${i}`, 'n', sides))(full);
    expect(full.patterns).toHaveLength(mostPatterns);
  });

  it('cuts first where the middle fifth begins, 0 before there are figures', () => {
    expect(firstCut(null)).toBe(0);
    const fifths = [0.5, 1.5, 2.34567, 3, 4].map((low) => ({ low }));
    expect(firstCut({ fifths } as Parameters<typeof firstCut>[0])).toBe(2.35);
  });
});

describe('the text of a pattern in a list', () => {
  it('is the cell with its action and owner, the cell alone without, empty without a value', () => {
    const words = editCell('p', 0, { label: 'Slipping', action: 'offer a training', owner: 'Sato' });
    const pattern = words(addPattern(made)(card)).patterns![0]!;
    const nameOf = (id: string) => id;
    expect(patternText(pattern, 0, nameOf)).toBe('Slipping: offer a training (Sato)');
    expect(patternText(pattern, 3, nameOf)).toBe('y ↑ · x ↑');
    expect(patternText(pattern, null, nameOf)).toBe('');
  });
});
