import { escapeCell } from './escape-cell.ts';

/**
 * `escapeCell` that can be taken back: a text that a spreadsheet could take for a formula gets an apostrophe in front,
 * and so does one that already begins with apostrophes before such a text. `unguardCell` gives every text back exactly.
 */
export function guardCell(text: string): string {
  return isGuardable(text) ? `'${text}` : text;
}

/** The text before `guardCell`: one apostrophe less where one was put; other texts come back unchanged. */
export function unguardCell(text: string): string {
  return text.charCodeAt(0) === 39 && isGuardable(text.slice(1)) ? text.slice(1) : text;
}

function isGuardable(text: string): boolean {
  const rest = text.charCodeAt(0) === 39 ? text.replace(/^'+/, '') : text;
  return escapeCell(rest) !== rest;
}
