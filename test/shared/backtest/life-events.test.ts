import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildPanel,
  KEPT,
  OUTSIDE,
  PENDING,
  POSITIVE,
  TOO_LATE,
} from '../../../shared/backtest/build-panel.ts';
import { renewalDays } from '../../../shared/backtest/renewal-days.ts';
import { buildAttributeHistory, buildOutcomes } from '../../../shared/measures/build-dataset.ts';
import { NO_DAY } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { OutcomeKind } from '../../../shared/schemas/outcome-kinds.ts';
import { life, lifeTable, plainSettings, randomLives } from './random-panel.ts';

interface Dated {
  readonly account: number;
  readonly day: number;
  readonly kind: OutcomeKind;
  readonly noticeDay: number | null;
  readonly voluntary: boolean | null;
  readonly amount: number | null;
}

const dated = (day: number, part: Partial<Dated> = {}): Dated => ({
  account: 0,
  day,
  kind: 'expansion',
  noticeDay: null,
  voluntary: null,
  amount: null,
  ...part,
});
const expansion: Partial<BacktestSettings> = { outcome: 'expansion', gapDays: 30, horizonDays: 60 };

describe('an outcome that may repeat, as of day 100, gap 30, horizon 60', () => {
  it.each<[string, Dated[], number | null, number]>([
    ['never', [], null, KEPT],
    ['before the date', [dated(90)], null, KEPT],
    ['on as-of + gap', [dated(130)], null, TOO_LATE],
    ['the next day', [dated(131)], null, POSITIVE],
    ['on the last day of the horizon', [dated(190)], null, POSITIVE],
    ['the day after', [dated(191)], null, KEPT],
    ['twice, the first too early to act on', [dated(110), dated(150)], null, TOO_LATE],
    ['before and again', [dated(90), dated(150)], null, POSITIVE],
    ['and churn first, inside the gap', [dated(150)], 120, TOO_LATE],
    ['and churn later', [dated(150)], 160, POSITIVE],
    ['never, but churn in the horizon', [], 160, KEPT],
  ])('%s', (_, outcomes, endDay, label) => {
    expect(labelsOf([life({ endDay })], outcomes, expansion)).toEqual([label]);
  });

  it('counts an account that churned instead, among the kept', () => {
    const panel = build([life({ endDay: 160 })], [], expansion);
    expect([Array.from(panel.label), Array.from(panel.churnedInstead)]).toEqual([[KEPT], [1]]);
    expect(Array.from(build([life({ endDay: 191 })], [], expansion).churnedInstead)).toEqual([0]);
  });

  it('goes by its own notice, and leaves out what was announced', () => {
    const announced = [dated(150, { noticeDay: 140 })];
    expect(Array.from(build([life()], announced, expansion).outcomeDay)).toEqual([140]);
    const effective = { ...expansion, outcomeDate: 'effective' as const };
    expect(Array.from(build([life()], announced, effective).outcomeDay)).toEqual([150]);
    const known = build([life()], [dated(150, { noticeDay: 100 })], effective);
    expect([known.label.length, Array.from(known.alreadyGaveNotice)]).toEqual([0, [1]]);
  });

  it('belongs to the life it falls in', () => {
    const lives = [life({ endDay: 120 }), life({ startDay: 140 })];
    const days = { ...expansion, gapDays: 0, schedule: { type: 'typed' as const, days: [100, 140] } };
    expect(labelsOf(lives, [dated(150)], days)).toEqual([KEPT, POSITIVE]);
  });
});

describe('voluntary churn only', () => {
  const only: Partial<BacktestSettings> = { voluntaryOnly: true, gapDays: 30, horizonDays: 60 };
  const churn = (voluntary: boolean | null) => [dated(150, { kind: 'churn', voluntary })];

  it('counts churn that is not said to be involuntary', () => {
    expect(labelsOf([life({ endDay: 150 })], churn(null), only)).toEqual([POSITIVE]);
    expect(labelsOf([life({ endDay: 150 })], churn(true), only)).toEqual([POSITIVE]);
    expect(labelsOf([life({ endDay: 150 })], [], only)).toEqual([POSITIVE]);
  });

  it('takes involuntary churn for another outcome', () => {
    const panel = build([life({ endDay: 150 })], churn(false), only);
    expect(Array.from(panel.label)).toEqual([KEPT]);
    expect(Array.from(panel.churnedInstead)).toEqual([1]);
    expect(
      labelsOf([life({ endDay: 120 })], [dated(120, { kind: 'churn', voluntary: false })], only),
    ).toEqual([TOO_LATE]);
  });
});

