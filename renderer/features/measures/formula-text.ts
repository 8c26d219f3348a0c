import {
  type FormulaProblem,
  parseFormula,
  renameReferences,
} from '../../../shared/measures/formula-parser.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';

/** What is wrong with a formula as the person sees it; positions count from 1. */
export type FormulaTextProblem =
  | { readonly type: FormulaProblem['expected']; readonly position: number; readonly found: string }
  | { readonly type: 'unknown'; readonly name: string };

type Named = Pick<Measure, 'id' | 'name'>;

/** A stored formula with names in place of ids; an id stays where its name would be unclear. */
export function formulaWithNames(formula: string, measures: readonly Named[]): string {
  const names = new Map(
    measures.filter((measure) => isClear(measure, measures)).map(({ id, name }) => [id, name]),
  );
  return renameReferences(formula, (id) => names.get(id) ?? id);
}

/** A typed formula with ids in place of names; what names no measure, or several, stays. */
export function formulaWithIds(text: string, measures: readonly Named[]): string {
  const ids = new Map(
    measures.filter((measure) => isClear(measure, measures)).map(({ id, name }) => [name.trim(), id]),
  );
  return renameReferences(text, (name) => ids.get(name) ?? name);
}

/** How a measure is written into the text. */
export function referenceTo(measure: Named, measures: readonly Named[]): string {
  return `[${isClear(measure, measures) ? measure.name.trim() : measure.id}]`;
}

/** The first thing wrong with the text, or null. */
export function formulaTextProblem(text: string, measures: readonly Named[]): FormulaTextProblem | null {
  const typed = parseFormula(text);
  const stored = parseFormula(formulaWithIds(text, measures));
  if (!typed.ok) return placed(typed.problem);
  if (!stored.ok) return placed(stored.problem);
  const unknown = stored.measureIds.find((id) => !measures.some((measure) => measure.id === id));
  return unknown === undefined ? null : { type: 'unknown', name: unknown };
}

function placed({ expected, position, found }: FormulaProblem): FormulaTextProblem {
  return { type: expected, position: position + 1, found };
}

/** Names with brackets, and names that several measures have, can't stand for one measure. */
function isClear({ id, name }: Named, measures: readonly Named[]): boolean {
  if (/[[\]［］]/.test(name)) return false;
  return !measures.some(
    (other) => other.id !== id && (other.name.trim() === name.trim() || other.id === name),
  );
}
