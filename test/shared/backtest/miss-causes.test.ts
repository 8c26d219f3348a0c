import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBadBelow, type MeasureColumn, NEVER_BAD } from '../../../shared/backtest/bad-measures.ts';
import { judgedRows } from '../../../shared/backtest/lab-input.ts';
import { computeMissCauses, type MissInput } from '../../../shared/backtest/miss-causes.ts';
import { evaluateWindow } from '../../../shared/backtest/window-figures.ts';
import { type MissCause, missCauses, missFiguresSchema } from '../../../shared/schemas/lab-autopsy.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { scorecardOf } from '../scoring/random-scorecard.ts';
import { type Lab, lab, randomLab, type ScoreRule, traffic } from './lab-panel.ts';
import { life } from './random-panel.ts';

const OUTCOME = 430;
const settings = {
  schedule: { type: 'typed' as const, days: [200, 370] },
  gapDays: 10,
  horizonDays: 60,
  knownThrough: 1000,
  testFrom: 370,
};
const card = scorecardOf([group('logins', 50), group('tickets', 50)], 0);

/** The churner under test is account 0; accounts 1–20 stay, and measure by measure hold 1 … 20. */
function diagnose(
  score: ScoreRule,
  value: (measure: 'logins' | 'tickets' | 'visits') => number,
  outcomeDay = OUTCOME,
) {
  const lives = Array.from({ length: 21 }, (_, account) =>
    life({ account, endDay: account === 0 ? outcomeDay : null }),
  );
  const made = lab(lives, (account, t) => (account === 0 ? score(0, t) : 800), settings);
  const { panel } = made.input;
  const column = (
    id: 'logins' | 'tickets' | 'visits',
    direction: MeasureColumn['direction'],
  ): MeasureColumn => ({
    id,
    direction,
    values: Float64Array.from(panel.account, (account, r) =>
      account === 0 && panel.asOf[r] === 370 ? value(id) : account,
    ),
  });
  const measures = [column('logins', 'higher'), column('tickets', 'lower'), column('visits', 'higher')];
  return computeMissCauses(made.lives, { ...made.input, scorecard: card, measures, weekly: made.weekly });
}
const healthy = (measure: string) => (measure === 'tickets' ? 3.5 : 19.5);
const fine: ScoreRule = () => 900;

