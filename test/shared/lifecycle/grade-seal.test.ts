import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeSeal, type SealedScores } from '../../../shared/lifecycle/grade-seal.ts';
import type { LifeInput } from '../../../shared/measures/build-dataset.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';
import { life, lifeTable, plainSettings, randomLives } from '../backtest/random-panel.ts';

const bands = presetBands('traffic', 'en');
const {
  schedule: _schedule,
  knownThrough: _known,
  testFrom: _test,
  ...sealSettings
} = { ...plainSettings, gapDays: 10, horizonDays: 50 };
const asOf = 120;
const last = asOf + 60;

/** Lives with the scores that were sealed for some of their accounts. */
const sealedLives = fc
  .tuple(
    randomLives(40),
    fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -2, max: 20 })), { minLength: 40, maxLength: 40 }),
  )
  .map(([lives, drawn]) => {
    const count = lives.reduce((most, { account }) => Math.max(most, account + 1), 1);
    const account = Array.from({ length: count }, (_, a) => a).filter((a) => drawn[a]![0]);
    const tenths = account.map((a) => Math.max(-1, drawn[a]![1] * 50));
    const seal: SealedScores = {
      asOf,
      settings: sealSettings,
      bands,
      account: Int32Array.from(account),
      tenths: Int16Array.from(tenths),
    };
    return { lives, count, seal };
  });

type State = 'churned' | 'kept' | 'tooLate' | 'leftOut';

/** What became of an account, from its lives one by one. */
function slowState(lives: readonly LifeInput[], account: number, knownThrough: number): State {
  const covering = lives.filter(
    (one) => one.account === account && one.startDay <= asOf && (one.endDay === null || one.endDay > asOf),
  );
  const [one] = covering.sort((a, b) => b.startDay - a.startDay);
  if (one === undefined || (one.noticeDay !== null && one.noticeDay <= asOf)) return 'leftOut';
  const outcome = one.endDay === null ? null : Math.min(one.endDay, one.noticeDay ?? one.endDay);
  if (outcome === null || outcome > knownThrough || outcome > last) return 'kept';
  return outcome <= asOf + sealSettings.gapDays ? 'tooLate' : 'churned';
}

