import type { CurrentEvents, EventRows } from '../store/event-table.ts';
import { orderObservations } from '../store/sort-observations.ts';
import type { EventCells } from './event-cells.ts';
import { NEW, REPLACED, UNCHANGED } from './row-status.ts';

/** Days of up to this many rows are sorted by insertion; longer ones by the engine's own sort. */
const SHORT_DAY = 32;

/** Rows between two pauses: some milliseconds of work. */
const ROWS_PER_SLICE = 100_000;

export interface EventComparison {
  readonly status: Uint8Array;
  readonly lagDays: number;
  readonly pause: () => Promise<boolean>;
}

/**
 * Sums a file's events to one row per (account, day, user, event), sorted so, and says of each file row whether its
 * account's day is new, differs from what is stored, or is the same. Linear in the rows but for the sort inside a day.
 * `pause` lets other work in now and then and says whether to go on: null = told to stop.
 */
export async function compareEvents(
  cells: EventCells,
  current: CurrentEvents,
  { status, lagDays, pause }: EventComparison,
): Promise<EventRows | null> {
  const account = cells.account.view();
  const day = cells.day.view();
  const order = orderObservations(account, day);
  const summed = new SummedEvents(cells);
  const { length } = account;
  let [stored, pausedAt] = [0, 0];
  if (!(await pause())) return null;
  for (let from = 0; from < length; ) {
    if (from - pausedAt >= ROWS_PER_SLICE) {
      if (!(await pause())) return null;
      pausedAt = from;
    }
    const first = order === null ? from : order[from]!;
    let to = from + 1;
    while (to < length) {
      const row = order === null ? to : order[to]!;
      if (account[row] !== account[first] || day[row] !== day[first]) break;
      to++;
    }
    const start = summed.size;
    summed.addDay(order, from, to);
    while (stored < current.account.length && comesBefore(current, stored, account[first]!, day[first]!))
      stored++;
    const change = compareDay(summed, start, { current, at: stored, lagDays });
    for (let i = from; i < to; i++) status[order === null ? i : order[i]!] = change;
    from = to;
  }
  return summed.rows();
}

/** Rows of the result so far; grows to the number of file rows at most. */
class SummedEvents {
  readonly #cells: {
    account: Int32Array;
    day: Int32Array;
    user: Int32Array;
    event: Int32Array;
    quantity: Float64Array;
  };
  readonly #events: number;
  /** Rows of the day at hand: one array for all days. */
  readonly #dayRows: number[] = [];
  readonly account: Int32Array;
  readonly day: Int32Array;
  readonly user: Int32Array;
  readonly event: Int32Array;
  readonly quantity: Float64Array;
  size = 0;

  constructor(cells: EventCells) {
    this.#cells = {
      account: cells.account.view(),
      day: cells.day.view(),
      user: cells.user.view(),
      event: cells.event.view(),
      quantity: cells.quantity.view(),
    };
    this.#events = Math.max(1, cells.texts.events.size);
    const { length } = this.#cells.account;
    this.account = new Int32Array(length);
    this.day = new Int32Array(length);
    this.user = new Int32Array(length);
    this.event = new Int32Array(length);
    this.quantity = new Float64Array(length);
  }

  /** Adds the rows order[from … to), all of one account's day, summed by user and event in the order of the file. */
  addDay(order: Uint32Array | null, from: number, to: number): void {
    const rows = this.#dayRows;
    rows.length = 0;
    for (let i = from; i < to; i++) rows.push(order === null ? i : order[i]!);
    this.#sortByUserAndEvent(rows);
    let last = -1;
    for (const row of rows) {
      const key = this.#key(row);
      if (key === last) {
        this.quantity[this.size - 1]! += this.#cells.quantity[row]!;
        continue;
      }
      last = key;
      this.account[this.size] = this.#cells.account[row]!;
      this.day[this.size] = this.#cells.day[row]!;
      this.user[this.size] = this.#cells.user[row]!;
      this.event[this.size] = this.#cells.event[row]!;
      this.quantity[this.size] = this.#cells.quantity[row]!;
      this.size++;
    }
  }

  rows(): EventRows {
    const { size } = this;
    return {
      account: this.account.slice(0, size),
      day: this.day.slice(0, size),
      user: this.user.slice(0, size),
      event: this.event.slice(0, size),
      quantity: this.quantity.slice(0, size),
    };
  }

  #key(row: number): number {
    return (this.#cells.user[row]! + 1) * this.#events + this.#cells.event[row]!;
  }

  #sortByUserAndEvent(rows: number[]): void {
    if (rows.length > SHORT_DAY) {
      rows.sort((a, b) => this.#key(a) - this.#key(b));
      return;
    }
    for (let i = 1; i < rows.length; i++) {
      const row = rows[i]!;
      const key = this.#key(row);
      let j = i - 1;
      for (; j >= 0 && this.#key(rows[j]!) > key; j--) rows[j + 1] = rows[j]!;
      rows[j + 1] = row;
    }
  }
}

function compareDay(
  summed: SummedEvents,
  start: number,
  {
    current,
    at,
    lagDays,
  }: { readonly current: CurrentEvents; readonly at: number; readonly lagDays: number },
): number {
  const [account, day] = [summed.account[start], summed.day[start]];
  const isAt = (i: number) => current.account[i] === account && current.day[i] === day;
  if (!isAt(at)) return NEW;
  let i = at;
  for (let s = start; s < summed.size; s++, i++) {
    const isSame =
      isAt(i) &&
      current.user[i] === summed.user[s] &&
      current.event[i] === summed.event[s] &&
      current.quantity[i] === summed.quantity[s] &&
      current.knownOn[i] === day! + lagDays;
    if (!isSame) return REPLACED;
  }
  return isAt(i) ? REPLACED : UNCHANGED;
}

function comesBefore(current: CurrentEvents, i: number, account: number, day: number): boolean {
  const step = current.account[i]! - account;
  return step < 0 || (step === 0 && current.day[i]! < day);
}
