import { type SeriesInput, sliceOffsets } from './build-dataset.ts';
import type { EventSource } from './dataset.ts';

/** Name of the metric of one event of a source: `app: login`. The source's own name is the metric of all its events. */
export function eventMetricName(source: string, event: string): string {
  return `${source}: ${event}`;
}

/** Name of the metric of daily distinct users of a source. */
export function usersMetricName(source: string): string {
  return `${source} (users)`;
}

/**
 * Daily metrics of an event source, each a flow of day grain with one value per (account, day) that has a row: all its
 * events (`app`), every event apart (`app: login`) unless it is named like the source, and distinct users where the file
 * names users (`app (users)`). Values are known when the day's rows are: at the latest knownOn of the day.
 * @returns columns for `buildSeries`, in that order; names of events in the order of `eventNames`
 */
export function eventMetrics(source: EventSource): SeriesInput[] {
  const account = accountsOf(source);
  const all = rollUp(source, account, { name: source.name, rows: Int32Array.from(account.keys()) });
  const rowsOf = rowsByEvent(source);
  const apart = [...source.eventNames.entries()].flatMap(([event, text]) => {
    const rows = rowsOf(event);
    if (rows.length === 0 || text === source.name) return [];
    return rollUp(source, account, { name: eventMetricName(source.name, text), rows });
  });
  const hasUsers = source.user.some((user) => user >= 0);
  return [all, ...apart, ...(hasUsers ? [countUsers(source, account)] : [])];
}

function accountsOf({ offsets, day }: EventSource): Int32Array {
  const account = new Int32Array(day.length);
  for (let a = 0; a + 1 < offsets.length; a++) account.fill(a, offsets[a], offsets[a + 1]);
  return account;
}

/** Positions of each event's rows, ascending: one counting sort for all events. */
function rowsByEvent({ event, eventNames }: EventSource): (event: number) => Int32Array {
  const starts = sliceOffsets(event, eventNames.length);
  const next = starts.slice();
  const positions = new Int32Array(event.length);
  for (let i = 0; i < event.length; i++) positions[next[event[i]!]!++] = i;
  return (index) => positions.subarray(starts[index]!, starts[index + 1]!);
}

function rollUp(
  source: EventSource,
  account: Int32Array,
  { name, rows }: { readonly name: string; readonly rows: Int32Array },
): SeriesInput {
  const days = new DayColumns(source, account, rows.length);
  for (const i of rows) days.add(i, source.quantity[i]!);
  return days.series(name);
}

/** Rows of one (account, day) are sorted by user: each user counts at its first row. */
function countUsers(source: EventSource, account: Int32Array): SeriesInput {
  const days = new DayColumns(source, account, account.length);
  for (let i = 0; i < account.length; i++) {
    const user = source.user[i]!;
    if (user < 0) continue;
    const again =
      account[i - 1] === account[i] && source.day[i - 1] === source.day[i] && source.user[i - 1] === user;
    days.add(i, again ? 0 : 1);
  }
  return days.series(usersMetricName(source.name));
}

/** Sums per (account, day) over rows that come in that order. */
class DayColumns {
  readonly #source: EventSource;
  readonly #account: Int32Array;
  readonly #rows: { account: Int32Array; day: Int32Array; value: Float64Array; knownOn: Int32Array };
  #size = 0;

  /** `length` = most rows that will be added. */
  constructor(source: EventSource, account: Int32Array, length: number) {
    this.#source = source;
    this.#account = account;
    this.#rows = {
      account: new Int32Array(length),
      day: new Int32Array(length),
      value: new Float64Array(length),
      knownOn: new Int32Array(length),
    };
  }

  add(i: number, amount: number): void {
    const rows = this.#rows;
    const last = this.#size - 1;
    const day = this.#source.day[i]!;
    const account = this.#account[i]!;
    const knownOn = this.#source.knownOn[i]!;
    if (last >= 0 && rows.account[last] === account && rows.day[last] === day) {
      rows.value[last]! += amount;
      rows.knownOn[last] = Math.max(rows.knownOn[last]!, knownOn);
      return;
    }
    rows.account[this.#size] = account;
    rows.day[this.#size] = day;
    rows.value[this.#size] = amount;
    rows.knownOn[this.#size] = knownOn;
    this.#size++;
  }

  series(name: string): SeriesInput {
    const { account, day, value, knownOn } = this.#rows;
    const size = this.#size;
    return {
      name,
      kind: 'flow',
      grain: 'day',
      lagDays: this.#source.lagDays,
      account: account.slice(0, size),
      day: day.slice(0, size),
      value: value.slice(0, size),
      knownOn: knownOn.slice(0, size),
    };
  }
}
