import type { OutcomeKind } from '../schemas/outcome-kinds.ts';
import { toHalfWidth } from './half-width.ts';

const words: Readonly<Record<OutcomeKind, RegExp>> = {
  churn: /^(churn(ed)?|cancel(l?ed|l?ation)?|terminat(ed|ion)|lost|解約|退会|離脱|契約終了|チャーン)$/,
  contraction: /^(contract(ed|ion)|down ?(grade|sell|graded)|減額|縮小|ダウングレード|ダウンセル)$/,
  expansion: /^(expan(ded|sion)|up ?(grade|sell|graded)|cross ?sell|拡大|増額|アップグレード|アップセル)$/,
  renewal: /^(renew(ed|al)?|更新|継続|契約更新)$/,
  reactivation: /^(reactivat(ed|ion)|win ?back|return(ed)?|再開|復帰|再契約)$/,
};

/**
 * The kind of outcome a cell names, in English or Japanese, any case; null for another text.
 * churned, Cancellation and 解約 are 'churn'; downgrade and 減額 are 'contraction'.
 */
export function parseOutcomeKind(text: string): OutcomeKind | null {
  const word = toHalfWidth(text).trim().toLowerCase().replace(/[_-]/g, ' ');
  for (const [kind, pattern] of Object.entries(words)) {
    if (pattern.test(word)) return kind as OutcomeKind; // keys of `words`
  }
  return null;
}

/** Share of these texts that name an outcome, 0–1; 0 for none at all. */
export function outcomeShare(texts: readonly string[]): number {
  if (texts.length === 0 || texts.length > 50) return 0;
  return texts.filter((text) => parseOutcomeKind(text) !== null).length / texts.length;
}
