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

const override = { accountId: 'A', bandId: 'm1', reason: 'met them', owner: '', setOn: 0, expiresOn: 90 };

/** A cap at the first band, a floor at the second, an override with the third. */
function withRules(atMost: string, atLeast: string, overridden: string): Scorecard {
  const condition = { measureId: 'logins', operator: 'below' as const, value: 9 };
  return {
    ...marks,
    exceptions: [
      { id: 'cap', condition, effect: { type: 'atMost', score: 50, bandId: atMost } },
      { id: 'floor', condition, effect: { type: 'atLeast', score: 50, bandId: atLeast } },
      { id: 'bare', condition, effect: { type: 'atMost', score: 50 } },
    ],
    overrides: [{ ...override, bandId: overridden }],
  };
}

const rules = ({ exceptions = [], overrides = [] }: Scorecard) => [
  ...exceptions.flatMap(({ effect }) => effect.bandId ?? []),
  ...overrides.map(({ bandId }) => bandId),
];

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

  it('keeps caps, floors and overrides on the bands of the same scores', () => {
    const card = withRules('m3', 'm2', 'm2');
    expect(rules(setScheme('tenStep', 'en')(card))).toEqual(['s6', 's7', 's8']);
    expect(rules(setScheme('traffic', 'en')(card))).toEqual(['amber', 'amber', 'green']);
    expect(rules(setScheme('custom', 'en')(card))).toEqual(['m3', 'm2', 'm2']);
  });

  it('keeps a cap and an override on the side of the alarm they were on', () => {
    const steps = setScheme('tenStep', 'en')(withRules('m4', 'm4', 'm4'));
    expect(rules(steps)).toEqual(['s3', 's1', 's3']);
    const atFour = setScheme('tenStep', 'en')(withRules('m4', 'm4', 's4'));
    const back = setScheme('marks', 'en')({ ...atFour, overrides: [{ ...override, bandId: 's4' }] });
    expect(rules(back)).toEqual(['m4', 'm4', 'm3']);
  });

  it('reads the scores, not the ids, where presets share ids', () => {
    const moved = {
      ...withRules('m2', 'm2', 'm2'),
      bands: setBound('m2', 30)(setBound('m3', 20)(marks)).bands,
    };
    expect(rules(setScheme('letters', 'en')(moved))).toEqual(['m2', 'm3', 'm3']);
  });

  it('hands the rules of a removed band to the one that takes its scores', () => {
    expect(rules(removeBand('m3')(withRules('m3', 'm2', 'm3')))).toEqual(['m4', 'm2', 'm4']);
    expect(rules(removeBand('m4')(withRules('m4', 'm1', 'm4')))).toEqual(['m3', 'm1', 'm3']);
  });

  it('adds no rules to a card without any', () => {
    expect(setScheme('tenStep', 'en')(marks)).not.toHaveProperty('overrides');
    expect(removeBand('m2')(marks)).not.toHaveProperty('exceptions');
  });

  it('keeps the scheme when only a text changes', () => {
    expect(editBand('m1', { label: 'Great' })(marks).gradingScheme).toBe('marks');
  });
});
