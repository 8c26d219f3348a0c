import type { LifecycleState, Review, SealHead } from '../../../shared/schemas/lifecycle.ts';

export const lanes = ['versions', 'freezes', 'seals', 'reviews'] as const;
export type Lane = (typeof lanes)[number];

/** A mark on the line: a day, or a span of days; `row` keeps marks and their words from lying on each other. */
export interface TimelineMark {
  readonly lane: Lane;
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly text: string;
  /** Words stand before the mark, where there is no room behind it. */
  readonly isBefore: boolean;
  /** How it is drawn: filled = it has happened, hollow = it is to come or was cut short. */
  readonly isHollow: boolean;
}

export interface TimelineEvent {
  readonly day: number;
  readonly text: string;
}

export interface TimelineWords {
  readonly day: (day: number) => string;
  readonly seal: (state: SealHead['state']) => string;
  readonly decision: (decision: Review['decision']) => string;
  readonly due: string;
  readonly event: (
    name:
      | 'version'
      | 'freeze'
      | 'freezeEnd'
      | 'freezeOver'
      | 'reviewDue'
      | 'review'
      | 'sealAsOf'
      | 'sealed'
      | 'sealTo'
      | 'graded',
    values: Readonly<Record<string, string | number>>,
  ) => string;
}

export interface TimelineView {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly day: number; readonly label: string }[];
  readonly marks: readonly TimelineMark[];
  /** How many rows each lane needs. */
  readonly rows: Readonly<Record<Lane, number>>;
  /** The same facts in order of day, for the table. */
  readonly events: readonly TimelineEvent[];
}

type Plain = Omit<TimelineMark, 'row' | 'isBefore'>;
const msPerDay = 86_400_000;

/** Day of an instant in universal time. */
const dayOf = (instant: string) => Math.floor(Date.parse(instant) / msPerDay);

/** Versions, freezes, seals and reviews along one line of days, with room for today and known-through. Null = empty. */
export function buildTimeline(state: LifecycleState, words: TimelineWords): TimelineView | null {
  if (state.versions.length === 0 && state.seals.length === 0) return null;
  const plain = [
    ...versionMarks(state),
    ...freezeMarks(state),
    ...sealMarks(state, words),
    ...reviewMarks(state, words),
  ];
  const days = plain.flatMap(({ from, to }) => [from, to]);
  const known = state.knownThrough === null ? [] : [state.knownThrough];
  const first = Math.min(...days, state.today, ...known);
  const last = Math.max(...days, state.today, ...known);
  const margin = Math.max(7, Math.ceil((last - first) * 0.04));
  const from = first - margin;
  const to = last + margin;
  const marks = placeMarks(plain, { from, to });
  const rowsIn = (lane: Lane) =>
    1 + Math.max(-1, ...marks.filter((mark) => mark.lane === lane).map(({ row }) => row));
  return {
    from,
    to,
    ticks: ticksBetween(from, to),
    marks,
    rows: {
      versions: rowsIn('versions'),
      freezes: rowsIn('freezes'),
      seals: rowsIn('seals'),
      reviews: rowsIn('reviews'),
    },
    events: eventsOf(state, words).sort((a, b) => b.day - a.day),
  };
}

function versionMarks({ versions }: LifecycleState): Plain[] {
  return versions.map(({ number, savedOn }) => ({
    lane: 'versions',
    from: savedOn,
    to: savedOn,
    text: `v${number}`,
    isHollow: false,
  }));
}

function freezeMarks({ freezes }: LifecycleState): Plain[] {
  return freezes.map(({ version, from, until, ended }) => ({
    lane: 'freezes',
    from,
    to: ended?.day ?? until,
    text: `v${version}`,
    isHollow: ended !== null,
  }));
}

function sealMarks({ seals }: LifecycleState, words: TimelineWords): Plain[] {
  return seals.map(({ version, asOf, gradableOn, state }) => ({
    lane: 'seals',
    from: asOf,
    to: gradableOn,
    text: `v${version.number} ${words.seal(state)}`,
    isHollow: state !== 'graded',
  }));
}

