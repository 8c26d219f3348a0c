import { NO_DAY } from '../measures/dataset.ts';
import type { Linked } from '../schemas/drill-down.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { visitMoves } from './band-moves.ts';
import { KEPT, POSITIVE } from './build-panel.ts';
import { judgedDates, type LabInput } from './lab-input.ts';

/** More lives than this are not named one by one. */
const MOST_LIVES = 5000;

/**
 * Some panel rows seen in every chart of the screen: by score and label, by band, by as-of date, the moves that start
 * in them, their accounts' outcomes after the survival landmark, and their churned lives. Rows whose outcome is pending
 * or came too soon count in `rows`, dates and moves only. Each row is counted once.
 */
export function linkRows(input: LabInput, rows: readonly number[]): Linked {
  const { panel, scores, bands } = input;
  const bandOf = bandOfScores(bands);
  const positives = new Int32Array(1001);
  const kept = new Int32Array(1001);
  const dates = new Int32Array(panel.asOfDays.length);
  const accounts = new Set<number>();
  const lives = new Set<number>();
  for (const r of rows) {
    accounts.add(panel.account[r]!);
    dates[panel.snapshot[r]!]!++;
    if (panel.outcomeDay[r] !== NO_DAY) lives.add(panel.life[r]!);
    if (scores[r] === NOT_SCORED) continue;
    if (panel.label[r] === POSITIVE) positives[scores[r]!]!++;
    if (panel.label[r] === KEPT) kept[scores[r]!]!++;
  }
  const ofBand = (counts: Int32Array, b: number) =>
    counts.reduce((sum, count, score) => (bandOf[score] === b ? sum + count : sum), 0);
  return {
    accounts: accounts.size,
    rows: rows.length,
    scores: Array.from(positives, (count, score) => ({ score, positives: count, kept: kept[score]! })).filter(
      (cell) => cell.positives + cell.kept > 0,
    ),
    bands: bands.map((_, b) => ({ positives: ofBand(positives, b), kept: ofBand(kept, b) })),
    latestBands: latestBands(input, accounts),
    snapshots: Array.from(panel.asOfDays, (asOf, s) => ({ asOf, rows: dates[s]! })).filter(
      (date) => date.rows > 0,
    ),
    moves: movesOf(input, new Set(rows)),
    events: eventsAfterLandmark(input, accounts),
    lives: [...lives].slice(0, MOST_LIVES),
  };
}

function latestBands({ panel, scores, bands }: LabInput, accounts: ReadonlySet<number>): number[] {
  const bandOf = bandOfScores(bands);
  const counts = bands.map(() => 0);
  const latest = panel.asOfDays.length - 1;
  for (let r = 0; r < panel.account.length; r++) {
    if (panel.snapshot[r] !== latest || scores[r] === NOT_SCORED || !accounts.has(panel.account[r]!))
      continue;
    counts[bandOf[scores[r]!]!]!++;
  }
  return counts;
}

function movesOf(input: LabInput, rows: ReadonlySet<number>): Linked['moves'] {
  const size = input.bands.length + 4;
  const counts = new Int32Array(size * size);
  visitMoves(input, (row, { from, to }) => {
    if (rows.has(row)) counts[from * size + to]!++;
  });
  return Array.from(counts, (accounts, cell) => ({
    from: Math.floor(cell / size),
    to: cell % size,
    accounts,
  })).filter((move) => move.accounts > 0);
}

function eventsAfterLandmark(input: LabInput, accounts: ReadonlySet<number>): Linked['events'] {
  const { panel, scores, bands } = input;
  const landmark = judgedDates(input)?.first;
  const bandOf = bandOfScores(bands);
  const times = bands.map((): number[] => []);
  for (let r = 0; r < panel.account.length && landmark !== undefined; r++) {
    if (panel.asOf[r] !== landmark || !accounts.has(panel.account[r]!)) continue;
    if (scores[r] === NOT_SCORED || panel.outcomeDay[r] === NO_DAY) continue;
    times[bandOf[scores[r]!]!]!.push(panel.outcomeDay[r]! - landmark);
  }
  return bands.map(({ id }, b) => ({ bandId: id, times: times[b]!.toSorted((x, y) => x - y) }));
}
