import type { i18n } from 'i18next';
import type { SoughtOutcome } from '../../shared/schemas/outcome-kinds.ts';
import { english, japanese } from './catalogues.ts';
import { enOutcomeTexts, enOutcomeWords } from './en/outcome-words.ts';
import { jaOutcomeTexts, jaOutcomeWords } from './ja/outcome-words.ts';

type Tree = { readonly [key: string]: string | Tree };
type Words = readonly (readonly [string, string])[];

/** These speak of the outcomes themselves, or of churn whatever is looked for. */
const untouched = new Set([
  ...['set', 'findings', 'aimOf', 'aimHelp', 'flagName'],
  ...['onlyAroundChurn', 'rowsAfterChurn', 'knownAfterOutcome', 'aroundChurn'],
]);

/**
 * A translator for the figures of measures, scorecards and back-tests that speaks of its outcome (expanded, found) where the catalogues speak of churn
 * (churned, caught). For churn it is the window's own.
 */
export function sayOutcome(window: i18n, outcome: SoughtOutcome): i18n {
  if (outcome === 'churn') return window;
  const spoken = window.cloneInstance({ forkResourceStore: true, lng: window.language });
  for (const [language, catalogues, words, texts] of [
    ['ja', japanese, jaOutcomeWords[outcome], jaOutcomeTexts],
    ['en', english, enOutcomeWords[outcome], enOutcomeTexts],
  ] as const) {
    const add = (name: string, tree: Tree) => spoken.addResourceBundle(language, name, tree, true, true);
    for (const name of ['backtest', 'explain', 'measures', 'scorecard', 'lifecycle'] as const)
      add(name, replaceWords(catalogues[name], words));
    const { unit, label, histogram } = catalogues.common;
    const { churned, kept } = label;
    add('common', replaceWords({ unit, histogram, label: { churned, kept } }, words));
    if (outcome === 'expansion') for (const [name, tree] of Object.entries(texts)) add(name, tree);
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