describe('a segment', () => {
  it('keeps the others for their peers, and counts them nowhere', () => {
    const settings = {
      ...plainSettings,
      segment: {
        name: 'large',
        conditions: [
          { type: 'attribute' as const, attribute: 'size', operator: 'isOneOf' as const, values: ['L'] },
        ],
      },
    };
    const lives = lifeTable(
      [life({ noticeDay: 90, endDay: 120 }), life({ account: 1 }), life({ account: 2, endDay: 110 })],
      3,
    );
    const panel = buildPanel(lives, settings, { attributes: new Map([['size', ['S', 'L', 'S']]]) });
    expect(Array.from(panel.account)).toEqual([1, 2]);
    expect(Array.from(panel.label)).toEqual([KEPT, OUTSIDE]);
    expect(Array.from(panel.alreadyGaveNotice)).toEqual([0]);
  });
});

describe('a segment by a dated attribute', () => {
  it('holds an account from the day on which it meets the conditions', () => {
    const attributeHistory = new Map([
      ['size', buildAttributeHistory([{ account: 0, fromDay: 100, value: 'L' }], [undefined])],
    ]);
    const conditions = [
      { type: 'attribute' as const, attribute: 'size', operator: 'isOneOf' as const, values: ['L'] },
    ];
    const schedule = { type: 'typed' as const, days: [99, 100] };
    const settings = { ...plainSettings, schedule, segment: { name: 'large', conditions } };
    const panel = buildPanel(lifeTable([life()]), settings, { attributes: new Map(), attributeHistory });
    expect(Array.from(panel.label)).toEqual([OUTSIDE, KEPT]);
  });
});

describe('as-of dates before each renewal', () => {
  const schedule = { type: 'renewal' as const, daysBefore: 30, firstDay: 100, lastDay: 220 };
  const attributes = new Map([
    ['renews', ['1970-08-29', '1970-09-08']],
    ['months', ['3', undefined]],
  ]);
  const contract = new Map([
    ['renewalOn', 'renews'],
    ['termMonths', 'months'],
  ] as const);
  const lives = lifeTable([life(), life({ account: 1, endDay: 249 })], 2);
  const at = { ...plainSettings, knownThrough: 245, schedule };
  const panel = buildPanel(lives, at, { attributes, contract });

  it('are each account’s own, counted by calendar month', () => {
    // The first renews on 29 May (148) and 29 August (240), the second on 8 September (250).
    expect(Array.from(panel.asOf)).toEqual([118, 210, 220]);
    expect(Array.from(panel.snapshot, (s) => panel.asOfDays[s])).toEqual([119, 211, 242]);
    expect(Array.from(panel.snapshot, (s) => panel.startDays[s])).toEqual([90, 181, 212]);
  });

  it('are pending one by one', () => {
    expect(Array.from(panel.label)).toEqual([KEPT, KEPT, PENDING]);
  });

  it('are none where the contract says nothing', () => {
    expect(buildPanel(lives, at).label).toHaveLength(0);
    expect(buildPanel(lives, at, { attributes, contract: new Map() }).label).toHaveLength(0);
  });

  it('follow a renewal date that a later import told from that day on', () => {
    const told = [{ account: 0, fromDay: 150, value: '1970-09-13' }];
    const attributeHistory = new Map([['renews', buildAttributeHistory(told, ['1970-08-29', '1970-09-08'])]]);
    const moved = buildPanel(lives, at, { attributes, attributeHistory, contract });
    // 13 September is day 255, a term before it 13 June (163): its date, 133, was not yet known as such.
    expect(Array.from(moved.asOf)).toEqual([118, 220]);
    const late = buildPanel(
      lives,
      { ...at, schedule: { ...schedule, lastDay: 230 } },
      {
        attributes,
        attributeHistory,
        contract,
      },
    );
    expect(Array.from(late.asOf)).toEqual([118, 225, 220]);
  });

  it('come every term from the start where only the term is known', () => {
    const contractOf = { attributes, contract: new Map([['termMonths', 'months']] as const) };
    const termOnly = { ...contractOf, attributeHistory: new Map() };
    // 1 April (90) is before the first day; 1 July, 1 October.
    expect(renewalDays(lives, termOnly, { account: 0, asOf: 0, until: 280 })).toEqual([90, 181, 273]);
    expect(renewalDays(lives, termOnly, { account: 1, asOf: 0, until: 280 })).toEqual([]);
  });
});

