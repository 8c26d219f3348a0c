import { formatDay, weekday } from '../csv/calendar.ts';
import { levelOfUse, type SampleAccount } from './sample-accounts.ts';
import {
  type SampleMonth,
  sampleFirstDay,
  sampleLastDay,
  sampleMonths,
  sampleSeasons,
} from './sample-calendar.ts';
import { createSampleRandom, type SampleRandom } from './sample-random.ts';

/** A row of a sample file: texts and numbers in column order; null is an empty cell. */
export type SampleRow = (string | number | null)[];

/** Price of a seat per month in yen, by plan. */
export const seatPrices: readonly number[] = [1200, 1800, 2800];

/**
 * Daily use, only days on which something happened: id, date, log-ins, active users, scheduled reports sent.
 * Log-ins become rarer months before a `usage` churn. Reports go out on Mondays whether or not anyone logs in,
 * and stop only in the last weeks.
 */
export function dailyRows(seed: number, accounts: readonly SampleAccount[]): SampleRow[] {
  const seasons = sampleSeasons();
  return accounts.flatMap((account) =>
    accountDays(account, seasons, createSampleRandom(seed, 10_000 + account.index)),
  );
}

/**
 * Monthly figures, one row per whole month of the contract: id, month, core feature use, monthly users, seats, MRR,
 * mails opened, webinar visits, weather index. The weather index is noise.
 */
export function monthlyRows(seed: number, accounts: readonly SampleAccount[]): SampleRow[] {
  const seasons = sampleSeasons();
  const months = sampleMonths();
  return accounts.flatMap((account) =>
    accountMonths(
      { account, months, seasons, seatsOfMonth: seatsByMonth(seed, account) },
      createSampleRandom(seed, 20_000 + account.index),
    ),
  );
}

/** Seats under contract in a month; an account grows or shrinks by a tenth now and then, unrelated to churn. */
export function seatsByMonth(seed: number, account: SampleAccount): number[] {
  const random = createSampleRandom(seed, 30_000 + account.index);
  let seats = account.seats;
  return sampleMonths().map(() => {
    const move = random.next();
    const step = Math.max(1, Math.floor(seats / 10));
    if (move < 0.03) seats += step;
    if (move > 0.985) seats = Math.max(3, seats - step);
    return seats;
  });
}

function accountDays(account: SampleAccount, seasons: Float64Array, random: SampleRandom): SampleRow[] {
  const rows: SampleRow[] = [];
  const lastDay = account.churn?.effectiveDay ?? sampleLastDay;
  const reportSize = random.whole(2, 3);
  for (let day = Math.max(sampleFirstDay, account.startDay); day <= lastDay; day++) {
    const season = seasons[day - sampleFirstDay]!;
    const size = random.whole(reportSize - 1, reportSize + 1);
    const reports = weekday(day) === 1 && season === 1 && sendsReports(account, day) ? size : 0;
    const active = random.chance(account.activity * season * levelOfUse(account, day));
    const breadth = account.breadth * season * random.between(0.3, 1);
    const more = random.next();
    if (!active && reports === 0) continue;
    const users = active ? 1 + Math.floor(account.seats * breadth) : 0;
    rows.push([account.id, formatDay(day), users + Math.floor(users * more * 1.2), users, reports]);
  }
  return rows;
}

function sendsReports({ churn }: SampleAccount, day: number): boolean {
  return churn === null || day < churn.outcomeDay - churn.lateFadeDays;
}

interface AccountMonths {
  account: SampleAccount;
  months: readonly SampleMonth[];
  seasons: Float64Array;
  seatsOfMonth: readonly number[];
}

function accountMonths(
  { account, months, seasons, seatsOfMonth }: AccountMonths,
  random: SampleRandom,
): SampleRow[] {
  const coreRate = random.between(1.5, 8);
  const openRate = random.between(0.25, 0.75);
  const interest = random.next() * random.next();
  const rows: SampleRow[] = [];
  const lastDay = account.churn?.effectiveDay ?? sampleLastDay;
  months.forEach((month, i) => {
    const draws = {
      core: random.between(0.75, 1.25),
      users: random.between(0.85, 1.1),
      weather: random.whole(0, 100),
    };
    const seats = seatsOfMonth[i]!;
    const level = monthLevel(account, month, seasons);
    const mood = contactLevel(account, month.lastDay);
    const opened = countChances(random, 8, openRate * mood);
    const webinars = countChances(random, 3, interest * 0.6 * mood);
    if (month.firstDay < account.startDay || month.lastDay > lastDay) return;
    const activeDays = account.activity * level;
    const core = Math.floor(activeDays * coreRate * (2 + seats * account.breadth * 0.2) * draws.core);
    const reach =
      Math.min(1, account.breadth * 1.3 * draws.users) * Math.min(1, (activeDays * 1.6) / (4 + activeDays));
    const users = Math.min(seats, Math.floor(seats * Math.min(1, reach * 1.5) + 0.5));
    rows.push([
      account.id,
      month.label,
      core,
      users,
      seats,
      seats * priceOf(account),
      opened,
      webinars,
      draws.weather,
    ]);
  });
  return rows;
}

/** Sum of season × level of use over a month: about 20 in an ordinary month. */
function monthLevel(account: SampleAccount, month: SampleMonth, seasons: Float64Array): number {
  let sum = 0;
  for (let day = Math.max(month.firstDay, account.startDay); day <= month.lastDay; day++) {
    sum += seasons[day - sampleFirstDay]! * levelOfUse(account, day);
  }
  return sum;
}

/** Interest in mails and webinars: a little lower in the last four months before a churn that shows at all. */
function contactLevel({ churn }: SampleAccount, day: number): number {
  if (churn === null || churn.story === 'bankruptcy' || churn.story === 'contactLeft') return 1;
  return day > churn.outcomeDay - 120 ? 0.8 : 1;
}

function priceOf(account: SampleAccount): number {
  return seatPrices[account.plan]!;
}

function countChances(random: SampleRandom, tries: number, probability: number): number {
  let count = 0;
  for (let i = 0; i < tries; i++) if (random.chance(probability)) count++;
  return count;
}
