import { formatDay, weekday } from '../csv/calendar.ts';
import type { SampleAccount } from './sample-accounts.ts';
import { sampleFirstDay, sampleLastDay, sampleMonths } from './sample-calendar.ts';
import { createSampleRandom, type SampleRandom } from './sample-random.ts';
import type { SampleRow } from './sample-usage.ts';
import type { SampleWords } from './sample-words.ts';

/** What the files of contacts need: the seed, the accounts and the words of the language. */
export interface ContactSource {
  seed: number;
  accounts: readonly SampleAccount[];
  words: SampleWords;
}

/**
 * NPS answers: id, date, 0–10, who answered. Asked in the middle of February, May, August and November,
 * answered by about a third; lower before a `relation` churn, a little lower before a `usage` churn.
 */
export function surveyRows({ seed, accounts, words }: ContactSource): SampleRow[] {
  const rounds = sampleMonths().filter((_, i) => i % 3 === 1);
  return accounts.flatMap((account) => {
    const random = createSampleRandom(seed, 40_000 + account.index);
    return rounds.flatMap((month): SampleRow[] => {
      const day = month.firstDay + random.whole(9, 24);
      const loss = lossOf(account, day, { usage: 1.8, relation: 4.5 });
      const raw = 7 + account.mood + random.bell() * 1.2 - loss;
      const answered = random.chance(0.35);
      if (!answered || !isCustomer(account, day)) return [];
      const score = Math.max(0, Math.min(10, Math.floor(raw + 0.5)));
      const respondent = words.stakeholders[(account.index + month.firstDay) % words.stakeholders.length]!;
      return [[account.id, formatDay(day), score, respondent]];
    });
  });
}

/** Hearing notes: id, date, topic, stakeholder, rating 1–5, impression, text. One every two to five months. */
export function hearingRows({ seed, accounts, words }: ContactSource): SampleRow[] {
  return accounts.flatMap((account) => {
    const random = createSampleRandom(seed, 50_000 + account.index);
    const rows: SampleRow[] = [];
    let day = sampleFirstDay + random.whole(0, 120);
    for (; day <= sampleLastDay; day += random.whole(60, 150)) {
      const talk = workdayOnOrBefore(day);
      const row = hearingRow({ account, day: talk, words }, random);
      if (talk >= sampleFirstDay && isCustomer(account, talk)) rows.push(row);
    }
    return rows;
  });
}

/**
 * Contacts made: id, date, channel, CSM. One every two to four months whatever happens; and before a `usage` churn the
 * CSM calls in half of the cases, too late to help.
 */
export function contactRows({ seed, accounts, words }: ContactSource): SampleRow[] {
  return accounts.flatMap((account) => {
    const random = createSampleRandom(seed, 70_000 + account.index);
    const contacts: { day: number; channel: number }[] = [];
    let day = sampleFirstDay + random.whole(0, 100);
    for (; day <= sampleLastDay; day += random.whole(60, 120)) {
      contacts.push({ day: workdayOnOrBefore(day), channel: random.whole(0, 2) });
    }
    const called = random.chance(0.5);
    const before = random.whole(10, 45);
    if (called && account.churn?.story === 'usage') {
      contacts.push({ day: workdayOnOrBefore(account.churn.outcomeDay - before), channel: 1 });
    }
    return contacts
      .filter((contact) => contact.day >= sampleFirstDay && isCustomer(account, contact.day))
      .sort((a, b) => a.day - b.day)
      .map(({ day: on, channel }): SampleRow => {
        return [account.id, formatDay(on), words.channels[channel]!, words.managers[account.manager]!];
      });
  });
}

/**
 * Tickets: id, ticket number, opened on, kind, priority, state, closed on (empty while open). The state is as of
 * the export. More of them, and slower to close, in the four months before a `relation` churn.
 */
export function ticketRows({ seed, accounts, words }: ContactSource): SampleRow[] {
  let number = 0;
  return accounts.flatMap((account) => {
    const random = createSampleRandom(seed, 60_000 + account.index);
    const rows: SampleRow[] = [];
    for (
      let day = Math.max(sampleFirstDay, account.startDay);
      isCustomer(account, day) && day <= sampleLastDay;
      day++
    ) {
      const bad = lossOf(account, day, { usage: 0, relation: 1 }, 120) > 0;
      if (!random.chance((bad ? 0.035 : 0.011) + Math.max(0, 0.02 - (day - account.startDay) * 0.0002)))
        continue;
      number++;
      rows.push(ticketRow({ account, day, words, number, bad }, random));
    }
    return rows;
  });
}

function hearingRow(
  { account, day, words }: { account: SampleAccount; day: number; words: SampleWords },
  random: SampleRandom,
): SampleRow {
  const loss = lossOf(account, day, { usage: 0.6, relation: 2 });
  const raw = 3.4 + account.mood * 0.4 + random.bell() * 0.8 - loss;
  const rating = Math.max(1, Math.min(5, Math.floor(raw + 0.5)));
  const tone = rating <= 2 ? 0 : rating === 3 ? 1 : 2;
  const topic = random.whole(0, 4);
  const stakeholder = Math.min(random.whole(0, 3), random.whole(0, 3));
  return [
    account.id,
    formatDay(day),
    words.topics[topic]!,
    words.stakeholders[stakeholder]!,
    rating,
    words.impressions[tone],
    words.notes[topic]![tone],
  ];
}

interface Ticket {
  account: SampleAccount;
  day: number;
  words: SampleWords;
  number: number;
  bad: boolean;
}

function ticketRow({ account, day, words, number, bad }: Ticket, random: SampleRandom): SampleRow {
  const slow = random.chance(bad ? 0.6 : 0.12);
  const closing = day + (slow ? random.whole(30, 120) : random.whole(0, 9));
  const closedOn = Math.min(closing, account.churn?.effectiveDay ?? closing);
  const open = closedOn > sampleLastDay;
  return [
    account.id,
    `T-${String(number).padStart(5, '0')}`,
    formatDay(day),
    words.ticketKinds[bad ? random.whole(1, 3) : random.whole(0, 3)]!,
    words.priorities[Math.min(random.whole(0, 2), random.whole(0, 2))]!,
    open ? words.ticketStates.open : words.ticketStates.closed,
    open ? null : formatDay(closedOn),
  ];
}

/** How much worse people sound on a day: only before churns that show, and only in the last `days` before them. */
function lossOf(
  { churn }: SampleAccount,
  day: number,
  losses: { usage: number; relation: number },
  days = 170,
): number {
  if (churn === null || day <= churn.outcomeDay - days) return 0;
  if (churn.story === 'usage') return losses.usage;
  return churn.story === 'relation' ? losses.relation : 0;
}

function isCustomer(account: SampleAccount, day: number): boolean {
  return day >= account.startDay && (account.churn === null || day <= account.churn.effectiveDay);
}

function workdayOnOrBefore(day: number): number {
  return day - Math.max(0, weekday(day) - 5);
}
