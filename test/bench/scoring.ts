import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import type { Scorecard, ScorecardMeasure } from '../../shared/schemas/scorecard.ts';
import { bandOfScores } from '../../shared/scoring/find-band.ts';
import { LiveScorer } from '../../shared/scoring/live-scorer.ts';
import { ScorePairs } from '../../shared/scoring/score-pairs.ts';
import { sameDateAucOf } from '../../shared/statistics/same-date-auc.ts';
import { type BenchData, makeBenchData, makeBenchScorecard } from './scoring-data.ts';
import { timeNumpy } from './scoring-numpy.ts';
import { evaluatePlainly, toPlainRows } from './scoring-plain.ts';

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Timing {
  readonly median: number;
  readonly best: number;
  readonly cpu: number;
}

interface Size {
  readonly accounts: number;
  readonly snapshots: number;
  readonly measures: number;
  readonly budgetsMs: { readonly scratch: number | null; readonly weight: number; readonly cutoff: number };
}

/** design note "Budgets": what the engine may take for scores, band counts and the AUC with its interval. */
const sizes: readonly Size[] = [
  { accounts: 100_000, snapshots: 24, measures: 12, budgetsMs: { scratch: 200, weight: 20, cutoff: 40 } },
  { accounts: 1_000, snapshots: 36, measures: 40, budgetsMs: { scratch: null, weight: 4, cutoff: 4 } },
];

/** Times scoring at the sizes of the budgets beside a straightforward implementation, and prints the tables. */
export function benchScoring(): void {
  for (const size of sizes) printTable(benchSize(size));
}

