import { buildPanel, KEPT, type Panel, POSITIVE } from '../../shared/backtest/build-panel.ts';
import { judgeBaselines } from '../../shared/backtest/judge-baselines.ts';
import { judgeVerdict } from '../../shared/backtest/judge-verdict.ts';
import { evaluateWindow } from '../../shared/backtest/window-figures.ts';
import { buildLives } from '../../shared/measures/build-dataset.ts';
import { NO_DAY } from '../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../shared/schemas/backtest-settings.ts';
import type { Verdict } from '../../shared/schemas/figures.ts';
import { presetBands } from '../../shared/scoring/grading-schemes.ts';
import { normal975, normalQuantile } from '../../shared/statistics/normal.ts';
import { pairedAucDifference } from '../../shared/statistics/paired-auc-difference.ts';
import { createRandom, type Random } from '../../shared/statistics/random.ts';
import { type JackknifeComponents, jackknifeComponents } from '../../shared/statistics/same-date-pairs.ts';
import { createRanker, luckLine, peerPoints } from '../../shared/suggestions/luck-line.ts';

/** One date: the score's and the baselines' true AUCs, equicorrelated at .5, churned rows shifted. */
export interface VerdictWorld {
  readonly name: string;
  readonly score: number;
  readonly baselines: readonly number[];
  readonly churners: number;
  readonly accounts: number;
}

export const verdictWorlds: readonly VerdictWorld[] = [
  { name: 'a', score: 0.7, baselines: [0.7], churners: 100, accounts: 1000 },
  { name: 'b', score: 0.5, baselines: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5], churners: 12, accounts: 300 },
  { name: 'b', score: 0.5, baselines: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5], churners: 30, accounts: 300 },
  { name: 'b', score: 0.5, baselines: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5], churners: 100, accounts: 1000 },
  { name: 'c', score: 0.7, baselines: [0.6, 0.5, 0.5, 0.5, 0.5], churners: 100, accounts: 1000 },
  { name: 'd', score: 0.75, baselines: [0.68, 0.6, 0.6], churners: 12, accounts: 300 },
  { name: 'e', score: 0.6, baselines: [0.7], churners: 100, accounts: 1000 },
  { name: 'f', score: 0.8, baselines: [0.6], churners: 100, accounts: 1000 },
];

/** Shares of the verdicts over many worlds; `pickedWorse` is the negative control (best baseline picked on the data). */
export interface VerdictShares {
  readonly works: number;
  readonly worse: number;
  readonly noBetter: number;
  readonly cannotTell: number;
  readonly pickedWorse: number;
}

/** Judges `worlds` draws of a world by `judgeVerdict`. */
export function judgeWorlds(world: VerdictWorld, worlds: number, seed: number): VerdictShares {
  const random = createRandom(seed);
  const counts: Record<string, number> = {};
  let pickedWorse = 0;
  for (let w = 0; w < worlds; w++) {
    const [score, ...baselines] = drawComponents(world, random);
    const kind = judge(score!, baselines, world.churners).kind;
    counts[kind] = (counts[kind] ?? 0) + 1;
    pickedWorse += Number(isWorseThanPicked(score!, baselines));
  }
  const share = (...kinds: Verdict['kind'][]) =>
    kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0) / worlds;
  return {
    works: share('works', 'worksByLittle'),
    worse: share('worse', 'slightlyWorse'),
    noBetter: share('noBetter'),
    cannotTell: share('cannotTell'),
    pickedWorse: pickedWorse / worlds,
  };
}

function judge(
  score: JackknifeComponents,
  baselines: readonly JackknifeComponents[],
  churners: number,
): Verdict {
  const differences = baselines.map((baseline) => {
    const { difference, standardError } = pairedAucDifference(score, baseline)!;
    return { key: 'usageOnly' as const, difference, standardError: standardError! };
  });
  return judgeVerdict({
    churners,
    unscoredShare: 0,
    differences,
    churnersPerMonth: null,
    hasSplit: true,
    undefinedBecause: null,
  });
}

/** What a naive reader does: takes the best baseline of this very data and looks at its plain 95 % interval. */
function isWorseThanPicked(score: JackknifeComponents, baselines: readonly JackknifeComponents[]): boolean {
  const best = baselines.reduce((a, b) => (b.concordant > a.concordant ? b : a));
  const { difference, standardError } = pairedAucDifference(score, best)!;
  return difference + normal975 * standardError! < 0;
}

function drawComponents(world: VerdictWorld, random: Random): JackknifeComponents[] {
  const { churners, accounts } = world;
  const rows = {
    account: Int32Array.from({ length: accounts }, (_, a) => a),
    snapshot: new Uint16Array(accounts),
    positive: Uint8Array.from({ length: accounts }, (_, a) => Number(a < churners)),
    snapshotCount: 1,
  };
  const aucs = [world.score, ...world.baselines];
  const buckets = aucs.map(() => new Uint16Array(accounts));
  const shifts = aucs.map((auc) => Math.SQRT2 * normalQuantile(auc));
  for (let a = 0; a < accounts; a++) {
    const shared = Math.SQRT1_2 * random.normal();
    aucs.forEach((_, j) => {
      const value = shared + Math.SQRT1_2 * random.normal() - (a < churners ? shifts[j]! : 0);
      buckets[j]![a] = Math.min(4000, Math.max(0, Math.round(2000 + 330 * value)));
    });
  }
  return buckets.map((bucket) => jackknifeComponents(rows, bucket));
}

