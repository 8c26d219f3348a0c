import type { Estimate } from '../schemas/figures.ts';
import type { BootstrapFigures } from '../schemas/lab-figures.ts';
import { quantileLinear } from '../statistics/quantile-linear.ts';
import { generatorName } from '../statistics/random.ts';
import { type BootstrapInput, type BootstrapRows, buildBootstrapRows } from './bootstrap-rows.ts';
import { AccountResampler, unpackLane } from './resample-accounts.ts';
import { aucOfDateCounts, averagePrecisionOfCounts, ksOfCounts } from './score-counts.ts';

export const RESAMPLES = 1000;

const figureKeys = [
  'auc',
  'catchRate',
  'hitRate',
  'averagePrecision',
  'ks',
  'amountCatch',
  'cheapestThreshold',
] as const;
type Values = Record<(typeof figureKeys)[number], number | null>;

/** Below this no interval: a resample would draw the same few again. */
const FEWEST_CHURNERS = 3;

/**
 * By-account percentile bootstrap of the judged window's figures without a formula: catch rate at alarm (by churner, at
 * the decision date; unscored = missed), hit rate (by row), average precision, KS, amount-weighted catch, the cheapest
 * threshold; AUC too, for comparison with its jackknife. Resamples where a figure is undefined are left out of it.
 * Runs in slices: `run(n)` until `done` is `total`, then `figures()`; the slices never change the result.
 * Counting on packed counts and typed arrays, since it passes over all rows once per few resamples.
 */
export class Bootstrap {
  readonly total: number;
  #done = 0;
  readonly #input: BootstrapInput;
  readonly #rows: BootstrapRows;
  readonly #resampler: AccountResampler;
  readonly #sums: Float64Array;
  readonly #values = figureKeys.map((): number[] => []);

  constructor(input: BootstrapInput) {
    this.#input = input;
    this.#rows = buildBootstrapRows(input);
    this.#resampler = new AccountResampler(this.#rows.accounts, this.#rows.mostRows, input.seed);
    this.#sums = new Float64Array(this.#rows.cells);
    this.total = this.#rows.accounts === 0 ? 0 : (input.resamples ?? RESAMPLES);
  }

  get done(): number {
    return this.#done;
  }

