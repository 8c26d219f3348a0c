import type { SameKeys } from '../catalogue.ts';
import type { jaOutcomeTexts } from '../ja/outcome-words.ts';

const hopedFor = [
  ['below this score', 'at or above this score'],
  ['Alarm below', 'Promising from'],
  ['the lower score', 'the higher score'],
  ['False alarm', 'False call'],
  ['false alarm', 'false call'],
  ['Alarm', 'Promising'],
  ['alarm', 'promising'],
  ['Caught', 'Found'],
  ['caught', 'found'],
  ['Catch rate', 'Found rate'],
  ['catch', 'find'],
] as const;

const kept = [
  ['No kept', 'No other'],
  ['Kept', 'Other'],
  ['kept', 'other'],
  ['stayed', 'did not'],
] as const;

/** What stands for churn and its vocabulary when another outcome is looked for: pattern → words, in order. */
export const enOutcomeWords = {
  contraction: [
    ['Churned', 'Contracted'],
    ['churned', 'contracted'],
    ['churns', 'contracts'],
    ['Churn', 'Contraction'],
    ['churn', 'contraction'],
    ...kept,
  ],
  expansion: [
    ['Churned', 'Expanded'],
    ['churned', 'expanded'],
    ['churns', 'expands'],
    ['Churn', 'Expansion'],
    ['churn', 'expansion'],
    ...kept,
    ...hopedFor,
  ],
  renewal: [
    ['Churned', 'Renewed'],
    ['churned', 'renewed'],
    ['churns', 'renews'],
    ['Churn', 'Renewal'],
    ['churn', 'renewal'],
    ...kept,
    ...hopedFor,
  ],
} as const;

/** What is said in another way where expansion is looked for: the healthy side is the one it happens to. */
export const enOutcomeTexts: SameKeys<typeof jaOutcomeTexts> = {
  measures: { healthier: { higher: 'expanded when higher', lower: 'expanded when lower' } },
  scorecard: {
    purpose: { goalHint: 'For example: see who is ready to grow a month ahead, and offer it' },
    bands: { alarm: 'Alarm band (calls for action)' },
    live: { aucHelp: 'The chance that an expanded row scores above another one. .5 is chance.' },
    rules: { measure: { reasonHint: 'For example: those who added users expanded first' } },
  },
};
