import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { alarmBound, bandOfScores } from '../../shared/scoring/find-band.ts';
import type { Scorecard } from '../../shared/schemas/scorecard.ts';
import { LiveScorer } from '../../shared/scoring/live-scorer.ts';
import { sameDateAucOf } from '../../shared/statistics/same-date-auc.ts';
import { jackknifeComponents } from '../../shared/statistics/same-date-pairs.ts';
import { type BenchData, makeBenchData, makeBenchScorecard } from './scoring-data.ts';
import { evaluatePlainly, toPlainRows } from './scoring-plain.ts';

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Size {
  readonly accounts: number;
  readonly snapshots: number;
  readonly measures: number;
  readonly budgetsMs: { readonly scratch: number; readonly weight: number; readonly cutoff: number };
}

/** design note "Budgets": what the engine may take for scores, band counts and the AUC with its interval. */
const sizes: readonly Size[] = [
  { accounts: 100_000, snapshots: 24, measures: 12, budgetsMs: { scratch: 200, weight: 20, cutoff: 40 } },
  { accounts: 1_000, snapshots: 36, measures: 40, budgetsMs: { scratch: 4, weight: 4, cutoff: 4 } },
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
