import { describe, expect, it } from 'vitest';
import {
  exceptionWords,
  newException,
  withLimit,
} from '../../../renderer/features/scorecard/build-exceptions.ts';
import { policyDesigns } from '../../../renderer/features/scorecard/build-missing.ts';
import { readOverride } from '../../../renderer/features/scorecard/build-overrides.ts';
import { newVariant } from '../../../renderer/features/scorecard/build-variants.ts';
import {
  addException,
  addOverride,
  addVariant,
  inVariant,
  moveException,
  moveVariant,
  removeVariant,
  viewOf,
} from '../../../renderer/features/scorecard/edit-rules.ts';
import { toKind } from '../../../renderer/features/scorecard/edit-scale.ts';
import { editMeasure, findMeasure } from '../../../renderer/features/scorecard/edit-scorecard.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';

const bands = presetBands('traffic', 'en');
const measure = {
  measureId: 'm',
  weight: 20,
  scale: { type: 'linear' as const, worst: 0, best: 10 },
  missing: { type: 'exclude' as const },
};
const card: Scorecard = {
  id: 's',
  name: 's',
  purpose: { goal: '', healthyCustomer: '' },
  groups: [{ id: 'g', name: 'g', weight: 1, combine: 'mean', measures: [measure] }],
  minimumCoverage: 0,
  gradingScheme: 'traffic',
  bands,
};

describe('an exception', () => {
  it('begins as a cap at the worst band', () => {
    const made = newException('e', { measureId: 'm', value: 3 }, bands);
    expect(exceptionWords(made, bands)).toMatchObject({ effect: 'atMost', limit: 39.9, band: bands[2] });
  });

  it('keeps its limit as a score when the band is let go, and takes the bound of another band', () => {
    const made = newException('e', { measureId: 'm', value: 3 }, bands);
    expect(withLimit(made, null, bands)).toEqual({ type: 'atMost', score: 39.9 });
    expect(withLimit(made, 'amber', bands)).toEqual({ type: 'atMost', score: 69.9, bandId: 'amber' });
  });

  it('moves among the others', () => {
    const of = (id: string) => newException(id, { measureId: 'm', value: 3 }, bands);
    const two = addException(of('b'))(addException(of('a'))(card));
    expect(moveException('b', -1)(two).exceptions?.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(moveException('b', 1)(two).exceptions?.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('a variant', () => {
  const both = addVariant(newVariant('w', 'W', card))(addVariant(newVariant('v', 'V', card))(card));

  it('begins with the groups of everyone', () => {
    expect(viewOf(both, 'v').groups).toEqual(card.groups);
  });

  it('is edited without a change to everyone or to another variant', () => {
    const edited = inVariant('v', editMeasure('m', { weight: 7 }))(both);
    expect(findMeasure(viewOf(edited, 'v'), 'm')?.weight).toBe(7);
    expect(findMeasure(viewOf(edited, 'w'), 'm')?.weight).toBe(20);
    expect(findMeasure(edited, 'm')?.weight).toBe(20);
  });

  it('has a place in the order, and can go', () => {
    expect(moveVariant('w', -1)(both).variants?.map(({ id }) => id)).toEqual(['w', 'v']);
    expect(viewOf(removeVariant('v')(both), 'v')).toEqual(removeVariant('v')(both));
  });
});

describe('missing policies side by side', () => {
  it('are four designs that differ in that one policy, the one in use first', () => {
    const designs = policyDesigns(card, card, 'm', (edit) => edit);
    expect(designs.map(({ policy }) => policy.type)).toEqual(['exclude', 'neutral', 'worst', 'ownBin']);
    expect(designs[0]?.scorecard).toEqual(card);
    expect(designs.map(({ scorecard }) => findMeasure(scorecard, 'm')?.missing)).toEqual(
      designs.map(({ policy }) => policy),
    );
  });
});

describe('a scale in another kind', () => {
  const domain = { low: 0, high: 10 };

  it('keeps its direction as a percentile and back', () => {
    const falls = { type: 'linear' as const, worst: 10, best: 0 };
    const percentile = toKind(falls, 'percentile', domain, null);
    expect(percentile).toEqual({ type: 'percentile', direction: 'lower' });
    const back = toKind(percentile, 'linear', domain, null);
    expect(back.type === 'linear' && back.worst > back.best).toBe(true);
    expect(toKind(percentile, 'bins', domain, null).type).toBe('bins');
  });
});

describe('an override as typed', () => {
  const typed = { accountId: 'A', bandId: 'red', reason: 'r', owner: '', expiresOn: '2024-07-31' };
  const today = 19904;

  it('is read with its last day', () => {
    expect(readOverride(typed, today)).toEqual({
      override: {
        ...{ accountId: 'A', bandId: 'red', reason: 'r', owner: '' },
        setOn: today,
        expiresOn: 19935,
      },
    });
  });

  it.each([
    [{ accountId: null }, ['accountId']],
    [{ bandId: null, reason: ' ' }, ['band', 'reason']],
    [{ expiresOn: '2024-02-30' }, ['expiresOn']],
    [{ expiresOn: '2020-01-01' }, ['expiresOn']],
  ])('names what is wrong with %o', (patch, wrong) => {
    expect(readOverride({ ...typed, ...patch }, today)).toEqual({ wrong });
  });

  it('takes the place of the one before', () => {
    const first = { ...typed, setOn: today, expiresOn: 19935 };
    const second = { ...first, bandId: 'green' };
    expect(addOverride(second)(addOverride(first)(card)).overrides).toEqual([second]);
  });
});
