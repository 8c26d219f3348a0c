import { periodIndex } from '../../../shared/csv/calendar.ts';
import { type Dataset, lastDayKnownBy, NO_DAY } from '../../../shared/measures/dataset.ts';
import type { Coverage } from '../../../shared/schemas/workspace-state.ts';

/** Longest stretch of months that is shown, the latest. */
const MONTHS_SHOWN = 240;
/** Calendar months since year 0, as `periodIndex` counts, of January 1970. */
const JANUARY_1970 = 1970 * 12;

/**
 * Per metric and calendar month, how many of the accounts under contract in that month have a value, beside how many
 * are under contract. Values of an account outside its contract are an audit finding and count here for nothing.
 */
export function computeCoverage(dataset: Dataset): Coverage {
  const metrics = [...dataset.metrics.values()];
  if (metrics.length === 0) return { firstMonth: 0, months: 0, rows: [], activeAccounts: [] };
  const monthOf = cachedMonths();
  const first = Math.min(...metrics.map((series) => monthOf(series.range.firstDay)));
  const last = Math.max(...metrics.map((series) => monthOf(lastDayKnownBy(series.range, NO_DAY))));
  const months = Math.min(MONTHS_SHOWN, last - first + 1);
  const firstMonth = last - months + 1;
  const active = markActive(dataset, { firstMonth, months, monthOf });
  const rows = metrics.map((series) => {
    const accounts = new Array<number>(months).fill(0);
    for (let a = 0; a + 1 < series.offsets.length; a++) {
      let seen = -1;
      for (let i = series.offsets[a]!; i < series.offsets[a + 1]!; i++) {
        const month = monthOf(series.day[i]!) - firstMonth;
        if (month === seen || month < 0 || Number.isNaN(series.value[i]!)) continue;
        seen = month;
        accounts[month]! += active[a * months + month]!;
      }
    }
    return { metric: series.name, accounts };
  });
  const activeAccounts = new Array<number>(months).fill(0);
  for (let i = 0; i < active.length; i++) activeAccounts[i % months]! += active[i]!;
  return { firstMonth: firstMonth - JANUARY_1970, months, rows, activeAccounts };
}

interface Span {
  readonly firstMonth: number;
  readonly months: number;
  readonly monthOf: (day: number) => number;
}

/** 1 where an account is under contract on some day of the month; account-major. */
function markActive({ accountIds, lives }: Dataset, { firstMonth, months, monthOf }: Span): Uint8Array {
  const active = new Uint8Array(accountIds.length * months);
  for (let life = 0; life < lives.account.length; life++) {
    const end = lives.endDay[life]!;
    if (end < lives.startDay[life]!) continue;
    const from = Math.max(0, monthOf(lives.startDay[life]!) - firstMonth);
    const to = end === NO_DAY ? months - 1 : Math.min(months - 1, monthOf(end) - firstMonth);
    for (let month = from; month <= to; month++) active[lives.account[life]! * months + month] = 1;
  }
  return active;
}

/** Few days repeat over many rows. */
function cachedMonths(): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    let month = known.get(day);
    if (month === undefined) {
      month = periodIndex(day, 'month');
      known.set(day, month);
    }
    return month;
  };
}