describe('the cause of a miss', () => {
  it('is "no decision date" where no date could have seen it in time', () => {
    // 380 = 370 + gap: too late to act on the only test date, and outside the population; 381 … 440 is inside.
    const [churner] = diagnose(fine, healthy, 440).churners;
    expect(churner!.cause).toBe('noSign');
    const young = lab([life({ startDay: 371, endDay: OUTCOME })], fine, settings);
    const figures = computeMissCauses(young.lives, {
      ...young.input,
      scorecard: card,
      measures: [],
      weekly: young.weekly,
    });
    expect(figures.churners).toMatchObject([{ cause: 'noDecisionDate', decisionDay: null, blind: null }]);
    expect(figures.caught).toMatchObject({ count: 0, total: 0, rate: null });
  });

  it('tells of an alarm that had ended by the decision date, which is no cause of its own', () => {
    const dates = { ...settings, schedule: { type: 'typed' as const, days: [200, 340, 370] }, testFrom: 340 };
    const ask = (score: ScoreRule) => {
      const made = lab([life({ endDay: OUTCOME }), life({ account: 1 })], score, dates);
      const values = Float64Array.from(made.input.panel.account, () => 7);
      const measures = (['logins', 'tickets'] as const).map((id) => ({
        id,
        direction: 'higher' as const,
        values,
      }));
      const input = { ...made.input, scorecard: card, measures, weekly: made.weekly };
      return computeMissCauses(made.lives, input).churners;
    };
    const redUntil =
      (last: number, again = Number.POSITIVE_INFINITY): ScoreRule =>
      (account, t) =>
        account === 0 && (t <= last || t >= again) ? 399 : 900;
    expect(ask(redUntil(340))).toMatchObject([{ cause: 'noSign', earlierAlarmDay: 340, alarmDay: null }]);
    expect(ask(redUntil(340, 390))).toMatchObject([{ cause: 'tooLate', earlierAlarmDay: 340 }]);
    expect(ask(redUntil(370))).toMatchObject([{ cause: 'caught', earlierAlarmDay: 340 }]);
    expect(ask(redUntil(210))).toMatchObject([{ cause: 'noSign', earlierAlarmDay: null }]);
  });

  it.each<[MissCause, ScoreRule, (measure: string) => number]>([
    ['caught', () => 399, healthy],
    ['data', () => -1, healthy],
    ['data', fine, (measure) => (measure === 'logins' ? Number.NaN : 3.5)],
    ['tooLate', (_, t) => (t > 370 && t < OUTCOME && t >= 396 ? 399 : 900), healthy],
    ['nearMiss', () => 500, healthy],
    ['outweighed', () => 501, (measure) => (measure === 'logins' ? 0 : healthy(measure))],
    ['noSign', () => 501, healthy],
    ['noSign', () => 900, (measure) => (measure === 'visits' ? 0 : healthy(measure))],
  ])('is %s', (cause, score, value) => {
    const figures = diagnose(score, value);
    expect(figures.churners.map((churner) => churner.cause)).toEqual([cause]);
    expect(figures.causes.map(({ count }) => count)).toEqual(
      missCauses.map((each) => Number(each === cause)),
    );
  });

  it('is caught before data, and data before everything after it', () => {
    expect(
      diagnose(
        () => 100,
        () => Number.NaN,
      ).churners[0]!.cause,
    ).toBe('caught');
    expect(
      diagnose(
        (_, t) => (t === 396 ? 0 : 450),
        () => Number.NaN,
      ).churners[0]!.cause,
    ).toBe('data');
  });

  it('sees an alarm only strictly between decision date and outcome', () => {
    const redOn =
      (day: number): ScoreRule =>
      (_, t) =>
        t === day ? 0 : 900;
    // 375 is the first Monday after 370; 424 the last before 430
    expect(diagnose(redOn(375), healthy).churners[0]).toMatchObject({ cause: 'tooLate', alarmDay: 375 });
    expect(diagnose(redOn(424), healthy).churners[0]!.cause).toBe('tooLate');
    expect(diagnose(redOn(368), healthy).churners[0]!.cause).toBe('noSign');
    expect(diagnose(redOn(431), healthy).churners[0]!.cause).toBe('noSign');
  });

  it('names the bad measures, and the blind spot looks at all of the workspace', () => {
    const outweighed = diagnose(
      () => 900,
      (measure) => (measure === 'tickets' ? 30 : healthy(measure)),
    );
    expect(outweighed.churners[0]).toMatchObject({ badMeasures: ['tickets'], blind: false });
    expect(diagnose(fine, healthy).churners[0]!.blind).toBe(true);
    const elsewhere = diagnose(fine, (measure) => (measure === 'visits' ? 0 : healthy(measure)));
    expect(elsewhere.churners[0]).toMatchObject({ cause: 'noSign', badMeasures: [], blind: false });
    expect(elsewhere.blindSpot).toMatchObject({ count: 0, total: 1 });
  });

  it('leaves out what lies on the open end of the population and keeps the closed one', () => {
    expect(diagnose(fine, healthy, 380).churners).toHaveLength(0);
    expect(diagnose(fine, healthy, 381).churners).toHaveLength(1);
    expect(diagnose(fine, healthy, 440).churners).toHaveLength(1);
    expect(diagnose(fine, healthy, 441).churners).toHaveLength(0);
  });
});

describe('the bound of "bad"', () => {
  it('lets exactly a quarter of the kept design rows be bad, not more', () => {
    const panel = { label: new Uint8Array(4), snapshot: new Uint16Array(4) };
    const choose = (...lowest: number[]) => chooseBadBelow(panel, Uint16Array.from(lowest), () => true);
    expect(choose(100, 300, 500, NEVER_BAD)).toBe(299);
    expect(choose(100, 100, 500, NEVER_BAD)).toBe(99);
    expect(choose(100, NEVER_BAD, NEVER_BAD, NEVER_BAD)).toBe(1000);
    expect(choose(NEVER_BAD, NEVER_BAD, NEVER_BAD, NEVER_BAD)).toBeNull();
  });
});

