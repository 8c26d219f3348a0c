import type { Aggregation } from '../schemas/measure.ts';
import type { AsOfRows } from './compute-measure.ts';
import { type EventSource, upperBound } from './dataset.ts';
import { measureWindow, type WindowDays } from './measure-window.ts';

export type EventAggregation = Extract<Aggregation, { eventSource: string }>;

/**
 * Different users, or different events, in the window, among the events the measure names (all when it names none).
 * Rows known later than the as-of date don't exist; rows without a user count for no user. 0 where the account has none
 * but part of the window lies inside its life and the source's range as of the date, else missing. For hot loops: one
 * pass over the account's rows of the window, a stamp per user instead of a set.
 */
export function aggregateEvents(
  source: EventSource,
  aggregation: EventAggregation,
  rows: AsOfRows,
): Float64Array {
  const keys = aggregation.type === 'distinctUsers' ? source.user : source.event;
  const counted = countedEvents(source, aggregation.events);
  const windowAt = eventWindows(source, aggregation);
  const stamps = new Int32Array(highest(keys) + 1).fill(-1);
  return Float64Array.from(rows.account, (account, r) => {
    const asOf = rows.asOf[r]!;
    const window = windowAt(asOf);
    const start = rows.lifeStart[r]!;
    const to = source.offsets[account + 1]!;
    let distinct = 0;
    let i = upperBound(source.day, Math.max(window.after, start - 1), source.offsets[account]!, to);
    for (; i < to && source.day[i]! <= window.upTo; i++) {
      const key = keys[i]!;
      if (key < 0 || counted[source.event[i]!] === 0 || source.knownOn[i]! > asOf) continue;
      if (stamps[key] === r) continue;
      stamps[key] = r;
      distinct++;
    }
    const isInRange = Math.max(window.firstInRange, start) <= window.lastInRange;
    return distinct > 0 || isInRange ? distinct : Number.NaN;
  });
}

/** One entry per event name: 1 where the measure counts it. */
export function countedEvents({ eventNames }: EventSource, events: readonly string[]): Uint8Array {
  const wanted = new Set(events);
  return Uint8Array.from(eventNames, (name) => (wanted.size === 0 || wanted.has(name) ? 1 : 0));
}

/** The measure's window as of a date; dates repeat, so each is worked out once. */
export function eventWindows(
  source: EventSource,
  { period, lookback, shift }: Pick<EventAggregation, 'period' | 'lookback' | 'shift'>,
): (asOf: number) => WindowDays {
  const windows = new Map<number, WindowDays>();
  return (asOf) => {
    const known = windows.get(asOf);
    if (known !== undefined) return known;
    const window = measureWindow({ ...source, grain: period }, asOf, lookback, shift);
    windows.set(asOf, window);
    return window;
  };
}

function highest(keys: Int32Array): number {
  let most = 0;
  for (const key of keys) if (key > most) most = key;
  return most;
}
