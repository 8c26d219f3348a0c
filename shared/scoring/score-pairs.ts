import type { JackknifeComponents, SameDateRows } from '../statistics/same-date-pairs.ts';

/** Cells of one (date, class): not scored, then the scores 0–1,000. */
const CELLS = 1002;
/** A row counts 1 as scored, PER_POSITIVE besides where churned and PER_PAIR for each of its pairs, in one number. */
const PER_POSITIVE = 4096;
const PER_PAIR = PER_POSITIVE * 4096;

/**
 * Counts the same-date pairs of a score again after each edit: what `jackknifeComponents` gives for the scored rows,
 * to the last bit, without picking them out first. Rows must be account-major with at most 4,095 per account; scores
 * run beside them in tenths, −1 where not scored. Long and plain, as it runs over every as-of row at each edit.
 */
export class ScorePairs {
  readonly #firstRow: Int32Array;
  readonly #accountOf: Int32Array;
  readonly #accountCount: number;
  readonly #classOf: Uint16Array;
  readonly #snapshotCount: number;
  /** Rows per (date, class, score), class 0 = kept, 1 = churned; cell 0 of each counts the rows not scored. */
  readonly #counts: Int32Array;
  readonly #wins: Int32Array;

  constructor({ account, snapshot, positive, snapshotCount }: SameDateRows) {
    const firsts: number[] = [];
    for (let r = 0; r < account.length; r++) if (r === 0 || account[r] !== account[r - 1]) firsts.push(r);
    this.#firstRow = Int32Array.from([...firsts, account.length]);
    this.#accountOf = Int32Array.from(firsts, (r) => account[r]!);
    this.#accountCount = this.#accountOf.reduce((highest, a) => Math.max(highest, a + 1), 0);
    const classOf = new Uint16Array(account.length);
    for (let r = 0; r < account.length; r++) classOf[r] = 2 * snapshot[r]! + positive[r]!;
    this.#classOf = classOf;
    this.#snapshotCount = snapshotCount;
    this.#counts = new Int32Array(2 * snapshotCount * CELLS);
    this.#wins = new Int32Array(2 * snapshotCount * CELLS);
  }

  /** Scored rows per score 0–1,000 of one class, over all dates, of the last `count`. */
  rowsByScore(label: 'kept' | 'churned'): Int32Array {
    const rows = new Int32Array(CELLS - 1);
    for (let s = 0; s < this.#snapshotCount; s++) {
      const start = (2 * s + Number(label === 'churned')) * CELLS + 1;
      for (let score = 0; score < rows.length; score++) rows[score]! += this.#counts[start + score]!;
    }
    return rows;
  }

  /** Scored rows per (date, score), both classes, of the last `count`: cell = date × 1,001 + score. */
  rowsByDateAndScore(): Int32Array {
    const rows = new Int32Array(this.#snapshotCount * (CELLS - 1));
    for (let s = 0; s < this.#snapshotCount; s++) {
      const kept = 2 * s * CELLS + 1;
      for (let score = 0; score < CELLS - 1; score++) {
        rows[s * (CELLS - 1) + score] = this.#counts[kept + score]! + this.#counts[kept + CELLS + score]!;
      }
    }
    return rows;
  }

  /** The pair counts of the scored rows. */
  count(scores: Int16Array): JackknifeComponents {
    const classOf = this.#classOf;
    const counts = this.#counts.fill(0);
    for (let r = 0; r < classOf.length; r++) counts[classOf[r]! * CELLS + scores[r]! + 1]!++;
    const totals = this.#countWins();
    return { ...totals, ...this.#sharePerAccount(scores, totals.rowsOfClass) };
  }

  /** Fills `#wins` with twice what one row of each cell wins, and adds up the dates. */
  #countWins() {
    const counts = this.#counts;
    const wins = this.#wins;
    const rowsOfClass = new Int32Array(2 * this.#snapshotCount);
    const totals = { concordant: 0, pairs: 0, ranks: false, positives: 0, negatives: 0, rowsOfClass };
    for (let s = 0; s < this.#snapshotCount; s++) {
      const keptCell = 2 * s * CELLS + 1;
      const churnedCell = keptCell + CELLS;
      let allKept = 0;
      for (let score = 0; score < CELLS - 1; score++) allKept += counts[keptCell + score]!;
      let keptBelow = 0;
      let churnedBelow = 0;
      for (let score = 0; score < CELLS - 1; score++) {
        const kept = counts[keptCell + score]!;
        const churned = counts[churnedCell + score]!;
        const churnedWins = 2 * (allKept - keptBelow) - kept;
        wins[churnedCell + score] = churnedWins;
        wins[keptCell + score] = 2 * churnedBelow + churned;
        totals.concordant += (churned * churnedWins) / 2;
        if (churned > 0 && kept < allKept) totals.ranks = true;
        keptBelow += kept;
        churnedBelow += churned;
      }
      rowsOfClass[2 * s] = keptBelow;
      rowsOfClass[2 * s + 1] = churnedBelow;
      totals.pairs += keptBelow * churnedBelow;
      totals.negatives += keptBelow;
      totals.positives += churnedBelow;
    }
    return totals;
  }

  #sharePerAccount(scores: Int16Array, rowsOfClass: Int32Array) {
    const classOf = this.#classOf;
    const wins = this.#wins;
    const firstRow = this.#firstRow;
    // Two entries per class: a row without a score, which adds nothing, and one with a score.
    const rowFigure = new Float64Array(2 * rowsOfClass.length);
    rowsOfClass.forEach((_, c) => {
      rowFigure[2 * c + 1] = 1 + PER_POSITIVE * (c & 1) + PER_PAIR * rowsOfClass[c ^ 1]!;
    });
    const accountConcordant = new Float64Array(this.#accountCount);
    const accountPairs = new Float64Array(this.#accountCount);
    const present = new Uint8Array(this.#accountCount);
    let accounts = 0;
    let churnedAccounts = 0;
    for (let a = 0; a + 1 < firstRow.length; a++) {
      let doubled = 0;
      let packed = 0;
      for (let r = firstRow[a]!; r < firstRow[a + 1]!; r++) {
        const score = scores[r]!;
        const rowClass = classOf[r]!;
        doubled += wins[rowClass * CELLS + score + 1]!;
        packed += rowFigure[2 * rowClass + 1 + (score >> 31)]!;
      }
      if (packed === 0) continue;
      const account = this.#accountOf[a]!;
      const pairs = Math.floor(packed / PER_PAIR);
      const rows = packed - pairs * PER_PAIR;
      present[account] = 1;
      accounts++;
      if (rows >= PER_POSITIVE) churnedAccounts++;
      accountConcordant[account] = doubled / 2;
      accountPairs[account] = pairs;
    }
    return { accountConcordant, accountPairs, present, accounts, churnedAccounts };
  }
}
