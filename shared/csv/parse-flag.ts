import { toHalfWidth } from './half-width.ts';
import { parseOutcomeKind } from './outcome-words.ts';
import { parseBoolean } from './parse-boolean.ts';

type Flag = boolean | 'blank' | 'invalid';

const kept =
  /^(active|retained|stayed|stays|kept|current|existing|renewed|継続|継続中|契約中|利用中|在籍|現役|有効)$/;
const own = /^(voluntary|self|own choice|自発|自発的|自主的?|自己都合|任意)$/;
const forced = /^(involuntary|forced|non voluntary|非自発|非自発的|会社都合|強制|不可抗力)$/;

/** Whether a cell says churned: yes/no in any way `parseBoolean` reads, or a word of churn or of staying. */
export function parseChurnFlag(text: string): Flag {
  const plain = parseBoolean(text);
  if (plain !== 'invalid') return plain;
  if (parseOutcomeKind(text.replace(/済み?$/, '')) === 'churn') return true;
  return kept.test(wordOf(text)) ? false : 'invalid';
}

/** Whether a cell says that the customer left of its own will: yes/no, or the word for either. */
export function parseVoluntary(text: string): Flag {
  const plain = parseBoolean(text);
  if (plain !== 'invalid') return plain;
  const word = wordOf(text);
  if (own.test(word)) return true;
  return forced.test(word) ? false : 'invalid';
}

function wordOf(text: string): string {
  return toHalfWidth(text).trim().toLowerCase().replace(/[_-]/g, ' ');
}
