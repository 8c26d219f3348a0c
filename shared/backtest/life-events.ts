import { type AccountDays, type Dataset, type LifeTable, NO_DAY } from '../measures/dataset.ts';
import type { BacktestSettings } from '../schemas/backtest-settings.ts';
import { outcomeKinds } from '../schemas/outcome-kinds.ts';

/** What labels rest on beside the lives; see `Dataset`. */
export type PanelFacts = Partial<Pick<Dataset, 'outcomes' | 'attributes' | 'attributeHistory' | 'contract'>>;

/** The outcomes looked for, by life: slices of columns in order of day, as `AccountDays`, with each one's notice. */
export interface LifeEvents extends AccountDays {
  /** NO_DAY where no notice is known. */
  readonly noticeDay: Int32Array;
  /** Per life the churn that is not looked for and ends the chance of an outcome; NO_DAY = none. */
  readonly stopDay: Int32Array;
}

interface LifeEvent {
  readonly day: number;
  readonly noticeDay: number;
}

/**
 * The usable outcomes of each life under the settings: none dated after known-through. Churn is the life's end, or its
 * notice where that counts; where only voluntary churn is looked for, one that is said to be involuntary stops the life
 * instead. Other outcomes are those dated inside a life (after its start, up to its end) and may repeat; there every
 * churn stops.
 */
export function findLifeEvents(
  lives: LifeTable,
  settings: Pick<BacktestSettings, 'outcome' | 'voluntaryOnly' | 'outcomeDate' | 'knownThrough'>,
  facts: PanelFacts,
): LifeEvents {
  const usesNotice = settings.outcomeDate === 'noticeOrEffective';
  const dayOf = ({ day, noticeDay }: LifeEvent) => (usesNotice ? Math.min(day, noticeDay) : day);
  const usable = (day: number) => (day <= settings.knownThrough ? day : NO_DAY);
  const offsets = new Int32Array(lives.account.length + 1);
  const stopDay = new Int32Array(lives.account.length).fill(NO_DAY);
  const day: number[] = [];
  const noticeDay: number[] = [];
  const sought = settings.outcome ?? 'churn';
  for (let life = 0; life < lives.account.length; life++) {
    const churn = { day: lives.endDay[life]!, noticeDay: lives.noticeDay[life]! };
    const isSought = sought === 'churn' && !(settings.voluntaryOnly && isInvoluntary(lives, life, facts));
    if (!isSought) stopDay[life] = usable(dayOf(churn));
    const events = sought === 'churn' ? (isSought ? [churn] : []) : datedInLife(lives, life, sought, facts);
    for (const event of [...events].sort((a, b) => dayOf(a) - dayOf(b))) {
      if (usable(dayOf(event)) === NO_DAY) continue;
      day.push(dayOf(event));
      noticeDay.push(event.noticeDay);
    }
    offsets[life + 1] = day.length;
  }
  return { offsets, day: Int32Array.from(day), noticeDay: Int32Array.from(noticeDay), stopDay };
}

/** The first outcome looked for after a day, not later than the stop; NO_DAY = none. */
export function nextEvent(events: LifeEvents, life: number, after: number): number {
  for (let i = events.offsets[life]!; i < events.offsets[life + 1]!; i++) {
    if (events.day[i]! > after) return events.day[i]! <= events.stopDay[life]! ? events.day[i]! : NO_DAY;
  }
  return NO_DAY;
}

/** True where an outcome to come had already been announced by a day: nothing is left to foresee. */
export function isAnnounced(events: LifeEvents, life: number, by: number): boolean {
  for (let i = events.offsets[life]!; i < events.offsets[life + 1]!; i++) {
    if (events.noticeDay[i]! <= by && events.day[i]! > by) return true;
  }
  return false;
}

/** Said to be involuntary by the outcome row that dates the life's end; an end no row speaks of counts as voluntary. */
function isInvoluntary(lives: LifeTable, life: number, { outcomes }: PanelFacts): boolean {
  if (outcomes === undefined) return false;
  const account = lives.account[life]!;
  for (let i = outcomes.offsets[account]!; i < outcomes.offsets[account + 1]!; i++) {
    if (outcomes.kind[i] !== 0 || outcomes.day[i] !== lives.endDay[life]) continue;
    return outcomes.voluntary[i] === 0;
  }
  return false;
}

function datedInLife(
  lives: LifeTable,
  life: number,
  sought: (typeof outcomeKinds)[number],
  { outcomes }: PanelFacts,
): LifeEvent[] {
  if (outcomes === undefined) return [];
  const account = lives.account[life]!;
  const code = outcomeKinds.indexOf(sought);
  const found: LifeEvent[] = [];
  for (let i = outcomes.offsets[account]!; i < outcomes.offsets[account + 1]!; i++) {
    const day = outcomes.day[i]!;
    const isInside = day > lives.startDay[life]! && day <= lives.endDay[life]!;
    if (outcomes.kind[i] === code && isInside) found.push({ day, noticeDay: outcomes.noticeDay[i]! });
  }
  return found;
}
