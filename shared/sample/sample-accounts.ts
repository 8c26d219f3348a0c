import { dayFromYmd, endOfMonth } from '../csv/calendar.ts';
import { sampleFirstDay, sampleLastDay } from './sample-calendar.ts';
import { createSampleRandom, type SampleRandom } from './sample-random.ts';

/**
 * Why an account churns. `usage`: log-ins fall 2–4 months before; `relation`: hearing notes, NPS and tickets
 * turn bad, use only sags; `bankruptcy` and `contactLeft`: nothing shows beforehand.
 */
export type ChurnStory = 'usage' | 'relation' | 'bankruptcy' | 'contactLeft';

/** How and when an account churns. `outcomeDay` is the notice day where there is one, else the effective day. */
export interface SampleChurn {
  story: ChurnStory;
  outcomeDay: number;
  noticeDay: number | null;
  effectiveDay: number;
  /** Days before `outcomeDay` on which use starts to fall, and the share of use that is left. */
  fallDays: number;
  floor: number;
  /** Days before `outcomeDay` on which reports stop. */
  lateFadeDays: number;
  /** Uniform in [0, 1): picks the reason among those of the story. */
  reasonDraw: number;
}

/** One account of the sample before it is written in a language. List fields are positions in the word lists. */
export interface SampleAccount {
  id: string;
  index: number;
  place: number;
  business: number;
  industry: number;
  region: number;
  plan: number;
  annual: boolean;
  manager: number;
  startDay: number;
  seats: number;
  /** Share of business days on which somebody logs in. */
  activity: number;
  /** Share of seats in use on an ordinary active day. */
  breadth: number;
  /** Lasting mood of the people, mean 0: shifts NPS and hearing ratings. */
  mood: number;
  /** A stretch of little use that ends well; null for most accounts. */
  dip: { fromDay: number; toDay: number; level: number } | null;
  churn: SampleChurn | null;
}

const accountCount = 400;
const churnCount = 70;
const firstOutcomeDay = dayFromYmd(2022, 9, 5);
const lastOutcomeDay = dayFromYmd(2024, 6, 24);
const businessesPerIndustry = 3;
const placeCount = 20;

/**
 * The 400 accounts of a seed, ordered by id: 70 churn, evenly from September 2022 to June 2024
 * (44 `usage`, 12 `relation`, 7 `bankruptcy`, 7 `contactLeft`), a quarter are on annual terms,
 * about one in seven starts after the data begin.
 */
export function drawSampleAccounts(seed: number): SampleAccount[] {
  const random = createSampleRandom(seed, 0);
  const stories = shuffle(churnStories(), random);
  const churnOrder = shuffle(
    Array.from({ length: accountCount }, (_, i) => i),
    random,
  );
  const slotOfAccount = new Map(churnOrder.slice(0, churnCount).map((account, slot) => [account, slot]));
  const names = shuffle(
    Array.from({ length: placeCount * 24 }, (_, i) => i),
    random,
  );
  return names.slice(0, accountCount).map((name, index) => {
    const slot = slotOfAccount.get(index);
    const own = createSampleRandom(seed, 1000 + index);
    return drawAccount({ index, name, story: slot === undefined ? null : stories[slot]!, slot }, own);
  });
}

/** Level of use on a day as a share of the account's ordinary use, 0–1: onboarding, dips and the fall before churn. */
export function levelOfUse(account: SampleAccount, day: number): number {
  const age = day - account.startDay;
  let level = age < 60 ? 0.4 + (0.6 * age) / 60 : 1;
  const { dip, churn } = account;
  if (dip !== null && day >= dip.fromDay && day <= dip.toDay) level *= dip.level;
  if (churn === null) return level;
  const fallen = day - (churn.outcomeDay - churn.fallDays);
  if (fallen > 0) level *= 1 - (1 - churn.floor) * Math.min(1, fallen / 7);
  return level;
}

