import type { ThresholdAdvice } from '../schemas/threshold-advice.ts';
import { quantileLinear } from '../statistics/quantile-linear.ts';
import { generatorName } from '../statistics/random.ts';
import { runToEnd } from '../statistics/run-to-end.ts';
import { rowsOfWindow } from './choose-split.ts';
import { type LabInput, learntWindow } from './lab-input.ts';
import { AccountResampler } from './resample-accounts.ts';
import { decisionRows } from './window-figures.ts';
import { selectRows, selectScored } from './window-rows.ts';

/** How often a threshold is chosen again. */
export const THRESHOLD_RESAMPLES = 200;

/** Below so many churners of the design window no threshold by cost is offered, as nothing else is learnt from them. */
const FEWEST_CHURNERS = 10;

/** The last dates that a capacity is matched on. */
const CAPACITY_DATES = 3;

export interface ThresholdInput extends LabInput {
  /** See `orderAccounts`. */
  readonly accountOrder: ArrayLike<number>;
  readonly seed: number;
  readonly capacityPerAsOf: number;
  /** Cost of a missed churner and of a call (a row below the threshold), in any one unit. */
  readonly costs: { readonly miss: number; readonly call: number };
  /** 200 unless given. */
  readonly resamples?: number;
}

/**
 * Thresholds for calling, learnt on the design window (all mature dates without a split), and how far each would move had
 * other accounts been drawn: by capacity, the highest score with at most k accounts below it on the average of the last
 * three dates; by cost, the lowest of the scores at which misses (churners whose decision row is not below it) and calls
 * cost least. The interval holds 95 % of the thresholds chosen anew on by-account resamples. Scores in tenths, counted
 * from the alarm side. By cost is null below ten churners with a scored decision row, both without rows.
 */
export function adviseThresholds(input: ThresholdInput): ThresholdAdvice {
  return runToEnd(thresholdSteps(input));
}

/** adviseThresholds in steps, one a resample; each yields the share that is done. */
export function* thresholdSteps(input: ThresholdInput): Generator<number, ThresholdAdvice, void> {
  const rows = layOutRows(input);
  const choose = makeChooser(input, rows);
  const own = choose(new Float64Array(rows.accounts).fill(1));
  const total = rows.accounts === 0 ? 0 : (input.resamples ?? THRESHOLD_RESAMPLES);
  const resampler = new AccountResampler(rows.accounts, 1, input.seed);
  const drawn = { byCapacity: [] as number[], byCost: [] as number[] };
  for (let done = 1; done <= total; done++) {
    const { byCapacity, byCost } = choose(resampler.draw(1).counts);
    drawn.byCapacity.push(byCapacity.bound);
    drawn.byCost.push(byCost.bound);
    yield done / total;
  }
  const hasRows = rows.accounts > 0;
  return {
    window: learntWindow(input.windows),
    dates: rows.dates,
    rows: rows.bucket.length,
    accounts: rows.accounts,
    churners: rows.decision.length,
    resamples: total,
    generator: generatorName,
    seed: input.seed,
    byCapacity: hasRows ? { ...own.byCapacity, ...spread(drawn.byCapacity) } : null,
    byCost:
      hasRows && rows.decision.length >= FEWEST_CHURNERS ? { ...own.byCost, ...spread(drawn.byCost) } : null,
  };
}

interface LaidOutRows {
  readonly accounts: number;
  readonly dates: number;
  /** Beside one another, a scored row each: position of the account, score, 1 on one of the last dates. */
  readonly account: Int32Array;
  readonly bucket: Uint16Array;
  readonly isLast: Uint8Array;
  readonly lastDates: number;
  /** Rows of the churners' decisions, as positions in the arrays above. */
  readonly decision: readonly number[];
}

function layOutRows(input: ThresholdInput): LaidOutRows {
  const { panel, scores, windows } = input;
  const rows = selectRows(panel, rowsOfWindow(panel, windows, [learntWindow(windows)]));
  const scored = selectScored(rows, scores);
  const present = new Set(scored.account);
  const ordered = Array.from(input.accountOrder).filter((account) => present.has(account));
  const positionOf = new Map(ordered.map((account, position) => [account, position]));
  const dates = [...new Set(scored.snapshot)].sort((a, b) => b - a);
  const last = new Set(dates.slice(0, CAPACITY_DATES));
  const placeOf = new Map(Array.from(scored.row, (row, i) => [row, i]));
  return {
    accounts: ordered.length,
    dates: dates.length,
    account: Int32Array.from(scored.account, (account) => positionOf.get(account)!),
    bucket: scored.bucket,
    isLast: Uint8Array.from(scored.snapshot, (snapshot) => Number(last.has(snapshot))),
    lastDates: last.size,
    decision: decisionRows(panel, rows).flatMap((row) => placeOf.get(row) ?? []),
  };
}

/** Both thresholds for accounts counted so many times each: plain sums over scores, as it runs 200 times. */
function makeChooser({ capacityPerAsOf, costs }: ThresholdInput, rows: LaidOutRows) {
  const { account, bucket, isLast, lastDates, decision } = rows;
  return (counts: Float64Array) => {
    const calls = new Float64Array(1001);
    const recent = new Float64Array(1001);
    const decided = new Float64Array(1001);
    for (let i = 0; i < bucket.length; i++) {
      const times = counts[account[i]!]!;
      calls[bucket[i]!]! += times;
      if (isLast[i] === 1) recent[bucket[i]!]! += times;
    }
    for (const i of decision) decided[bucket[i]!]! += counts[account[i]!]!;
    return {
      byCapacity: chooseByCapacity(recent, lastDates, capacityPerAsOf),
      byCost: chooseByCost(calls, decided, costs),
    };
  };
}

function chooseByCapacity(counts: Float64Array, dates: number, capacity: number) {
  let below = 0;
  let bound = 0;
  while (bound < 1000 && below + counts[bound]! <= capacity * dates) below += counts[bound++]!;
  return { bound, perDate: dates === 0 ? 0 : below / dates };
}

function chooseByCost(calls: Float64Array, decided: Float64Array, costs: ThresholdInput['costs']) {
  let missed = decided.reduce((sum, count) => sum + count, 0);
  let called = 0;
  let best = { bound: 0, cost: missed * costs.miss, misses: missed, calls: 0 };
  for (let score = 0; score < 1000; score++) {
    missed -= decided[score]!;
    called += calls[score]!;
    const cost = missed * costs.miss + called * costs.call;
    if (cost < best.cost) best = { bound: score + 1, cost, misses: missed, calls: called };
  }
  return best;
}

function spread(bounds: readonly number[]): { low: number | null; high: number | null } {
  return { low: quantileLinear(bounds, 0.025), high: quantileLinear(bounds, 0.975) };
}
