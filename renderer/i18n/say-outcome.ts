import type { i18n } from 'i18next';
import type { SoughtOutcome } from '../../shared/schemas/outcome-kinds.ts';
import { english, japanese } from './catalogues.ts';
import { enOutcomeWords } from './en/outcome-words.ts';
import { jaOutcomeWords } from './ja/outcome-words.ts';

type Tree = { readonly [key: string]: string | Tree };
type Words = readonly (readonly [string, string])[];

/** These speak of the outcomes themselves, or of churn whatever is looked for. */
const untouched = new Set(['set', 'findings']);

/**
 * A translator for a back-test's figures that speaks of its outcome (expanded, found) where the catalogues speak of churn
 * (churned, caught). For churn it is the window's own.
 */
export function sayOutcome(window: i18n, outcome: SoughtOutcome): i18n {
  if (outcome === 'churn') return window;
  const spoken = window.cloneInstance({ forkResourceStore: true, lng: window.language });
  for (const [language, catalogues, words] of [
    ['ja', japanese, jaOutcomeWords[outcome]],
    ['en', english, enOutcomeWords[outcome]],
  ] as const) {
    for (const name of ['backtest', 'explain'] as const)
      spoken.addResourceBundle(language, name, replaceWords(catalogues[name], words), true, true);
    spoken.addResourceBundle(language, 'explain', replaceWords(catalogues.explain, words), true, true);
    spoken.addResourceBundle(
      language,
      'common',
      { unit: replaceWords(catalogues.common.unit, words) },
      true,
      true,
    );
  }
  return spoken;
}

/** Every text of a catalogue with the words put in, but for placeholders. */
export function replaceWords(tree: Tree, words: Words): Tree {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]): [string, string | Tree][] => {
      if (untouched.has(key)) return [];
      return [[key, typeof value === 'string' ? replaceIn(value, words) : replaceWords(value, words)]];
    }),
  );
}

function replaceIn(text: string, words: Words): string {
  return text
    .split(/(\{\{.*?\}\})/)
    .map((part) =>
      part.startsWith('{{') ? part : words.reduce((said, [from, to]) => said.replaceAll(from, to), part),
    )
    .join('');
}
