import type { DriftFigures } from '../schemas/lab-figures.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { quantileLinear } from '../statistics/quantile-linear.ts';
import { createRandom } from '../statistics/random.ts';
import { runToEnd } from '../statistics/run-to-end.ts';
import { OUTSIDE } from './build-panel.ts';
import { rowsOfWindow } from './choose-split.ts';
import { type LabInput, learntWindow } from './lab-input.ts';
import { drawBelow } from './resample-accounts.ts';

const SWAPS = 500;

/** Seed and account indices in order of id, see `orderAccounts`. */
export interface Resampling {
  readonly seed: number;
  readonly accountOrder: ArrayLike<number>;
}

/**
 * Has the distribution over bands moved since the design window? Population stability index of the scored rows of the
 * design window against the scored accounts of the latest as-of date (pending or not), ½ added to every cell. `limit` is
 * the index's 95th percentile over 500 by-account swaps: an account in both swaps its latest row with one drawn from all
 * its rows (itself included), accounts in only one of the two swap sides at random, keeping the numbers.
 */
export function computeDrift(input: LabInput, resampling: Resampling): DriftFigures {
  return runToEnd(driftSteps(input, resampling));
}

/** computeDrift in steps, one per swap; each yields the share that is done. */
export function* driftSteps(
  input: LabInput,
  { seed, accountOrder }: Resampling,
): Generator<number, DriftFigures, void> {
  const latest = latestScored(input);
  if (latest === null) return noDrift('noRows', null);
  const asOf = input.panel.asOfDays[latest]!;
  const { both, designOnly, latestOnly } = gatherAccounts(input, latest, accountOrder);
  const design = [...both, ...designOnly].flatMap((account) => account.design);
  if (design.length === 0) return noDrift('noDesignRows', asOf);
  const bandCount = input.bands.length;
  const designCounts = countBands(design, bandCount);
  const latestCounts = countBands(
    [...both, ...latestOnly].map((account) => account.latest),
    bandCount,
  );
  const next = createRandom(seed).nextUint32;
  const [inBoth, inOne] = [toColumns(both), toColumns([...designOnly, ...latestOnly])];
  const order = Int32Array.from(inOne.latest.keys());
  const swapped: number[] = [];
  while (swapped.length < SWAPS) {
    const counts = { design: designCounts.slice(), latest: latestCounts.slice() };
    swapWithin(inBoth, counts, next);
    swapBetween(inOne, order, counts, next);
    swapped.push(stabilityIndex(counts.design, counts.latest));
    yield swapped.length / SWAPS;
  }
  const latestTotal = both.length + latestOnly.length;
  return {
    reason: null,
    asOf,
    psi: stabilityIndex(designCounts, latestCounts),
    limit: quantileLinear(swapped, 0.95),
    swaps: SWAPS,
    bands: input.bands.map(({ id }, b) => ({
      bandId: id,
      designShare: designCounts[b]! / design.length,
      latestShare: latestCounts[b]! / latestTotal,
    })),
  };
}

/** Σ (a − e)·ln(a ÷ e) over cells, a and e being shares after adding ½ to every count; 0 = the same distribution. */
export function stabilityIndex(expected: ArrayLike<number>, actual: ArrayLike<number>): number {
  let allExpected = expected.length / 2;
  let allActual = allExpected;
  for (let b = 0; b < expected.length; b++) {
    allExpected += expected[b]!;
    allActual += actual[b]!;
  }
  let index = 0;
  for (let b = 0; b < expected.length; b++) {
    const e = (expected[b]! + 0.5) / allExpected;
    const a = (actual[b]! + 0.5) / allActual;
    index += (a - e) * Math.log(a / e);
  }
  return index;
}

interface AccountBands {
  /** Bands of its scored design rows. */
  readonly design: readonly number[];
  /** Band at the latest date, −1 where it has none. */
  readonly latest: number;
}
interface Counts {
  readonly design: Int32Array;
  readonly latest: Int32Array;
}

function latestScored({ panel, scores }: LabInput): number | null {
  let latest: number | null = null;
  for (let r = 0; r < scores.length; r++) {
    if (scores[r] === NOT_SCORED || panel.label[r] === OUTSIDE) continue;
    if (latest === null || panel.snapshot[r]! > latest) latest = panel.snapshot[r]!;
  }
  return latest;
}