  /** Does the next `count` resamples (rounded up to what fits one pass); returns how many are done. */
  run(count: number): number {
    const until = Math.min(this.total, this.#done + count);
    while (this.#done < until) {
      const { lanes, counts } = this.#resampler.draw(this.total - this.#done);
      addUp(this.#rows, counts, this.#sums);
      for (let lane = 0; lane < lanes; lane++) {
        const values = this.#evaluate((packed) => unpackLane(packed, lane, this.#resampler.step), counts);
        figureKeys.forEach((key, k) => {
          if (values[key] !== null) this.#values[k]!.push(values[key]);
        });
      }
      this.#done += lanes;
    }
    return this.#done;
  }

  /** Figures with the intervals of the resamples done so far. */
  figures(): BootstrapFigures {
    const { churners, scoredRows, accounts, amount } = this.#rows;
    const ones = new Float64Array(accounts).fill(1);
    addUp(this.#rows, ones, this.#sums);
    const values = this.#evaluate((count) => count, ones);
    const estimates = Object.fromEntries(
      figureKeys.map((key, k) => [key, this.#estimate(values[key], this.#values[k]!)]),
    ) as Record<(typeof figureKeys)[number], Estimate | null>;
    const effective = amount.squares > 0 ? amount.sum ** 2 / amount.squares : null;
    return {
      reason: scoredRows === 0 ? 'noRows' : churners.account.length === 0 ? 'noChurners' : null,
      generator: generatorName,
      seed: this.#input.seed,
      resamples: this.#done,
      accounts,
      churners: churners.account.length,
      ...estimates,
      amountEffectiveN: effective,
      amountMissing: amount.missing,
      rows: scoredRows,
    };
  }

  #estimate(value: number | null, resampled: readonly number[]): Estimate | null {
    if (value === null) return null;
    const isWide = this.#rows.churners.account.length < FEWEST_CHURNERS || resampled.length < this.#done / 2;
    if (isWide || resampled.length === 0) return { value, low: null, high: null };
    return { value, low: quantileLinear(resampled, 0.025), high: quantileLinear(resampled, 0.975) };
  }

  /** All figures of one resample: of `#sums` and of the counts per account, seen through one lane. */
  #evaluate(lane: (packed: number) => number, counts: Float64Array): Values {
    const { buckets, dates, isAlarm } = this.#rows;
    const positives = new Float64Array(dates * buckets);
    const kept = new Float64Array(dates * buckets);
    const pooledPositives = new Float64Array(buckets);
    const pooledKept = new Float64Array(buckets);
    for (let cell = 0; cell < positives.length; cell++) {
      const p = lane(this.#sums[2 * cell + 1]!);
      const n = lane(this.#sums[2 * cell]!);
      positives[cell] = p;
      kept[cell] = n;
      pooledPositives[cell % buckets]! += p;
      pooledKept[cell % buckets]! += n;
    }
    let alarmRows = 0;
    let alarmPositives = 0;
    for (let b = 0; b < buckets; b++) {
      if (isAlarm[b] === 0) continue;
      alarmPositives += pooledPositives[b]!;
      alarmRows += pooledPositives[b]! + pooledKept[b]!;
    }
    return {
      auc: aucOfDateCounts(positives, kept, buckets),
      hitRate: alarmRows === 0 ? null : alarmPositives / alarmRows,
      averagePrecision: averagePrecisionOfCounts(pooledPositives, pooledKept),
      ks: ksOfCounts(pooledPositives, pooledKept)?.value ?? null,
      cheapestThreshold: this.#cheapest(pooledPositives, pooledKept),
      ...this.#catches(lane, counts),
    };
  }

  #catches(lane: (packed: number) => number, counts: Float64Array) {
    const { account, caught, amount } = this.#rows.churners;
    let all = 0;
    let found = 0;
    let allAmount = 0;
    let foundAmount = 0;
    for (let c = 0; c < account.length; c++) {
      const times = lane(counts[account[c]!]!);
      all += times;
      found += times * caught[c]!;
      if (Number.isNaN(amount[c]!)) continue;
      allAmount += times * amount[c]!;
      foundAmount += times * amount[c]! * caught[c]!;
    }
    return {
      catchRate: all === 0 ? null : found / all,
      amountCatch: allAmount > 0 ? foundAmount / allAmount : null,
    };
  }

  /** The lowest of the thresholds (call scores below it) that cost least. */
  #cheapest(positives: Float64Array, kept: Float64Array): number | null {
    const { costs } = this.#input;
    if (costs === null || positives.length === 0) return null;
    let missed = 0;
    for (let b = 0; b < positives.length; b++) missed += positives[b]!;
    let called = 0;
    let best = { threshold: 0, cost: missed * costs.miss };
    for (let b = 0; b < positives.length; b++) {
      missed -= positives[b]!;
      called += positives[b]! + kept[b]!;
      const cost = missed * costs.miss + called * costs.call;
      if (cost < best.cost) best = { threshold: this.#rows.scoreOf[b]! + 1, cost };
    }
    return best.threshold;
  }
}

/** Adds each account's count to the cells of its rows; long and plain, the inner loop of every resample. */
function addUp({ starts, cell }: BootstrapRows, counts: Float64Array, sums: Float64Array): void {
  sums.fill(0);
  for (let a = 0; a < counts.length; a++) {
    const count = counts[a]!;
    if (count === 0) continue;
    const end = starts[a + 1]!;
    for (let i = starts[a]!; i < end; i++) sums[cell[i]!]! += count;
  }
}
