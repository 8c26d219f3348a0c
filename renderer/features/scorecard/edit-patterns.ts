import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Pattern } from '../../../shared/schemas/scorecard.ts';
import type { ScorecardEdit } from './edit-scorecard.ts';

export const mostPatterns = 6;

/** By number: which sides are high. */
export const cellNames = ['bothLow', 'onlyAcross', 'onlyUpward', 'bothHigh'] as const;

/** The order cells are drawn in, as a picture with the upward measure high on top. */
export const cellRows = [
  [2, 3],
  [0, 1],
] as const;

/** A pattern without actions; each cut is the median of what is known of its measure. */
export function newPattern(id: string, name: string, sides: Pick<Pattern, 'across' | 'upward'>): Pattern {
  return {
    id,
    name,
    ...sides,
    cells: Array.from({ length: 4 }, () => ({ label: '', action: '', owner: '' })),
  };
}

/** A first cut: where the middle fifth begins, a number a person can read; 0 before figures are there. */
export function firstCut(figures: MeasureFigures | null): number {
  const fifths = figures?.fifths ?? [];
  const middle = fifths[Math.floor(fifths.length / 2)]?.low ?? 0;
  return Number(middle.toPrecision(3));
}

export function addPattern(pattern: Pattern): ScorecardEdit {
  return onPatterns((old) => (old.length >= mostPatterns ? [...old] : [...old, pattern]));
}

export function editPattern(id: string, patch: Partial<Omit<Pattern, 'id' | 'cells'>>): ScorecardEdit {
  return onPatterns((old) => old.map((pattern) => (pattern.id === id ? { ...pattern, ...patch } : pattern)));
}

/** One cell with other words; an unknown pattern or cell changes nothing. */
export function editCell(id: string, cell: number, patch: Partial<Pattern['cells'][number]>): ScorecardEdit {
  return onPatterns((old) =>
    old.map((pattern) =>
      pattern.id === id
        ? {
            ...pattern,
            cells: pattern.cells.map((words, c) => (c === cell ? { ...words, ...patch } : words)),
          }
        : pattern,
    ),
  );
}

export function removePattern(id: string): ScorecardEdit {
  return onPatterns((old) => old.filter((pattern) => pattern.id !== id));
}

function onPatterns(change: (old: readonly Pattern[]) => Pattern[]): ScorecardEdit {
  return (card) => ({ ...card, patterns: change(card.patterns ?? []) });
}
