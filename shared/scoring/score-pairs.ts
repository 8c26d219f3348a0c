import type { JackknifeComponents, SameDateRows } from '../statistics/same-date-pairs.ts';

/** Scores are 0–1,000. */
const SCORES = 1001;
/** Cells of one (date, class): not scored, then the scores, then none up to a power of two. */
const CELLS = 1024;
const CELL_BITS = 10;

type AccountPairs = Pick<JackknifeComponents, 'accountPairs' | 'present' | 'accounts' | 'churnedAccounts'>;

/**
 * Counts the same-date pairs of a score again after each edit: what `jackknifeComponents` gives for the scored rows,
 * to the last bit, without picking them out first. Rows must be account-major; scores run beside them in tenths, −1
 * where not scored. Plain loops over typed arrays, as it runs over every as-of row at each edit.
 */
export class ScorePairs {
  readonly #firstRow: Int32Array;
  readonly #accountOf: Int32Array;
  readonly #accountCount: number;
  /** Each row's (date, class): 2 · date + class. */
  readonly #classOf: Uint16Array;
  readonly #snapshotCount: number;
  /** Rows per (date, class, score), class 0 = kept, 1 = churned; cell 0 of each counts the rows not scored. */
  readonly #counts: Int32Array;
  readonly #wins: Int32Array;
  /** Rows not scored at the last `count`, and what follows from them alone: most edits leave them as they are. */
  #unscored: Int32Array;
  #perAccount: AccountPairs | null = null;

  constructor({ account, snapshot, positive, snapshotCount }: SameDateRows) {
    this.#classOf = new Uint16Array(account.length);
    const firstRow = new Int32Array(account.length + 1);
    let accounts = 0;
    for (let r = 0, last = -1; r < account.length; r++) {
      this.#classOf[r] = 2 * snapshot[r]! + positive[r]!;
      if (account[r] === last) continue;
      last = account[r]!;
      firstRow[accounts++] = r;
    }
    firstRow[accounts] = account.length;
    this.#firstRow = firstRow.slice(0, accounts + 1);
    this.#accountOf = this.#firstRow.slice(0, accounts).map((row) => account[row]!);
    this.#accountCount = this.#accountOf.reduce((highest, a) => Math.max(highest, a + 1), 0);
    this.#unscored = new Int32Array(0);
    this.#snapshotCount = snapshotCount;
    this.#counts = new Int32Array(2 * snapshotCount * CELLS);
    this.#wins = new Int32Array(2 * snapshotCount * CELLS);
  }

  /** Scored rows per score 0–1,000 of one class, over all dates, of the last `count`. */
  rowsByScore(label: 'kept' | 'churned'): Int32Array {
    const rows = new Int32Array(SCORES);
    for (let s = 0; s < this.#snapshotCount; s++) {
      const start = (2 * s + Number(label === 'churned')) * CELLS + 1;
      for (let score = 0; score < rows.length; score++) rows[score]! += this.#counts[start + score]!;
    }
    return rows;
  }

  /** Scored rows per (date, score), both classes, of the last `count`: cell = date × 1,001 + score. */
  rowsByDateAndScore(): Int32Array {
    const rows = new Int32Array(this.#snapshotCount * SCORES);
    for (let s = 0; s < this.#snapshotCount; s++) {
      const kept = 2 * s * CELLS + 1;
      for (let score = 0; score < SCORES; score++) {
        rows[s * SCORES + score] = this.#counts[kept + score]! + this.#counts[kept + CELLS + score]!;
      }
    }
    return rows;
  }

  /** The pair counts of the scored rows. */
  count(scores: Int16Array): JackknifeComponents {
    const classOf = this.#classOf;
    const counts = this.#counts.fill(0);
    for (let r = 0; r < classOf.length; r++) counts[(classOf[r]! << CELL_BITS) + scores[r]! + 1]!++;
    const totals = this.#countWins();
    const unscored = classOf.length - totals.positives - totals.negatives;
    if (this.#perAccount === null || !this.#hasSameUnscored(scores, unscored)) {
      this.#unscored = rowsBelowZero(scores, unscored);
      this.#perAccount = this.#countAccountPairs(scores, totals.rowsOfClass);
    }
    return { ...totals, ...this.#perAccount, accountConcordant: this.#shareWins(scores) };
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
      for (let score = 0; score < SCORES; score++) allKept += counts[keptCell + score]!;
      let keptBelow = 0;
      let churnedBelow = 0;
      for (let score = 0; score < SCORES; score++) {
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

  #hasSameUnscored(scores: Int16Array, count: number): boolean {
    if (this.#unscored.length !== count) return false;
    return this.#unscored.every((row) => scores[row]! < 0);
  }

  /** Half of what each account's rows win, by account index. */
  #shareWins(scores: Int16Array): Float64Array {
    const classOf = this.#classOf;
    const wins = this.#wins;
    const firstRow = this.#firstRow;
    const accountConcordant = new Float64Array(this.#accountCount);
    for (let a = 0; a + 1 < firstRow.length; a++) {
      let doubled = 0;
      for (let r = firstRow[a]!; r < firstRow[a + 1]!; r++)
        doubled += wins[(classOf[r]! << CELL_BITS) + scores[r]! + 1]!;
      accountConcordant[this.#accountOf[a]!] = doubled / 2;
    }
    return accountConcordant;
  }

  /** What depends on which rows are scored and not on how. */
  #countAccountPairs(scores: Int16Array, rowsOfClass: Int32Array): AccountPairs {
    const firstRow = this.#firstRow;
    const accountPairs = new Float64Array(this.#accountCount);
    const present = new Uint8Array(this.#accountCount);
    let accounts = 0;
    let churnedAccounts = 0;
    for (let a = 0; a + 1 < firstRow.length; a++) {
      let pairs = 0;
      let rows = 0;
      let positives = 0;
      for (let r = firstRow[a]!; r < firstRow[a + 1]!; r++) {
        if (scores[r]! < 0) continue;
        const rowClass = this.#classOf[r]!;
        pairs += rowsOfClass[rowClass ^ 1]!;
        positives += rowClass & 1;
        rows++;
      }
      if (rows === 0) continue;
      present[this.#accountOf[a]!] = 1;
      accountPairs[this.#accountOf[a]!] = pairs;
      accounts++;
      if (positives > 0) churnedAccounts++;
    }
    return { accountPairs, present, accounts, churnedAccounts };
  }
}

function rowsBelowZero(scores: Int16Array, count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let r = 0, next = 0; next < count; r++) if (scores[r]! < 0) rows[next++] = r;
  return rows;
}
