import { type LifeTable, NO_DAY } from '../measures/dataset.ts';
import type { BacktestSettings } from '../schemas/backtest-settings.ts';
import { scheduleDays } from './build-schedule.ts';

/** Labels of as-of rows. KEPT and POSITIVE count; the others are counted and left out. */
export const KEPT = 0;
export const POSITIVE = 1;
export const TOO_LATE = 2;
export const PENDING = 3;

/**
 * Eligible accounts at each as-of date, account-major (rows of an account are consecutive, dates ascending). `life` is
 * an index into the life table; `outcomeDay` is NO_DAY where no usable outcome is known.
 */
export interface Panel {
  readonly asOfDays: Int32Array;
  readonly account: Int32Array;
  readonly life: Int32Array;
  readonly snapshot: Uint16Array;
  readonly asOf: Int32Array;
  readonly lifeStart: Int32Array;
  /** See `AsOfRows`. */
  readonly recordsFrom: Int32Array;
  readonly label: Uint8Array;
  readonly outcomeDay: Int32Array;
  /** Per as-of date: accounts left out because their notice was known by then. */
  readonly alreadyGaveNotice: Int32Array;
  readonly accountCount: number;
}

/**
 * Builds the rows of a back-test, at most one per account and date: of the life that covers t, the latest begun where
 * lives overlap. Eligible at t: start ≤ t − minimum tenure, not ended by t, notice not known by t.
 * Label, in this order: t + gap + horizon > known-through → PENDING (also where an outcome is known); outcome in
 * (t, t + gap] → TOO_LATE; in (t + gap, t + gap + horizon] → POSITIVE; else KEPT. Outcomes after known-through are
 * never used. The outcome day is the notice where one is known (or always the end, by the settings).
 */
export function buildPanel(lives: LifeTable, settings: BacktestSettings): Panel {
  const asOfDays = Int32Array.from(scheduleDays(settings.schedule));
  const columns = new PanelColumns();
  const alreadyGaveNotice = new Int32Array(asOfDays.length);
  const outcomeDays = outcomeDayOfLives(lives, settings);
  for (let a = 0; a + 1 < lives.offsets.length; a++) {
    for (let s = 0; s < asOfDays.length; s++) {
      const t = asOfDays[s]!;
      const life = coveringLife(lives, a, t);
      if (life === null || lives.startDay[life]! > t - settings.minimumTenureDays) continue;
      if (lives.noticeDay[life]! <= t) alreadyGaveNotice[s]!++;
      else columns.push(lives, life, s, t, labelRow(t, outcomeDays[life]!, settings), outcomeDays[life]!);
    }
  }
  return { asOfDays, alreadyGaveNotice, accountCount: lives.offsets.length - 1, ...columns.finish() };
}

/** Label of one eligible row; see `buildPanel`. */
export function labelRow(
  asOf: number,
  outcomeDay: number,
  settings: Pick<BacktestSettings, 'gapDays' | 'horizonDays' | 'knownThrough'>,
): number {
  const actFrom = asOf + settings.gapDays;
  const until = actFrom + settings.horizonDays;
  if (until > settings.knownThrough) return PENDING;
  if (outcomeDay > asOf && outcomeDay <= actFrom) return TOO_LATE;
  return outcomeDay > actFrom && outcomeDay <= until ? POSITIVE : KEPT;
}

/**
 * The day that counts as each life's churn under the settings: the end, or a notice given before it. NO_DAY where none
 * is usable.
 */
export function outcomeDayOfLives(
  lives: LifeTable,
  settings: Pick<BacktestSettings, 'outcomeDate' | 'knownThrough'>,
): Int32Array {
  return Int32Array.from(lives.endDay, (endDay, life) => {
    const usesNotice = settings.outcomeDate === 'noticeOrEffective';
    const day = usesNotice ? Math.min(lives.noticeDay[life]!, endDay) : endDay;
    return day <= settings.knownThrough ? day : NO_DAY;
  });
}

/** The life of an account that covers a day (start ≤ day < end), the latest begun of several; null = none. */
function coveringLife(lives: LifeTable, account: number, day: number): number | null {
  for (let life = lives.offsets[account + 1]! - 1; life >= lives.offsets[account]!; life--) {
    if (lives.startDay[life]! <= day && lives.endDay[life]! > day) return life;
  }
  return null;
}

/** First day whose records belong to a life; see `AsOfRows`. */
export function firstRecordDay(lives: LifeTable, life: number): number {
  const isFirst = lives.offsets[lives.account[life]!] === life;
  return isFirst ? -NO_DAY : lives.startDay[life]!;
}

/** Growable columns: the number of eligible rows is known only at the end. */
class PanelColumns {
  #size = 0;
  #account = new Int32Array(1024);
  #life = new Int32Array(1024);
  #snapshot = new Uint16Array(1024);
  #asOf = new Int32Array(1024);
  #lifeStart = new Int32Array(1024);
  #recordsFrom = new Int32Array(1024);
  #label = new Uint8Array(1024);
  #outcomeDay = new Int32Array(1024);

  push(lives: LifeTable, life: number, snapshot: number, asOf: number, label: number, outcomeDay: number) {
    if (this.#size === this.#account.length) this.#grow();
    const r = this.#size++;
    this.#account[r] = lives.account[life]!;
    this.#life[r] = life;
    this.#snapshot[r] = snapshot;
    this.#asOf[r] = asOf;
    this.#lifeStart[r] = lives.startDay[life]!;
    this.#recordsFrom[r] = firstRecordDay(lives, life);
    this.#label[r] = label;
    this.#outcomeDay[r] = outcomeDay;
  }

  finish() {
    const size = this.#size;
    return {
      account: this.#account.slice(0, size),
      life: this.#life.slice(0, size),
      snapshot: this.#snapshot.slice(0, size),
      asOf: this.#asOf.slice(0, size),
      lifeStart: this.#lifeStart.slice(0, size),
      recordsFrom: this.#recordsFrom.slice(0, size),
      label: this.#label.slice(0, size),
      outcomeDay: this.#outcomeDay.slice(0, size),
    };
  }

  #grow() {
    const length = this.#account.length * 2;
    const widen = <T extends Int32Array | Uint16Array | Uint8Array>(old: T, wide: T): T => {
      wide.set(old);
      return wide;
    };
    this.#account = widen(this.#account, new Int32Array(length));
    this.#life = widen(this.#life, new Int32Array(length));
    this.#snapshot = widen(this.#snapshot, new Uint16Array(length));
    this.#asOf = widen(this.#asOf, new Int32Array(length));
    this.#lifeStart = widen(this.#lifeStart, new Int32Array(length));
    this.#recordsFrom = widen(this.#recordsFrom, new Int32Array(length));
    this.#label = widen(this.#label, new Uint8Array(length));
    this.#outcomeDay = widen(this.#outcomeDay, new Int32Array(length));
  }
}
