import { describe, expect, it } from 'vitest';
import {
  addBand,
  editBand,
  removeBand,
  setBound,
  setScheme,
} from '../../../renderer/features/scorecard/edit-bands.ts';
import { emptyScorecard } from '../../../renderer/features/scorecard/new-scorecard.ts';
import { type Scorecard, scorecardSchema } from '../../../shared/schemas/scorecard.ts';

const marks = emptyScorecard({ id: 'card', name: 'Card', language: 'en' });
const bounds = (card: Scorecard) => card.bands.map((band) => band.lowerBound);

describe('editing bands', () => {
  it('begins with ◎○△× at 80, 60, 40', () => {
    expect(bounds(marks)).toEqual([80, 60, 40, 0]);
  });

  it('keeps a bound between its neighbours and makes the scheme the person’s own', () => {
    const edited = setBound('m2', 95)(marks);
    expect(bounds(edited)).toEqual([80, 79.9, 40, 0]);
    expect(edited.gradingScheme).toBe('custom');
  });

  it('leaves the lowest band at 0', () => {
    expect(setBound('m4', 20)(marks)).toEqual(marks);
  });

  it('joins a removed band to the one below, and the last to the one above', () => {
    expect(bounds(removeBand('m2')(marks))).toEqual([80, 40, 0]);
    expect(bounds(removeBand('m4')(marks))).toEqual([80, 60, 0]);
  });

  it('keeps two bands', () => {
    const two = removeBand('m2')(removeBand('m3')(marks));
    expect(removeBand('m1')(two)).toEqual(two);
  });

  it('splits the widest band and stays valid', () => {
    const more = addBand('new', 'New')(marks);
    expect(bounds(more)).toEqual([80, 60, 40, 20, 0]);
    expect(scorecardSchema.safeParse(more).success).toBe(true);
  });

  it('carries actions over to the preset’s bands of the same scores', () => {
    const withAction = editBand('m4', { action: 'Call', owner: 'CS' })(marks);
    const steps = setScheme('tenStep', 'en')(withAction);
    expect(steps.bands.filter((band) => band.action === 'Call').map((band) => band.lowerBound)).toEqual([
      30, 20, 10, 0,
    ]);
    expect(steps.gradingScheme).toBe('tenStep');
  });

  it('keeps the scheme when only a text changes', () => {
    expect(editBand('m1', { label: 'Great' })(marks).gradingScheme).toBe('marks');
  });
});
