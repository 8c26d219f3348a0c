import type { SameKeys } from '../catalogue.ts';
import type { jaScorecardSuggest, jaScorecardTemplates } from '../ja/scorecard-suggest.ts';

export const enScorecardSuggest: SameKeys<typeof jaScorecardSuggest> = {
  button: 'Suggest cut-offs',
  running: 'Computing a suggestion of cut-offs',
  title: 'Suggested cut-offs for “{{name}}”',
  evidence: 'Learnt from {{churners}} of the design window. Nothing changes until you use it.',
  range: 'Values',
  points: 'Points',
  rows: 'Rows',
  rate: 'Churn rate [95 %]',
  below: 'Below {{value}}',
  atLeast: '{{value}} and above',
  between: '{{low}} to below {{high}}',
  notSupported:
    'No cut-off is supported by the data: along the values, the share that churned changes no more than by chance.',
  tooFewChurners:
    'Only {{churners}} in the design window: too few for a suggestion (10 are needed). Set cut-offs by hand, or import older history.',
  noFreeNumbers:
    'The numbers that can be learnt from so few churned accounts are used up; learning more would fit chance.',
};

export const enScorecardTemplates: SameKeys<typeof jaScorecardTemplates> = {
  menu: 'From a template…',
};