function gatherAccounts(input: LabInput, latest: number, accountOrder: ArrayLike<number>) {
  const { panel, scores, windows, bands } = input;
  const bandOf = bandOfScores(bands);
  const byAccount = new Map<number, { design: number[]; latest: number }>();
  const find = (account: number) => {
    const known = byAccount.get(account);
    if (known !== undefined) return known;
    const made = { design: [], latest: -1 };
    byAccount.set(account, made);
    return made;
  };
  for (const r of rowsOfWindow(panel, windows, [learntWindow(windows)])) {
    if (scores[r] === NOT_SCORED || panel.snapshot[r] === latest) continue;
    find(panel.account[r]!).design.push(bandOf[scores[r]!]!);
  }
  for (let r = 0; r < scores.length; r++) {
    if (panel.snapshot[r] !== latest || scores[r] === NOT_SCORED || panel.label[r] === OUTSIDE) continue;
    find(panel.account[r]!).latest = bandOf[scores[r]!]!;
  }
  const ordered = Array.from(accountOrder).flatMap((account) => byAccount.get(account) ?? []);
  return {
    both: ordered.filter(({ design, latest: band }) => design.length > 0 && band >= 0),
    designOnly: ordered.filter(({ latest: band }) => band < 0),
    latestOnly: ordered.filter(({ design }) => design.length === 0),
  };
}

/** Accounts in columns: `design[starts[a]] … design[starts[a + 1]]`, and the latest band; 500 passes run over them. */
interface AccountColumns {
  readonly starts: Int32Array;
  readonly design: Uint8Array;
  readonly latest: Int8Array;
}

function toColumns(accounts: readonly AccountBands[]): AccountColumns {
  const starts = new Int32Array(accounts.length + 1);
  accounts.forEach(({ design }, a) => {
    starts[a + 1] = starts[a]! + design.length;
  });
  return {
    starts,
    design: Uint8Array.from(accounts.flatMap(({ design }) => design)),
    latest: Int8Array.from(accounts, ({ latest }) => latest),
  };
}

/** One row drawn from all of an account's changes places with its latest. */
function swapWithin({ starts, design, latest }: AccountColumns, counts: Counts, next: () => number): void {
  for (let a = 0; a < latest.length; a++) {
    const from = starts[a]!;
    const rows = starts[a + 1]! - from;
    const drawn = drawBelow(next, rows + 1);
    if (drawn === rows) continue;
    const before = design[from + drawn]!;
    const now = latest[a]!;
    counts.design[before]!--;
    counts.design[now]!++;
    counts.latest[now]!--;
    counts.latest[before]!++;
  }
}

/** As many accounts as were only in the latest date are drawn to be there; one new there brings one of its rows. */
function swapBetween(single: AccountColumns, order: Int32Array, counts: Counts, next: () => number): void {
  const { starts, design, latest } = single;
  const sides = latest.reduce((count, band) => count + Number(band >= 0), 0);
  for (let i = 0; i < order.length; i++) {
    if (i < sides) {
      const other = i + drawBelow(next, order.length - i);
      const kept = order[i]!;
      order[i] = order[other]!;
      order[other] = kept;
    }
    const a = order[i]!;
    const band = latest[a]!;
    const becomesLatest = i < sides;
    if (band >= 0 && !becomesLatest) {
      counts.latest[band]!--;
      counts.design[band]!++;
    }
    if (band < 0 && becomesLatest) {
      const [from, to] = [starts[a]!, starts[a + 1]!];
      for (let row = from; row < to; row++) counts.design[design[row]!]!--;
      counts.latest[design[from + drawBelow(next, to - from)]!]!++;
    }
  }
}

function countBands(bands: readonly number[], bandCount: number): Int32Array {
  const counts = new Int32Array(bandCount);
  for (const band of bands) counts[band]!++;
  return counts;
}

function noDrift(reason: DriftFigures['reason'], asOf: number | null): DriftFigures {
  return { reason, asOf, psi: null, limit: null, swaps: 0, bands: [] };
}