describe('a graded seal', () => {
  it('says of every sealed account what its lives say, and counts as the slow way', () => {
    fc.assert(
      fc.property(sealedLives, ({ lives, count, seal }) => {
        const graded = gradeSeal(lifeTable(lives, count), {}, seal, last)!;
        const states = Array.from(seal.account, (account) => slowState(lives, account, last));
        expect(graded.states).toEqual(states);
        const rows = states.map((state, i) => ({ state, tenths: seal.tenths[i]! }));
        const scored = rows.filter(({ tenths }) => tenths >= 0);
        const churned = scored.filter(({ state }) => state === 'churned');
        const kept = scored.filter(({ state }) => state === 'kept');
        const pairs = churned.flatMap((c) =>
          kept.map((k) => (k.tenths > c.tenths ? 1 : k.tenths === c.tenths ? 0.5 : 0)),
        );
        const { figures } = graded;
        const isRanked = pairs.length > 0 && new Set([...churned, ...kept].map((r) => r.tenths)).size > 1;
        if (isRanked) {
          const auc = pairs.reduce((sum: number, part) => sum + part, 0) / pairs.length;
          expect(figures.auc?.value).toBeCloseTo(auc, 12);
        } else expect(figures.auc).toBeNull();
        const isRed = ({ tenths }: { tenths: number }) =>
          tenths >= 0 && bands.find((band) => tenths >= band.lowerBound * 10)!.alarm;
        expect(figures.caught).toBe(churned.filter(isRed).length);
        expect(figures.alarmAccounts).toBe([...churned, ...kept].filter(isRed).length);
        expect(figures.unscoredChurned).toBe(
          rows.filter(({ state, tenths }) => state === 'churned' && tenths < 0).length,
        );
        expect(figures.gate).toBe(churned.length < 10 ? 'tooFew' : 'directional');
        expect(figures.churned + figures.kept + figures.tooLate + figures.leftOut).toBe(figures.sealed);
        for (const figure of figures.bands) {
          const inBand = ({ tenths }: { tenths: number }) =>
            bands.find((band) => tenths >= band.lowerBound * 10)!.id === figure.bandId;
          const n = [...churned, ...kept].filter(inBand).length;
          const positives = churned.filter(inBand).length;
          expect([figure.rows, figure.positives]).toEqual([n, positives]);
          expect(figure.low).toEqual(wilson(positives, n)?.low ?? null);
        }
      }),
    );
  });

  it('reads no outcome after its horizon, and none that is not known yet', () => {
    fc.assert(
      fc.property(sealedLives, fc.integer({ min: 0, max: 200 }), ({ lives, count, seal }, more) => {
        const knownThrough = last + more;
        // Everything told of the time after the horizon is told otherwise.
        const otherwise = lives
          .filter(({ startDay }) => startDay <= last)
          .map((one) => (one.endDay !== null && one.endDay > last ? withoutEnd(one) : one));
        const told = (all: readonly LifeInput[], known: number) =>
          gradeSeal(lifeTable(all, count), {}, seal, known)!;
        const first = told(lives, last);
        const later = told(lives, knownThrough);
        expect(later.states).toEqual(first.states);
        expect({ ...later.figures, knownThrough: last }).toEqual(first.figures);
        const changed = told(otherwise, last);
        expect(changed.states).toEqual(first.states);
      }),
    );
  });

  it('is nothing at all before its last day is known', () => {
    const seal: SealedScores = {
      asOf,
      settings: sealSettings,
      bands,
      account: Int32Array.of(0),
      tenths: Int16Array.of(100),
    };
    const lives = lifeTable([life({ endDay: asOf + 20 })]);
    expect(gradeSeal(lives, {}, seal, last - 1)).toBeNull();
    expect(gradeSeal(lives, {}, seal, last)?.figures.churned).toBe(1);
  });

  it('names accounts that came into the data later, and those whose end was told later', () => {
    const seal: SealedScores = {
      asOf,
      settings: sealSettings,
      bands,
      account: Int32Array.of(0, 1),
      tenths: Int16Array.of(100, 900),
    };
    const lives = [life({ endDay: asOf - 1 }), life({ account: 1 }), life({ account: 2 })];
    const graded = gradeSeal(lifeTable(lives, 3), {}, seal, last)!;
    expect(graded.states).toEqual(['leftOut', 'kept']);
    expect(graded.addedLater).toEqual([2]);
    expect(graded.figures).toMatchObject({ leftOut: 1, addedLater: 1, kept: 1, verdict: 'tooFew' });
  });

  it('judges only beyond ten churned accounts, and says better than chance only with its interval above .5', () => {
    const grade = (churned: number, churnedTenths: number) => {
      const count = churned + 40;
      const lives = Array.from({ length: count }, (_, account) =>
        life({ account, ...(account < churned && { endDay: asOf + 30 }) }),
      );
      const seal: SealedScores = {
        asOf,
        settings: sealSettings,
        bands,
        account: Int32Array.from(lives.keys()),
        tenths: Int16Array.from(lives, (_, a) =>
          a < churned ? churnedTenths + (a % 5) * 100 : 300 + (a % 7) * 100,
        ),
      };
      const { verdict, gate } = gradeSeal(lifeTable(lives, count), {}, seal, last)!.figures;
      return [gate, verdict];
    };
    expect(grade(9, 0)).toEqual(['tooFew', 'tooFew']);
    expect(grade(12, 0)).toEqual(['directional', 'better']);
    expect(grade(30, 0)).toEqual(['full', 'better']);
    expect(grade(12, 600)).toEqual(['directional', 'worse']);
    expect(grade(12, 400)).toEqual(['directional', 'cannotTell']);
  });
});

/** A life whose end is not told. A notice up to the horizon stays what it was. */
function withoutEnd(one: LifeInput): LifeInput {
  if (one.noticeDay !== null && one.noticeDay <= last) return { ...one, endDay: one.endDay! + 7 };
  return { ...one, endDay: null, noticeDay: null };
}
