import { toHalfWidth } from './half-width.ts';

const trueWords = wordSet('true t yes y 1 on ○ ◯ 〇 ✓ ✔ はい 有 有り あり 済 済み 完了 真 する');
const falseWords = wordSet('false f no n 0 off × ✕ ✗ いいえ 無 無し なし 未 未済 未完了 偽 しない');

/**
 * Reads one cell as true, false, `'blank'` or `'invalid'`.
 * English and Japanese words, any case, full width or not: true/yes/1/はい/済/○, false/no/0/いいえ/未/×.
 */
export function parseBoolean(text: string): boolean | 'blank' | 'invalid' {
  const word = toHalfWidth(text).trim().toLowerCase();
  if (word === '') return 'blank';
  if (trueWords.has(word)) return true;
  return falseWords.has(word) ? false : 'invalid';
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
