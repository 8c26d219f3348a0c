import { escapeCell } from './escape-cell.ts';
import { unguardCell } from './guard-cell.ts';
import { parseNumber } from './parse-number.ts';

/** Second columns of the files that an export writes; the first is `account_id`. */
const exportedSecond = new Set(['account_name', 'valid_from', 'churned', 'date', 'outcome_date']);

/**
 * Whether the texts of a file were guarded against formulas when it was written (an apostrophe before `=`, `+`, `-`,
 * `@`), as exports of this app and of many CRMs are: some text has the guard and none that needs one lacks it, or the
 * header is one of our own exports'. Numbers need no guard. Then the apostrophes are no part of the values.
 */
export function isGuarded(names: readonly string[], rows: Iterable<readonly string[]>): boolean {
  let found = names[0] === 'account_id' && exportedSecond.has(names[1] ?? '');
  for (const cells of [names, ...rows]) {
    for (const cell of cells) {
      if (!mayBeRisky(cell.charCodeAt(0))) continue;
      if (unguardCell(cell) !== cell) found = true;
      else if (escapeCell(cell) !== cell && !isNumber(cell)) return false;
    }
  }
  return found;
}

/** Spares nearly all cells the patterns: letters, digits, kana and kanji need no guard. */
function mayBeRisky(first: number): boolean {
  return first <= 45 || first === 61 || first === 64 || first === 0x3000 || first >= 0xff00;
}

function isNumber(text: string): boolean {
  const read = (decimal: '.' | ',') => typeof parseNumber(text, { decimal }) === 'number';
  return Number.isFinite(Number(text)) || read('.') || read(',');
}