describe('the labels of any outcome', () => {
  const drawn = fc.record({
    lives: randomLives(6),
    outcomes: fc.array(
      fc.record({
        account: fc.nat({ max: 5 }),
        day: fc.integer({ min: 20, max: 420 }),
        kind: fc.constantFrom<OutcomeKind>('churn', 'contraction', 'expansion', 'renewal'),
        noticeBefore: fc.option(fc.nat({ max: 60 })),
        voluntary: fc.constantFrom(null, true, false),
      }),
      { maxLength: 25 },
    ),
    outcome: fc.constantFrom('churn' as const, 'contraction' as const, 'expansion' as const),
    voluntaryOnly: fc.boolean(),
    outcomeDate: fc.constantFrom('noticeOrEffective' as const, 'effective' as const),
    gapDays: fc.constantFrom(0, 20),
    knownThrough: fc.integer({ min: 200, max: 450 }),
  });

  it('equal those of plain rows', () => {
    fc.assert(
      fc.property(drawn, ({ lives, outcomes, ...part }) => {
        const settings = settingsOf(part);
        const rows = toRows(outcomes);
        const panel = build(lives, rows, settings);
        const twin = Array.from(panel.label, (_, r) =>
          slowLabel(lives, rows, settings, { account: panel.account[r]!, asOf: panel.asOf[r]! }),
        );
        expect(Array.from(panel.label)).toEqual(twin);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('do not change by an outcome after known-through', () => {
    fc.assert(
      fc.property(drawn, fc.nat({ max: 5 }), ({ lives, outcomes, ...part }, account) => {
        const settings = settingsOf(part);
        const rows = toRows(outcomes);
        const later = [...rows, dated(settings.knownThrough + 1, { account, kind: settings.outcome! })];
        expect(Array.from(build(lives, later, settings).label)).toEqual(
          Array.from(build(lives, rows, settings).label),
        );
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

type Part = Partial<BacktestSettings>;

function settingsOf(part: Part): BacktestSettings {
  const days = Array.from({ length: 10 }, (_, i) => 60 + i * 25);
  return { ...plainSettings, ...part, horizonDays: 50, schedule: { type: 'typed', days } };
}

function toRows(
  outcomes: readonly (Pick<Dated, 'account' | 'day' | 'kind' | 'voluntary'> & {
    noticeBefore: number | null;
  })[],
): Dated[] {
  return outcomes.map(({ noticeBefore, ...row }) => ({
    ...row,
    amount: null,
    noticeDay: noticeBefore === null ? null : row.day - noticeBefore,
  }));
}

function build(lives: readonly ReturnType<typeof life>[], outcomes: readonly Dated[], part: Part) {
  const accounts = lives.reduce((most, { account }) => Math.max(most, account + 1), 1);
  const sorted = outcomes
    .filter(({ account }) => account < accounts)
    .toSorted((a, b) => a.account - b.account || a.day - b.day);
  return buildPanel(
    lifeTable(lives, accounts),
    { ...plainSettings, ...part },
    { outcomes: buildOutcomes(sorted, accounts) },
  );
}

function labelsOf(
  lives: readonly ReturnType<typeof life>[],
  outcomes: readonly Dated[],
  part: Part,
): number[] {
  return Array.from(build(lives, outcomes, part).label);
}

/** The label by the words of the rules, from the rows as they are. */
function slowLabel(
  lives: readonly ReturnType<typeof life>[],
  outcomes: readonly Dated[],
  settings: BacktestSettings,
  { account, asOf }: { readonly account: number; readonly asOf: number },
): number {
  const { gapDays, horizonDays, knownThrough } = settings;
  const until = asOf + gapDays + horizonDays;
  if (until > knownThrough) return PENDING;
  const one = lives.findLast(
    (l) => l.account === account && l.startDay <= asOf && (l.endDay ?? NO_DAY) > asOf,
  )!;
  const dateOf = (day: number, notice: number | null) =>
    settings.outcomeDate === 'effective' ? day : Math.min(day, notice ?? NO_DAY);
  const churnDay = dateOf(one.endDay ?? NO_DAY, one.noticeDay);
  const saysInvoluntary =
    outcomes.filter((o) => o.account === account && o.kind === 'churn' && o.day === one.endDay)[0]
      ?.voluntary === false;
  const isChurn = settings.outcome === 'churn';
  const counts = isChurn && !(settings.voluntaryOnly && saysInvoluntary);
  const sought = isChurn
    ? counts
      ? [churnDay]
      : []
    : outcomes
        .filter((o) => o.account === account && o.kind === settings.outcome)
        .filter((o) => o.day > one.startDay && o.day <= (one.endDay ?? NO_DAY))
        .map((o) => dateOf(o.day, o.noticeDay));
  const known = (day: number) => day > asOf && day <= knownThrough;
  const next = Math.min(...sought.filter(known), NO_DAY);
  const stop = !counts && churnDay <= knownThrough ? churnDay : NO_DAY;
  const first = Math.min(next, stop);
  if (first <= asOf + gapDays) return TOO_LATE;
  if (next <= until && next <= stop) return POSITIVE;
  return KEPT;
}