export function printTable({ title, head, rows }: Table): void {
  const widths = head.map((cell, c) => Math.max(cell.length, ...rows.map((row) => row[c]!.length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('  ');
  console.log(`\n${title}`);
  for (const cells of [head, ...rows]) console.log(line(cells));
}

function benchSize(size: Size): Table {
  const { accounts, snapshots, measures, budgetsMs } = size;
  const data = makeBenchData(accounts, snapshots, measures);
  const first = makeBenchScorecard(measures);
  const evaluator = new Evaluator(data);
  const works = [
    {
      key: 'scratch',
      name: 'from scratch',
      budget: budgetsMs.scratch,
      ms: measure(7, () => new Evaluator(data).evaluate(first)),
    },
    {
      key: 'weight',
      name: 'weight edit',
      budget: budgetsMs.weight,
      ms: measure(25, (i) => evaluator.evaluate(withWeight(first, i))),
    },
    {
      key: 'cutoff',
      name: 'cut-off edit',
      budget: budgetsMs.cutoff,
      ms: measure(25, (i) => evaluator.evaluate(withCutoff(first, i))),
    },
  ] as const;
  const memoryMb = process.memoryUsage().rss / 1e6;
  const numpy = timeNumpy(data, first);
  if (numpy === null)
    console.log('\nscoring: no Python with numpy and scikit-learn was found to compare with');
  // Only now: millions of row objects would slow down whatever else is timed.
  const rows = toPlainRows(data);
  const ours = evaluator.evaluate(first);
  checkAgreement(ours, evaluatePlainly(first, rows));
  if (numpy !== null && Math.abs(numpy.auc - (ours.auc ?? 0)) > 0.001) throw new Error('numpy disagrees');
  const plain = measure(2, (i) => evaluatePlainly(withWeight(first, i), rows));
  return {
    title: `scoring: ${accounts} accounts × ${snapshots} dates × ${measures} measures → scores, bands, AUC with jackknife; ${memoryMb.toFixed(0)} MB held (plain: objects and sorts; numpy: digitize, weighted sums, roc_auc_score per date; neither has the jackknife)`,
    head: [
      'work',
      'median ms',
      'best ms',
      'cpu ms',
      'budget ms',
      'plain ms',
      'plain cpu ms',
      'cpu ratio',
      'numpy ms',
      'numpy ratio',
    ],
    rows: works.map(({ key, name, budget, ms }) => [
      name,
      ms.median.toFixed(1),
      ms.best.toFixed(1),
      ms.cpu.toFixed(1),
      budget === null ? '–' : String(budget),
      plain.median.toFixed(0),
      plain.cpu.toFixed(0),
      `${(plain.cpu / ms.cpu).toFixed(0)} ×`,
      numpy === null ? '–' : numpy[key].toFixed(0),
      numpy === null ? '–' : `${(numpy[key] / ms.median).toFixed(1)} ×`,
    ]),
  };
}

/** What a live edit computes: scores, rows per band, and the pooled AUC with its by-account interval. */
class Evaluator {
  readonly #scorer: LiveScorer;
  readonly #pairs: ScorePairs;

  constructor(data: BenchData) {
    this.#scorer = new LiveScorer(data.columns, data.rowCount);
    this.#pairs = new ScorePairs(data);
  }

  evaluate(scorecard: Scorecard): { bandCounts: number[]; auc: number | null } {
    const components = this.#pairs.count(this.#scorer.score(scorecard));
    const bandOf = bandOfScores(scorecard.bands);
    const bandCounts = scorecard.bands.map(() => 0);
    for (const label of ['kept', 'churned'] as const) {
      this.#pairs.rowsByScore(label).forEach((count, score) => {
        bandCounts[bandOf[score]!]! += count;
      });
    }
    return { bandCounts, auc: sameDateAucOf(components).auc };
  }
}

/** Different numbers would mean different work: the plain form rounds in doubles, so a few rows may differ. */
function checkAgreement(
  ours: { bandCounts: number[]; auc: number | null },
  plain: { bandCounts: number[]; auc: number },
): void {
  const isClose = Math.abs((ours.auc ?? 0) - plain.auc) < 0.001;
  const rows = plain.bandCounts.reduce((sum, count) => sum + count, 0);
  const moved = ours.bandCounts.reduce((sum, count, b) => sum + Math.abs(count - plain.bandCounts[b]!), 0);
  if (!isClose || moved > rows / 1000) {
    throw new Error(`scores disagree: ${JSON.stringify({ ours, plain })}`);
  }
}

function withWeight(scorecard: Scorecard, step: number): Scorecard {
  return editFirstBins(scorecard, (measure) => ({ ...measure, weight: 20 + (step % 7) }));
}

function withCutoff(scorecard: Scorecard, step: number): Scorecard {
  return editFirstBins(scorecard, (measure) =>
    measure.scale.type === 'bins'
      ? { ...measure, scale: { ...measure.scale, cutoffs: [21 + (step % 7), 40, 60, 80] } }
      : measure,
  );
}

function editFirstBins(
  scorecard: Scorecard,
  change: (measure: ScorecardMeasure) => ScorecardMeasure,
): Scorecard {
  const [first, ...others] = scorecard.groups;
  const at = first!.measures.findIndex((measure) => measure.scale.type === 'bins');
  return {
    ...scorecard,
    groups: [
      { ...first!, measures: first!.measures.map((measure, m) => (m === at ? change(measure) : measure)) },
      ...others,
    ],
  };
}

/**
 * Median and shortest time of a work and its median processor time, in ms, after three runs that let the compiler
 * finish; a busy machine adds only to the first.
 */
function measure(times: number, work: (step: number) => unknown): Timing {
  for (let step = 0; step < 3; step++) work(step);
  const taken = Array.from({ length: times }, (_, step) => {
    const start = performance.now();
    const before = process.cpuUsage();
    work(step);
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
  });
  const middle = Math.floor(times / 2);
  const sorted = taken.map(({ ms }) => ms).sort((a, b) => a - b);
  const cpu = taken.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
  return { median: sorted[middle]!, best: sorted[0]!, cpu: cpu[middle]! };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) benchScoring();