function churnStories(): ChurnStory[] {
  return Array.from({ length: churnCount }, (_, i) => {
    if (i < 44) return 'usage';
    if (i < 56) return 'relation';
    return i < 63 ? 'bankruptcy' : 'contactLeft';
  });
}

interface AccountSlot {
  index: number;
  name: number;
  story: ChurnStory | null;
  slot: number | undefined;
}

function drawAccount({ index, name, story, slot }: AccountSlot, random: SampleRandom): SampleAccount {
  const business = Math.floor(name / placeCount);
  const annual = random.chance(0.25);
  const churn = story === null || slot === undefined ? null : drawChurn({ story, slot, annual }, random);
  const startDay = drawStart(annual, churn, random);
  const seatDraw = random.next();
  const seats = 5 + Math.floor(195 * seatDraw * seatDraw * seatDraw);
  const activity = random.chance(0.06)
    ? random.between(0.15, 0.3)
    : 0.38 + 0.2 * (random.next() + random.next());
  return {
    id: `C-${String(index + 1).padStart(4, '0')}`,
    index,
    place: name % placeCount,
    business,
    industry: Math.floor(business / businessesPerIndustry),
    region: Math.min(random.whole(0, 5), random.whole(0, 5)),
    plan: seats < 20 ? random.whole(0, 1) : random.whole(1, 2),
    annual,
    manager: random.whole(0, 7),
    startDay,
    seats,
    activity,
    breadth: random.between(0.25, 0.65),
    mood: random.bell(),
    dip: churn === null ? drawDip(random) : null,
    churn,
  };
}

/** Slots spread the outcome days evenly: one churn per slot, anywhere inside it. */
function drawChurn(
  { story, slot, annual }: { story: ChurnStory; slot: number; annual: boolean },
  random: SampleRandom,
): SampleChurn {
  const width = (lastOutcomeDay - firstOutcomeDay) / churnCount;
  const outcomeDay = Math.floor(firstOutcomeDay + width * (slot + random.next()));
  const notice = story !== 'bankruptcy';
  const effectiveDay = notice
    ? Math.min(sampleLastDay, endOfMonth(outcomeDay + (annual ? random.whole(35, 75) : random.whole(15, 35))))
    : outcomeDay;
  const shape = {
    usage: { fallDays: random.whole(75, 120), floor: random.between(0.1, 0.3) },
    relation: { fallDays: random.whole(40, 90), floor: random.between(0.6, 0.85) },
    bankruptcy: { fallDays: 0, floor: 1 },
    contactLeft: { fallDays: 0, floor: 0.6 },
  }[story];
  return {
    story,
    outcomeDay,
    noticeDay: notice ? outcomeDay : null,
    effectiveDay,
    ...shape,
    lateFadeDays: story === 'usage' || story === 'relation' ? random.whole(20, 29) : 0,
    reasonDraw: random.next(),
  };
}

/** Contracts start on the first of a month; an annual one that churns ends on its anniversary. */
function drawStart(annual: boolean, churn: SampleChurn | null, random: SampleRandom): number {
  const early = dayFromYmd(2018, 4 + random.whole(0, 44), 1);
  const late = dayFromYmd(2022, 2 + random.whole(0, 22), 1);
  const years = random.whole(1, 4);
  const isLate = random.chance(0.15);
  if (churn === null) return isLate ? late : early;
  if (annual && churn.noticeDay !== null) {
    const end = new Date((churn.effectiveDay + 1) * 86_400_000);
    return dayFromYmd(end.getUTCFullYear() - years, end.getUTCMonth() + 1, 1);
  }
  return isLate && late <= churn.outcomeDay - 240 ? late : early;
}

function drawDip(random: SampleRandom): SampleAccount['dip'] {
  const fromDay = random.whole(sampleFirstDay + 60, sampleLastDay - 60);
  const lengthDays = random.whole(40, 100);
  const level = random.between(0.25, 0.5);
  return random.chance(0.12) ? { fromDay, toDay: fromDay + lengthDays, level } : null;
}

function shuffle<T>(items: T[], random: SampleRandom): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.whole(0, i);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}
