import { bandOfScores } from '../scoring/find-band.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { judgedRows, type LabInput } from './lab-input.ts';
import { decisionRows } from './window-figures.ts';
import type { WindowRows } from './window-rows.ts';

export interface BootstrapInput extends LabInput {
  /** See `orderAccounts`. */
  readonly accountOrder: ArrayLike<number>;
  readonly seed: number;
  /** 1,000 unless given. */
  readonly resamples?: number;
  /** Amount by panel row, as of its date, NaN where unknown; null = no amounts. */
  readonly amounts: Float64Array | null;
  /** Cost of a positive row not called and of a row called; null = no threshold by cost. */
  readonly costs: { readonly miss: number; readonly call: number } | null;
}

/** The rows of a window as a bootstrap passes over them: account by account in order of id. */
export interface BootstrapRows {
  /** Accounts with a row in the window, scored or not, and the most rows one has. */
  readonly accounts: number;
  readonly mostRows: number;
  readonly scoredRows: number;
  /** Scored rows of the a-th account: `cell[starts[a]] … cell[starts[a + 1]]`; cell = 2·(date·buckets + bucket) + label. */
  readonly starts: Int32Array;
  readonly cell: Int32Array;
  readonly cells: number;
  readonly dates: number;
  /** Distinct scores, ascending: what each bucket stands for, and whether it is in an alarm band. */
  readonly buckets: number;
  readonly scoreOf: Int32Array;
  readonly isAlarm: Uint8Array;
  /** Each churner (life): position of its account, caught 1 or 0, amount (NaN unknown). */
  readonly churners: {
    readonly account: Int32Array;
    readonly caught: Uint8Array;
    readonly amount: Float64Array;
  };
  readonly amount: { readonly sum: number; readonly squares: number; readonly missing: number };
}

/** Lays out the judged window for `Bootstrap`: only dates and scores that occur get a cell. */
export function buildBootstrapRows(input: BootstrapInput): BootstrapRows {
  const { panel, scores, bands } = input;
  const rows = judgedRows(input);
  const positionOf = positionsInOrder(rows, input.accountOrder);
  const accounts = positionOf.size;
  const scoreOf = distinctScores(rows, scores);
  const bucketOf = new Int32Array(1001);
  scoreOf.forEach((score, b) => {
    bucketOf[score] = b;
  });
  const usedDates = [...new Set(rows.snapshot)].sort((a, b) => a - b);
  const dateOf = new Map(usedDates.map((snapshot, d) => [snapshot, d]));
  const starts = new Int32Array(accounts + 1);
  const rowCounts = new Int32Array(accounts);
  for (let i = 0; i < rows.row.length; i++) {
    const a = positionOf.get(rows.account[i]!)!;
    rowCounts[a]!++;
    if (scores[rows.row[i]!] !== NOT_SCORED) starts[a + 1]!++;
  }
  for (let a = 0; a < accounts; a++) starts[a + 1]! += starts[a]!;
  const next = starts.slice();
  const cell = new Int32Array(starts[accounts]!);
  for (let i = 0; i < rows.row.length; i++) {
    const score = scores[rows.row[i]!]!;
    if (score === NOT_SCORED) continue;
    const place = dateOf.get(rows.snapshot[i]!)! * scoreOf.length + bucketOf[score]!;
    cell[next[positionOf.get(rows.account[i]!)!]!++] = 2 * place + rows.positive[i]!;
  }
  const bandOf = bandOfScores(bands);
  const isAlarm = Uint8Array.from(scoreOf, (score) => Number(bands[bandOf[score]!]!.alarm));
  const decisions = decisionRows(panel, rows);
  const amount = Float64Array.from(decisions, (r) => input.amounts?.[r] ?? Number.NaN);
  return {
    accounts,
    mostRows: rowCounts.reduce((most, count) => Math.max(most, count), 0),
    scoredRows: cell.length,
    starts,
    cell,
    cells: 2 * usedDates.length * scoreOf.length,
    dates: usedDates.length,
    buckets: scoreOf.length,
    scoreOf,
    isAlarm,
    churners: {
      account: Int32Array.from(decisions, (r) => positionOf.get(panel.account[r]!)!),
      caught: Uint8Array.from(decisions, (r) => {
        const score = scores[r]!;
        return score === NOT_SCORED ? 0 : Number(bands[bandOf[score]!]!.alarm);
      }),
      amount,
    },
    amount: weigh(amount),
  };
}

/** Position among the accounts with a row, in order of id. */
function positionsInOrder(rows: WindowRows, accountOrder: ArrayLike<number>): Map<number, number> {
  const present = new Set(rows.account);
  const ordered = Array.from(accountOrder).filter((account) => present.has(account));
  return new Map(ordered.map((account, a) => [account, a]));
}

function distinctScores(rows: WindowRows, scores: Int16Array): Int32Array {
  const used = new Uint8Array(1001);
  for (const r of rows.row) if (scores[r] !== NOT_SCORED) used[scores[r]!] = 1;
  return Int32Array.from([...used.keys()].filter((score) => used[score] === 1));
}

function weigh(amounts: Float64Array) {
  let sum = 0;
  let squares = 0;
  let missing = 0;
  for (const amount of amounts) {
    if (Number.isNaN(amount)) missing++;
    else {
      sum += amount;
      squares += amount * amount;
    }
  }
  return { sum, squares, missing };
}