function reviewMarks({ freezes, reviews }: LifecycleState, words: TimelineWords): Plain[] {
  const reviewed = new Set(reviews.map(({ freezeId }) => freezeId));
  const planned = freezes.filter(({ id, ended }) => !reviewed.has(id) && ended === null);
  return [
    ...reviews.map(({ version, day, decision }) => ({
      lane: 'reviews' as const,
      from: day,
      to: day,
      text: `v${version} ${words.decision(decision)}`,
      isHollow: false,
    })),
    ...planned.map(({ version, reviewOn }) => ({
      lane: 'reviews' as const,
      from: reviewOn,
      to: reviewOn,
      text: `v${version} ${words.due}`,
      isHollow: true,
    })),
  ];
}

/** Room of a letter and of a mark as shares of the picture's width, on a narrow window. */
const LETTER_SHARE = 0.009;
const MARK_SHARE = 0.022;

/** Each mark in the first row of its lane in which it and its words lie on no other. */
function placeMarks(
  plain: readonly Plain[],
  { from, to }: { readonly from: number; readonly to: number },
): TimelineMark[] {
  const taken = new Map<string, [number, number][]>();
  return [...plain]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map((mark) => {
      const room = (to - from) * (MARK_SHARE + LETTER_SHARE * widthOf(mark.text));
      const isBefore = mark.to + room > to;
      const [left, right] = isBefore ? [mark.from - room, mark.to] : [mark.from, mark.to + room];
      const isFree = (row: number) =>
        (taken.get(`${mark.lane} ${row}`) ?? []).every(([start, end]) => right < start || left > end);
      let row = 0;
      while (!isFree(row)) row++;
      taken.set(`${mark.lane} ${row}`, [...(taken.get(`${mark.lane} ${row}`) ?? []), [left, right]]);
      return { ...mark, row, isBefore };
    });
}

/** Letters of a text, those of Japanese as two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2fff' ? 2 : 1), 0);
}

const MOST_TICKS = 10;
/** Nearer to an edge than this a label would be cut. */
const EDGE_SHARE = 0.035;

/** First days of months, as many months apart as keeps the labels legible. */
function ticksBetween(from: number, to: number): TimelineView['ticks'] {
  const months = (to - from) / 30.4;
  const step = [1, 2, 3, 6, 12, 24, 60].find((size) => months / size <= MOST_TICKS) ?? 120;
  const start = new Date(from * msPerDay);
  const firstMonth = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1;
  const ticks: { day: number; label: string }[] = [];
  for (let month = Math.ceil(firstMonth / step) * step; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / msPerDay;
    if (day > to - (to - from) * EDGE_SHARE) return ticks;
    if (day < from + (to - from) * EDGE_SHARE) continue;
    ticks.push({ day, label: new Date(day * msPerDay).toISOString().slice(0, 7) });
  }
}

function eventsOf(
  { versions, freezes, seals, reviews }: LifecycleState,
  words: TimelineWords,
): TimelineEvent[] {
  const { event } = words;
  const reviewed = new Set(reviews.map(({ freezeId }) => freezeId));
  return [
    ...versions.map(({ number, name, savedOn }) => ({
      day: savedOn,
      text: event('version', { number, name }),
    })),
    ...freezes.flatMap(({ id, version: number, from, until, reviewOn, ended }) => [
      { day: from, text: event('freeze', { number, until: words.day(until) }) },
      ended === null
        ? { day: until, text: event('freezeOver', { number }) }
        : { day: ended.day, text: event('freezeEnd', { number, reason: ended.reason }) },
      ...(reviewed.has(id) ? [] : [{ day: reviewOn, text: event('reviewDue', { number }) }]),
    ]),
    ...seals.flatMap(({ version: { number }, asOf, sealedAt, gradableOn, grade }) => [
      { day: asOf, text: event('sealAsOf', { number }) },
      { day: dayOf(sealedAt), text: event('sealed', { number, asOf: words.day(asOf) }) },
      { day: gradableOn, text: event('sealTo', { number, asOf: words.day(asOf) }) },
      ...(grade === null
        ? []
        : [{ day: dayOf(grade.gradedAt), text: event('graded', { number, asOf: words.day(asOf) }) }]),
    ]),
    ...reviews.map(({ version: number, day, decision }) => ({
      day,
      text: event('review', { number, decision: words.decision(decision) }),
    })),
  ];
}