/** World (g): a baseline that is the score in other units; true where it is said to rank alike and takes no part. */
export function isSaidToRankAlike(seed: number): boolean {
  const random = createRandom(seed);
  const panel = onePanel(200, 40);
  const scores = Int16Array.from(panel.account, () => random.integer(60) * 16);
  const evaluation = evaluateWindow(panel, Int32Array.from(panel.account.keys()), scores, {
    bands: presetBands('traffic', 'en'),
    overlap: 1,
    capacityPerAsOf: 5,
  });
  const values = Float64Array.from(scores, (score) => Math.sqrt(score) - 3);
  const { figures, judged } = judgeBaselines(panel, evaluation, [
    { key: 'chance', values: null },
    { key: 'usageOnly', values },
  ]);
  return figures[1]!.status === 'sameRanking' && judged.every(({ key }) => key !== 'usageOnly');
}

function onePanel(accounts: number, churners: number): Panel {
  const settings: BacktestSettings = {
    schedule: { type: 'typed', days: [100] },
    gapDays: 0,
    horizonDays: 30,
    minimumTenureDays: 0,
    outcomeDate: 'effective',
    knownThrough: 200,
    testFrom: null,
    capacityPerAsOf: 5,
    seed: 1,
  };
  const lives = Array.from({ length: accounts }, (_, account) => ({
    account,
    startDay: 0,
    noticeDay: null,
    endDay: account < churners ? 110 : null,
    assumedStart: false,
  }));
  const firstSeen = new Int32Array(accounts).fill(NO_DAY);
  const panel = buildPanel(buildLives({ lives, churns: [], reactivations: [], firstSeen }), settings);
  if (panel.label.filter((label) => label === POSITIVE).length !== churners)
    throw new Error('not the world meant');
  if (panel.label.some((label) => label !== POSITIVE && label !== KEPT))
    throw new Error('not the world meant');
  return panel;
}

/** How one person's trials on noise compare with the luck line. */
export interface LedgerShares {
  /** (mean luck line − .5) ÷ (mean reached − .5). */
  readonly ratio: number;
  readonly above: number;
  readonly freshAbove: number;
  readonly reached: number;
  readonly line: number;
}

const MEASURES = 8;
const STEPS = 49;

/** Noise worlds: eight measures, directions learnt from the outcomes, then 49 weight steps kept where better. */
export function runLedgers(
  {
    worlds,
    accounts,
    churners,
  }: { readonly worlds: number; readonly accounts: number; readonly churners: number },
  options: { readonly seed: number; readonly shuffles: number },
): LedgerShares {
  const random = createRandom(options.seed);
  let [reached, line, above, freshAbove] = [0, 0, 0, 0];
  for (let w = 0; w < worlds; w++) {
    const made = drawNoise(accounts, churners, random);
    const fresh = drawNoise(accounts, churners, random);
    const { weights, auc } = climb(made, random);
    const luck = luckLine(made.rows, made.columns, {
      designs: STEPS + 1,
      seed: random.nextUint32(),
      shuffles: options.shuffles,
    })!;
    reached += auc / worlds;
    line += luck.mean / worlds;
    above += Number(auc > luck.percentile95) / worlds;
    freshAbove += Number(rankerOf(fresh)(weights) > luck.percentile95) / worlds;
  }
  return { ratio: (line - 0.5) / (reached - 0.5), above, freshAbove, reached, line };
}

type Noise = ReturnType<typeof drawNoise>;

function drawNoise(accounts: number, churners: number, random: Random) {
  const rows = {
    account: Int32Array.from({ length: accounts }, (_, a) => a),
    snapshot: new Uint16Array(accounts),
    positive: Uint8Array.from({ length: accounts }, (_, a) => Number(a < churners)),
    snapshotCount: 1,
  };
  const columns = Array.from({ length: MEASURES }, () =>
    Float64Array.from({ length: accounts }, () => random.normal()),
  );
  return { rows, columns };
}

function rankerOf({ rows, columns }: Noise): (weights: ArrayLike<number>) => number {
  const centred = columns.map((values) => peerPoints(rows, values).map((points) => points - 50));
  const rank = createRanker(rows, centred);
  const labels = Int8Array.from(rows.positive);
  return (weights) => rank(weights, labels) ?? 0.5;
}

/** Learns each direction, starts at equal weights, then moves one weight at a time and keeps what ranks better. */
function climb(made: Noise, random: Random): { weights: Float64Array; auc: number } {
  const rank = rankerOf(made);
  const one = (m: number) => Float64Array.from({ length: MEASURES }, (_, i) => Number(i === m));
  const signs = made.columns.map((_, m) => (rank(one(m)) < 0.5 ? -1 : 1));
  let weights = Float64Array.from(signs);
  let auc = rank(weights);
  for (let step = 0; step < STEPS; step++) {
    const tried = weights.slice();
    const m = random.integer(MEASURES);
    tried[m] = signs[m]! * 2 * random.uniform();
    const next = rank(tried);
    if (next > auc) {
      weights = tried;
      auc = next;
    }
  }
  return { weights, auc };
}
