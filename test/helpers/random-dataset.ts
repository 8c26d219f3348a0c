import fc from 'fast-check';
import { periodEnd } from '../../shared/csv/calendar.ts';
import {
  buildAttributeHistory,
  buildEventSource,
  buildLives,
  buildRecordSource,
  buildSeries,
  emptyDataset,
  type LifeInput,
} from '../../shared/measures/build-dataset.ts';
import type { AsOfRows } from '../../shared/measures/compute-measure.ts';
import { type Dataset, type EventSource, NO_DAY } from '../../shared/measures/dataset.ts';
import type { Grain, MetricKind } from '../../shared/schemas/measure.ts';

/** Facts are drawn from this many days from FIRST_DAY on: half a year of months, weeks and two quarter ends. */
export const FIRST_DAY = 19000;
export const SPAN = 200;

export interface ValueFact {
  readonly account: number;
  readonly day: number;
  /** NaN = a blank cell. */
  readonly value: number;
  readonly knownOn: number;
}
export interface RecordFact {
  readonly account: number;
  readonly day: number;
  readonly closedDay: number;
  readonly kind: string;
  /** A cell of text: a number, a full-width one, a blank, or no number at all. */
  readonly rating: string;
  readonly knownOn: number;
}
/** What one user did on one day; no two with the same (account, day, user, event). */
export interface ActFact {
  readonly account: number;
  readonly day: number;
  /** −1 = nobody named. */
  readonly user: number;
  readonly event: number;
  readonly quantity: number;
  readonly knownOn: number;
}
/** An account's tier from a day on; '' = none. */
export interface TierFact {
  readonly account: number;
  readonly fromDay: number;
  readonly value: string;
}
export interface MetricFacts {
  readonly name: string;
  readonly kind: MetricKind;
  readonly grain: Grain;
  readonly lagDays: number;
  /** Sorted by (account, day), one per (account, day). */
  readonly rows: readonly ValueFact[];
}
/** What a workspace might hold, as plain rows: metrics of every grain and kind, tickets, acts of users, tiers, and lives. */
export interface Facts {
  readonly accounts: number;
  readonly metrics: readonly MetricFacts[];
  readonly tickets: readonly RecordFact[];
  readonly acts: readonly ActFact[];
  readonly tiers: readonly TierFact[];
  readonly lives: readonly LifeInput[];
}

const day = fc.integer({ min: FIRST_DAY, max: FIRST_DAY + SPAN });
const account = fc.integer({ min: 0, max: 3 });
/** Few distinct values, so that ties, zeros and blanks are common. */
const value = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 2, arbitrary: fc.integer({ min: -30, max: 300 }).map((tenths) => tenths / 10) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
/** Most values are known as soon as the lag is over; some only much later. */
const lateness = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 90 }) },
);

const metricFacts = fc
  .record({
    kind: fc.constantFrom<MetricKind>('flow', 'level'),
    grain: fc.constantFrom<Grain>('day', 'week', 'month', 'quarter'),
    lagDays: fc.constantFrom(0, 0, 3, 20),
    cells: fc.array(fc.record({ account, day, value, lateness }), { maxLength: 120, size: 'max' }),
  })
  .map(({ kind, grain, lagDays, cells }): Omit<MetricFacts, 'name'> => {
    const rows = cells.map((cell) => {
      const stored = periodEnd(cell.day, grain);
      const knownOn = stored + lagDays + cell.lateness;
      return { account: cell.account, day: stored, value: cell.value, knownOn };
    });
    return { kind, grain, lagDays, rows: sortByAccountAndDay(onePerDay(rows)) };
  });

/** Some tickets are in the file twice, alike to the letter. */
const isTwice = ({ openFor }: { readonly openFor: number | null }) => (openFor ?? 0) % 3 === 1;

const ticketFacts = fc
  .array(
    fc.record({
      account,
      day,
      openFor: fc.option(fc.integer({ min: 0, max: 60 })),
      kind: fc.constantFrom('bug', 'question', ''),
      lateness,
      rating: fc.constantFrom('0', '5', '6', '7', '8.5', '9', '１０', '', 'none', '11'),
    }),
    { maxLength: 40, size: 'max' },
  )
  .map((tickets) =>
    sortByAccountAndDay(
      tickets
        .flatMap((ticket) => (isTwice(ticket) ? [ticket, ticket] : [ticket]))
        .map((ticket) => ({
          account: ticket.account,
          day: ticket.day,
          closedDay: ticket.openFor === null ? NO_DAY : ticket.day + ticket.openFor,
          kind: ticket.kind,
          rating: ticket.rating,
          knownOn: ticket.day + ticket.lateness,
        })),
    ),
  );