describe('red-but-kept accounts', () => {
  it('are kept accounts with an alarm row, those with most alarms first', () => {
    const lives = Array.from({ length: 4 }, (_, account) =>
      life({ account, endDay: account === 3 ? 390 : null }),
    );
    const made = lab(
      lives,
      (account, t) => (account === 0 && t === 370 ? 900 : [100, 200, 900, 100][account]!),
      {
        ...settings,
        schedule: { type: 'typed', days: [340, 370] },
        testFrom: 340,
      },
    );
    const { redButKept } = computeMissCauses(made.lives, {
      ...made.input,
      scorecard: card,
      measures: [],
      weekly: made.weekly,
    });
    expect(redButKept.map(({ account, alarmRows, asOf }) => [account, alarmRows, asOf])).toEqual([
      [1, 2, 370],
      [0, 1, 340],
    ]);
  });
});

describe('the autopsy', () => {
  it('partitions the churners, and "caught" is the catch rate', () => {
    checkAll((input, made) => {
      const figures = computeMissCauses(made.lives, input);
      expect(missFiguresSchema.safeParse(figures).error).toBeUndefined();
      expect(figures.causes.reduce((sum, { count }) => sum + count, 0)).toBe(figures.churners.length);
      const window = evaluateWindow(input.panel, judgedRows(input).row, input.scores, {
        bands: traffic,
        overlap: 1,
        capacityPerAsOf: 1,
      }).figures;
      expect(figures.caught).toMatchObject({ count: window.caught, total: window.churners });
      expect(figures.redButKept).toHaveLength(window.keptEverAlarm);
    });
  });

  it('equals its twin over plain rows', () => {
    const seen = new Map<string, number>();
    checkAll((input, made) => {
      const figures = computeMissCauses(made.lives, input);
      const slow = slowAutopsy(input, made);
      expect(figures.badBelow).toEqual({ scorecard: slow.qCard, workspace: slow.qAll });
      expect(
        figures.churners.map(({ life: l, cause, badMeasures, blind }) => ({
          life: l,
          cause,
          badMeasures,
          blind,
        })),
      ).toEqual(slow.churners);
      expect([figures.keptWithoutSign.count, figures.keptWithoutSign.total]).toEqual(slow.kept);
      for (const { cause } of slow.churners) seen.set(cause, (seen.get(cause) ?? 0) + 1);
    });
    expect([...seen.keys()].sort()).toEqual([...missCauses].sort());
  });
});

function checkAll(check: (input: MissInput, made: Lab) => void): void {
  fc.assert(
    fc.property(randomLab(30), fc.integer({ min: 0, max: 2 ** 30 }), (made, seed) => {
      const random = createRandom(seed);
      const values = () =>
        Float64Array.from(made.input.panel.account, () =>
          random.integer(6) === 0 ? Number.NaN : random.integer(40),
        );
      const measures: MeasureColumn[] = [
        { id: 'logins', direction: 'higher', values: values() },
        { id: 'tickets', direction: 'lower', values: values() },
        { id: 'visits', direction: 'higher', values: values() },
      ];
      check({ ...made.input, scorecard: card, measures, weekly: made.weekly }, made);
    }),
    { numRuns: 60, seed: 6 },
  );
}

