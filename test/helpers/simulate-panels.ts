import { aucOfDateCounts } from '../../shared/backtest/score-counts.ts';
import { auc } from '../../shared/statistics/auc.ts';
import { delong } from '../../shared/statistics/delong.ts';
import { pairedAucDifference } from '../../shared/statistics/paired-auc-difference.ts';
import { createRandom, type Random } from '../../shared/statistics/random.ts';
import { sameDateAucOf } from '../../shared/statistics/same-date-auc.ts';
import { jackknifeComponents, type SameDateRows } from '../../shared/statistics/same-date-pairs.ts';

/** Monthly as-of dates of a panel, and the scores' grid (tenths). */
const DATES = 12;
const BUCKETS = 1001;
/** One month's step of the process that moves within an account. */
const PHI = 0.8;

/** How churn comes about in a simulated panel; see `drawPanel`. */
export interface PanelWorld {
  /** Share of an account's health that never moves. */
  readonly rho: number;
  /** β1: what one unit of health takes off the monthly hazard's logit. */
  readonly slope: number;
  /** Churned accounts expected among 300. */
  readonly churners: number;
  readonly horizonMonths: number;
  /** Added to score and hazard of everybody by month, without any account signal; `slope` is 0 then. */
  readonly calendar?: 'season' | 'growth';
}

export interface SimulatedPanel {
  readonly rows: SameDateRows;
  readonly score: Uint16Array;
  /** A second score that sees health less well. */
  readonly other: Uint16Array;
}

export interface PanelTruth {
  readonly auc: number;
  readonly difference: number;
  readonly allPairs: number;
}

/** Shares of panels whose 95 % interval holds the truth; `none` counts panels without an interval. */
export interface Coverage {
  readonly auc: number;
  readonly difference: number;
  readonly byRow: number;
  readonly meanChurners: number;
  readonly none: number;
}