export const eventNames = ['login', 'export', 'share'];

const actFacts = fc
  .array(
    fc.record({
      account,
      day,
      user: fc.integer({ min: -1, max: 3 }),
      event: fc.integer({ min: 0, max: 2 }),
      quantity: fc.integer({ min: 0, max: 3 }),
      late: fc.boolean(),
    }),
    { maxLength: 120, size: 'max' },
  )
  .map((acts) =>
    acts
      .map(({ late, ...act }) => ({ ...act, knownOn: act.day + (late && act.account === 0 ? 25 : 2) }))
      .sort((a, b) => a.account - b.account || a.day - b.day || a.user - b.user || a.event - b.event)
      .filter((act, i, all) => {
        const before = all[i - 1];
        return (
          before === undefined ||
          ['account', 'day', 'user', 'event'].some((key) => before[key as 'day'] !== act[key as 'day'])
        );
      }),
  );

const tierFacts = fc
  .array(fc.record({ account, fromDay: day, value: fc.constantFrom('1', '2', '1,000', '') }), {
    maxLength: 8,
  })
  .map((tiers) =>
    [...new Map(tiers.map((tier) => [`${tier.account} ${tier.fromDay}`, tier])).values()].sort(
      (a, b) => a.account - b.account || a.fromDay - b.fromDay,
    ),
  );

/** One or two lives per account: start, how long it lasts (null = not ended), and whether notice is given before. */
const lifeFacts = fc
  .array(
    fc.record({
      startDay: fc.integer({ min: FIRST_DAY - 20, max: FIRST_DAY + 100 }),
      length: fc.option(fc.integer({ min: 1, max: 160 })),
      noticeBefore: fc.option(fc.integer({ min: 0, max: 40 })),
      pause: fc.integer({ min: 0, max: 60 }),
      returns: fc.boolean(),
    }),
    { minLength: 4, maxLength: 4 },
  )
  .map((drawn) => drawn.flatMap((life, index) => livesOf(life, index)));

/** Facts of four accounts over half a year, with gaps, ties, blanks, late values and returns. */
export const facts: fc.Arbitrary<Facts> = fc
  .record({
    metrics: fc.array(metricFacts, { minLength: 1, maxLength: 2 }),
    tickets: ticketFacts,
    acts: actFacts,
    tiers: tierFacts,
    lives: lifeFacts,
  })
  .map(({ metrics, tickets, acts, tiers, lives }) => ({
    accounts: 4,
    metrics: metrics.map((metric, m) => ({ name: `m${m}`, ...metric })),
    tickets,
    acts,
    tiers,
    lives,
  }));

export const asOfDay = fc.integer({ min: FIRST_DAY - 10, max: FIRST_DAY + SPAN + 40 });

/** The facts a person could have known on a day: later rows, and what a life's end became later, left out. */
export function knownBy(all: Facts, asOf: number): Facts {
  return {
    accounts: all.accounts,
    metrics: all.metrics.map((metric) => ({
      ...metric,
      rows: metric.rows.filter((row) => row.knownOn <= asOf),
    })),
    tickets: all.tickets
      .filter((ticket) => ticket.day <= asOf && ticket.knownOn <= asOf)
      .map((ticket) => ({ ...ticket, closedDay: ticket.closedDay <= asOf ? ticket.closedDay : NO_DAY })),
    acts: all.acts.filter((act) => act.knownOn <= asOf),
    tiers: all.tiers.filter((tier) => tier.fromDay <= asOf),
    lives: all.lives
      .filter((life) => life.startDay <= asOf)
      .map((life) => ({
        ...life,
        noticeDay: life.noticeDay !== null && life.noticeDay <= asOf ? life.noticeDay : null,
        endDay: life.endDay !== null && life.endDay <= asOf ? life.endDay : null,
      })),
  };
}

