import { describe, expect, it } from 'vitest';
import { cardOutOfView } from '../../../renderer/app/card-out-of-view.ts';
import { emptyScorecard } from '../../../renderer/features/scorecard/new-scorecard.ts';

const cards = ['a', 'b'].map((id) => emptyScorecard({ id, name: id, language: 'en' }));
const design = {
  revision: 1,
  measures: [],
  scorecards: cards,
  segments: [],
  backtestSettings: null,
  undo: null,
  redo: null,
};
const step = (scorecardId?: string) => ({
  nameKey: 'scorecard:steps.rename',
  parameters: {},
  screen: 'scorecard',
  ...(scorecardId !== undefined && { scorecardId }),
});

describe('the scorecard of a step', () => {
  it('is named where another one is shown', () => {
    expect(cardOutOfView(step('b'), design, 'a')?.id).toBe('b');
    expect(cardOutOfView(step('b'), design, null)?.id, 'the first one is shown until one is chosen').toBe(
      'b',
    );
  });

  it('is not where it is in view, is gone, or the step is of none', () => {
    expect(cardOutOfView(step('a'), design, 'a')).toBeNull();
    expect(cardOutOfView(step('a'), design, 'gone')).toBeNull();
    expect(cardOutOfView(step('gone'), design, 'a')).toBeNull();
    expect(cardOutOfView(step(), design, 'a')).toBeNull();
    expect(cardOutOfView(step('a'), null, 'a')).toBeNull();
  });
});