/** Everything by the words of the specification, over all rows again and again. */
function slowAutopsy({ panel, scores, windows, settings: s, measures, weekly }: MissInput, { lives }: Lab) {
  const rows = Array.from(panel.account, (_, r) => r);
  const hasSplit = !windows.includes('all');
  const design = rows.filter(
    (r) => windows[panel.snapshot[r]!] === (hasSplit ? 'design' : 'all') && panel.label[r] === 0,
  );
  const judged = hasSplit ? 'test' : 'all';
  const test = rows.filter((r) => windows[panel.snapshot[r]!] === judged && panel.label[r]! <= 1);
  const ranks = new Map(measures.map((measure) => [measure.id, rows.map((r) => percentile(measure, r))]));
  function percentile({ values, direction }: MeasureColumn, r: number): number {
    const risk = (other: number) => (direction === 'higher' ? values[other]! : -values[other]!);
    const peers = rows.filter(
      (other) => panel.asOf[other] === panel.asOf[r] && !Number.isNaN(values[other]!),
    );
    const below = peers.filter((other) => risk(other) < risk(r)).length;
    const equal = peers.filter((other) => risk(other) === risk(r)).length;
    return Number.isNaN(values[r]!) ? Number.NaN : (1000 * (below + equal / 2)) / peers.length;
  }
  const lowest = (ids: readonly string[], r: number) =>
    Math.min(
      ...ids.map((id) => ranks.get(id)![r]!).filter((rank) => !Number.isNaN(rank)),
      Number.POSITIVE_INFINITY,
    );
  const chooseQ = (ids: readonly string[]) => {
    if (!design.some((r) => lowest(ids, r) < Number.POSITIVE_INFINITY)) return null;
    for (let q = 1000; q > 0; q--) {
      if (design.filter((r) => lowest(ids, r) <= q + 1e-9).length * 4 <= design.length) return q / 1000;
    }
    return 0;
  };
  const all = measures.map(({ id }) => id);
  const used = all.slice(0, 2);
  const [qCard, qAll] = [chooseQ(used), chooseQ(all)];
  const badAt = (id: string, r: number, q: number | null) => ranks.get(id)![r]! <= 1000 * (q ?? 0) + 1e-9;
  const blindAt = (r: number) => !all.some((id) => badAt(id, r, qAll));
  const dates = Array.from(panel.asOfDays).filter((_, i) => windows[i] === judged);
  const outcomeOf = (l: number) => {
    const day =
      s.outcomeDate === 'effective' ? lives.endDay[l]! : Math.min(lives.endDay[l]!, lives.noticeDay[l]!);
    return day <= s.knownThrough ? day : Number.POSITIVE_INFINITY;
  };
  const churners = Array.from(lives.account.keys())
    .filter(
      (l) =>
        outcomeOf(l) > dates[0]! + s.gapDays && outcomeOf(l) <= dates.at(-1)! + s.gapDays + s.horizonDays,
    )
    .map((l) => {
      const row = test.filter((r) => panel.life[r] === l && panel.label[r] === 1).at(-1);
      if (row === undefined) return { life: l, cause: 'noDecisionDate', badMeasures: [], blind: null };
      const badMeasures = used.filter((id) => badAt(id, row, qCard));
      const late = Array.from(weekly.asOf.keys()).some(
        (w) =>
          weekly.life[w] === l &&
          weekly.asOf[w]! > panel.asOf[row]! &&
          weekly.asOf[w]! < outcomeOf(l) &&
          weekly.scores[w]! >= 0 &&
          weekly.scores[w]! < 400,
      );
      const score = scores[row]!;
      const missing = used.filter((id) => Number.isNaN(ranks.get(id)![row]!)).length;
      let cause = 'noSign';
      if (badMeasures.length > 0) cause = 'outweighed';
      if (score <= 500) cause = 'nearMiss';
      if (late) cause = 'tooLate';
      if (score < 0 || missing >= 1) cause = 'data';
      if (score >= 0 && score < 400) cause = 'caught';
      return { life: l, cause, badMeasures, blind: blindAt(row) };
    });
  const kept = test.filter((r) => panel.label[r] === 0);
  return { qCard, qAll, churners, kept: [kept.filter(blindAt).length, kept.length] };
}

function group(measureId: string, weight: number): Scorecard['groups'][number] {
  return {
    id: measureId,
    name: measureId,
    weight,
    combine: 'mean',
    measures: [
      { measureId, weight: 1, scale: { type: 'linear', worst: 0, best: 10 }, missing: { type: 'exclude' } },
    ],
  };
}
