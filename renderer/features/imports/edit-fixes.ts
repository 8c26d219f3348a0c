import type { RowFix } from '../../../shared/schemas/import-plan.ts';

const mostFixes = 2000;
/** A plan travels whole with every call, and a call holds a mebibyte at most. */
const mostCharacters = 300_000;

/** The corrections with one line's replaced, or taken away (null); null where they would be too many to keep. */
export function withFix(fixes: readonly RowFix[], line: number, fix: RowFix | null): RowFix[] | null {
  const others = fixes.filter((known) => known.line !== line);
  if (fix === null) return others;
  const next = [...others, fix].sort((a, b) => a.line - b.line);
  const characters = next.reduce((sum, { cells }) => sum + (cells ?? []).join().length + 100, 0);
  return next.length > mostFixes || characters > mostCharacters ? null : next;
}

/** A row's cells with one replaced, as wide as the file: what is missing is blank. */
export function withCell(cells: readonly string[], index: number, text: string, width: number): string[] {
  const next = [...cells];
  while (next.length < Math.max(width, index + 1)) next.push('');
  next[index] = text;
  return next;
}