/** Facts in the columns the engine works on. */
export function toDataset(all: Facts): Dataset {
  const { tickets } = all;
  return {
    ...emptyDataset(Array.from({ length: all.accounts }, (_, a) => `a${a}`)),
    accountNames: Array.from({ length: all.accounts }, (_, a) => `Account ${a}`),
    lives: buildLives({
      lives: all.lives,
      churns: [],
      reactivations: [],
      firstSeen: new Int32Array(all.accounts).fill(NO_DAY),
    }),
    metrics: new Map(
      all.metrics.map((metric) => [
        metric.name,
        buildSeries(
          {
            name: metric.name,
            kind: metric.kind,
            grain: metric.grain,
            lagDays: metric.lagDays,
            account: Int32Array.from(metric.rows, (row) => row.account),
            day: Int32Array.from(metric.rows, (row) => row.day),
            value: Float64Array.from(metric.rows, (row) => row.value),
            knownOn: Int32Array.from(metric.rows, (row) => row.knownOn),
          },
          all.accounts,
        ),
      ]),
    ),
    records: new Map([
      [
        'tickets',
        buildRecordSource(
          {
            name: 'tickets',
            account: Int32Array.from(tickets, (ticket) => ticket.account),
            day: Int32Array.from(tickets, (ticket) => ticket.day),
            closedDay: Int32Array.from(tickets, (ticket) => ticket.closedDay),
            hasClosedDay: true,
            knownOn: Int32Array.from(tickets, (ticket) => ticket.knownOn),
            columns: new Map([
              ['kind', tickets.map((ticket) => ticket.kind)],
              ['rating', tickets.map((ticket) => ticket.rating)],
            ]),
          },
          all.accounts,
        ),
      ],
    ]),
    events: new Map([['app', toEvents(all)]]),
    attributeHistory: new Map([['tier', buildAttributeHistory(all.tiers, ['7', undefined, '8', '9'])]]),
    attributes: new Map([
      ['tier', ['7', undefined, '8', '9']],
      ['seats', ['10', '1,200', '', 'many']],
      ['plan', ['pro', 'pro', undefined, 'pro']],
    ]),
  };
}

function toEvents({ acts, accounts }: Facts): EventSource {
  return buildEventSource(
    {
      ...{ name: 'app', lagDays: 2, eventNames },
      account: Int32Array.from(acts, (act) => act.account),
      day: Int32Array.from(acts, (act) => act.day),
      user: Int32Array.from(acts, (act) => act.user),
      event: Int32Array.from(acts, (act) => act.event),
      quantity: Float64Array.from(acts, (act) => act.quantity),
      knownOn: Int32Array.from(acts, (act) => act.knownOn),
    },
    accounts,
  );
}

/** One as-of row per life that covers the day, as a back-test makes them. */
export function rowsAsOf(all: Facts, asOf: number): AsOfRows {
  const covering = all.lives.filter(
    (life) => life.startDay <= asOf && (life.endDay === null || life.endDay > asOf),
  );
  const isFirst = (life: LifeInput) =>
    all.lives.every((other) => other.account !== life.account || other.startDay >= life.startDay);
  return {
    account: Int32Array.from(covering, (life) => life.account),
    lifeStart: Int32Array.from(covering, (life) => life.startDay),
    recordsFrom: Int32Array.from(covering, (life) => (isFirst(life) ? -NO_DAY : life.startDay)),
    asOf: Int32Array.from(covering, () => asOf),
  };
}

function livesOf(
  life: {
    startDay: number;
    length: number | null;
    noticeBefore: number | null;
    pause: number;
    returns: boolean;
  },
  index: number,
): LifeInput[] {
  const endDay = life.length === null ? null : life.startDay + life.length;
  const noticeDay =
    endDay === null || life.noticeBefore === null
      ? null
      : Math.max(life.startDay, endDay - life.noticeBefore);
  const first = { account: index, startDay: life.startDay, noticeDay, endDay, assumedStart: false };
  if (endDay === null || !life.returns) return [first];
  const back = { startDay: endDay + life.pause, noticeDay: null, endDay: null };
  return [first, { account: index, ...back, assumedStart: false }];
}

function onePerDay(rows: readonly ValueFact[]): ValueFact[] {
  return [...new Map(rows.map((row) => [`${row.account} ${row.day}`, row])).values()];
}

function sortByAccountAndDay<Row extends { readonly account: number; readonly day: number }>(
  rows: readonly Row[],
): Row[] {
  return [...rows].sort((a, b) => a.account - b.account || a.day - b.day);
}