/** β0 that gives the expected churners, found on 10,000 fixed accounts. */
export function solveIntercept(world: PanelWorld): number {
  const random = createRandom(99);
  const months = DATES + world.horizonMonths - 1;
  const paths = Array.from({ length: 10_000 }, () => drawPath(world.rho, months, random));
  const share = (intercept: number) =>
    paths.reduce((sum, path) => {
      let stays = 1;
      for (let m = 0; m < months; m++) stays *= 1 - hazard(world, intercept, path[m]!, m);
      return sum + 1 - stays;
    }, 0) / paths.length;
  let [low, high] = [-20, 5];
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2;
    if (share(middle) < world.churners / 300) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * A panel of accounts: health z = √ρ·account + √(1 − ρ)·AR(1) with φ = .8, monthly hazard logit = β0 − β1·z, twelve
 * monthly as-of dates, a row while the account is there, positive where it churns within the horizon.
 */
export function drawPanel(
  world: PanelWorld,
  intercept: number,
  accounts: number,
  random: Random,
): SimulatedPanel {
  const months = DATES + world.horizonMonths - 1;
  const most = accounts * DATES;
  const account = new Int32Array(most);
  const snapshot = new Uint16Array(most);
  const positive = new Uint8Array(most);
  const score = new Uint16Array(most);
  const other = new Uint16Array(most);
  let size = 0;
  for (let a = 0; a < accounts; a++) {
    const health = drawPath(world.rho, months, random);
    const noise = drawPath(world.rho, DATES, random);
    let churnedIn = months;
    for (let m = 0; m < months && churnedIn === months; m++) {
      if (random.uniform() < hazard(world, intercept, health[m]!, m)) churnedIn = m;
    }
    for (let t = 0; t < DATES && t <= churnedIn; t++) {
      account[size] = a;
      snapshot[size] = t;
      positive[size] = churnedIn < t + world.horizonMonths && churnedIn < months ? 1 : 0;
      const shift = calendarShift(world, t);
      score[size] = toBucket(health[t]! + shift);
      other[size++] = toBucket(0.6 * health[t]! + 0.8 * noise[t]! + shift);
    }
  }
  return {
    rows: {
      account: account.slice(0, size),
      snapshot: snapshot.slice(0, size),
      positive: positive.slice(0, size),
      snapshotCount: DATES,
    },
    score: score.slice(0, size),
    other: other.slice(0, size),
  };
}

/** The AUC, the difference and the all-pairs AUC of the same generator over many accounts. */
export function panelTruth(world: PanelWorld, intercept: number, accounts: number, seed: number): PanelTruth {
  const { rows, score, other } = drawPanel(world, intercept, accounts, createRandom(seed));
  const counts = (bucket: Uint16Array, dates: boolean) => {
    const positives = new Int32Array(DATES * BUCKETS);
    const kept = new Int32Array(DATES * BUCKETS);
    for (let r = 0; r < bucket.length; r++) {
      const cell = (dates ? rows.snapshot[r]! * BUCKETS : 0) + bucket[r]!;
      if (rows.positive[r] === 1) positives[cell]!++;
      else kept[cell]!++;
    }
    return aucOfDateCounts(positives, kept, BUCKETS)!;
  };
  const first = counts(score, true);
  return { auc: first, difference: first - counts(other, true), allPairs: counts(score, false) };
}

/** How often the intervals of `panels` panels of 300 accounts hold the truth. */
export function measureCoverage(
  world: PanelWorld,
  truth: PanelTruth,
  { intercept, panels, seed }: { readonly intercept: number; readonly panels: number; readonly seed: number },
): Coverage {
  const random = createRandom(seed);
  const held = { auc: 0, difference: 0, byRow: 0, churners: 0, none: 0 };
  for (let p = 0; p < panels; p++) {
    const { rows, score, other } = drawPanel(world, intercept, 300, random);
    const components = jackknifeComponents(rows, score);
    const found = sameDateAucOf(components);
    const paired = pairedAucDifference(components, jackknifeComponents(rows, other));
    held.churners += components.churnedAccounts;
    if (found.interval === null || !paired?.interval) {
      held.none++;
      continue;
    }
    held.auc += Number(holds(found.interval, truth.auc));
    held.difference += Number(holds(paired.interval, truth.difference));
    const byRow = delong(...byClass(rows, score));
    held.byRow += Number(byRow !== null && holds(byRow.interval, truth.allPairs));
  }
  const counted = panels - held.none;
  return {
    auc: held.auc / counted,
    difference: held.difference / counted,
    byRow: held.byRow / counted,
    meanChurners: held.churners / panels,
    none: held.none,
  };
}

/** Mean pooled and all-pairs AUC of panels of 300 accounts: what a calendar effect does to each. */
export function meanAucs(
  world: PanelWorld,
  { intercept, panels, seed }: { readonly intercept: number; readonly panels: number; readonly seed: number },
): { sameDate: number; allPairs: number } {
  const random = createRandom(seed);
  let [sameDate, allPairs] = [0, 0];
  for (let p = 0; p < panels; p++) {
    const { rows, score } = drawPanel(world, intercept, 300, random);
    sameDate += sameDateAucOf(jackknifeComponents(rows, score)).auc ?? 0.5;
    allPairs += auc(...byClass(rows, score)) ?? 0.5;
  }
  return { sameDate: sameDate / panels, allPairs: allPairs / panels };
}

function byClass({ positive }: SameDateRows, score: Uint16Array): [Uint16Array, Uint16Array] {
  return [score.filter((_, r) => positive[r] === 0), score.filter((_, r) => positive[r] === 1)];
}

function holds({ low, high }: { readonly low: number; readonly high: number }, truth: number): boolean {
  return low <= truth && truth <= high;
}

function hazard(world: PanelWorld, intercept: number, health: number, month: number): number {
  return 1 / (1 + Math.exp(-(intercept - world.slope * health - 1.65 * calendarShift(world, month))));
}

/** Season: a yearly wave; growth: a steady rise. Both move score and hazard of all accounts alike. */
function calendarShift({ calendar }: PanelWorld, month: number): number {
  if (calendar === 'season') return 0.8 * Math.cos((2 * Math.PI * month) / 12);
  return calendar === 'growth' ? 0.16 * month : 0;
}

function drawPath(rho: number, months: number, random: Random): Float64Array {
  const fixed = Math.sqrt(rho) * random.normal();
  const path = new Float64Array(months);
  let moving = random.normal();
  for (let m = 0; m < months; m++) {
    if (m > 0) moving = PHI * moving + Math.sqrt(1 - PHI * PHI) * random.normal();
    path[m] = fixed + Math.sqrt(1 - rho) * moving;
  }
  return path;
}

function toBucket(value: number): number {
  return Math.min(BUCKETS - 1, Math.max(0, Math.round(450 + 90 * value)));
}
