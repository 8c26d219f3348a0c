import type { JackknifeComponents, SameDateRows } from '../statistics/same-date-pairs.ts';

/** Cells of one (date, class): not scored, then the scores 0–1,000. */
const CELLS = 1002;

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
  /** Start of each row's (date, class) in `#counts`, past its cell 0. */
  readonly #startOf: Int32Array;
  readonly #snapshotCount: number;
  /** Rows per (date, class, score), class 0 = kept, 1 = churned; cell 0 of each counts the rows not scored. */
  readonly #counts: Int32Array;
  readonly #wins: Int32Array;
  /** Rows not scored at the last `count`, and what follows from them alone: most edits leave them as they are. */
  #unscored: Int32Array;
  #perAccount: AccountPairs | null = null;

  constructor({ account, snapshot, positive, snapshotCount }: SameDateRows) {
    let accounts = 0;
    for (let r = 0; r < account.length; r++) if (r === 0 || account[r] !== account[r - 1]) accounts++;
    this.#firstRow = new Int32Array(accounts + 1).fill(account.length);
    this.#accountOf = new Int32Array(accounts);
    this.#startOf = new Int32Array(account.length);
    for (let r = 0, next = 0; r < account.length; r++) {
      this.#startOf[r] = (2 * snapshot[r]! + positive[r]!) * CELLS + 1;
      if (r > 0 && account[r] === account[r - 1]) continue;
      this.#accountOf[next] = account[r]!;
      this.#firstRow[next++] = r;
    }
    this.#accountCount = this.#accountOf.reduce((highest, a) => Math.max(highest, a + 1), 0);
    this.#unscored = new Int32Array(0);
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
    const startOf = this.#startOf;
    const counts = this.#counts.fill(0);
    for (let r = 0; r < startOf.length; r++) counts[startOf[r]! + scores[r]!]!++;
    const totals = this.#countWins();
    const unscored = startOf.length - totals.positives - totals.negatives;
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

  #hasSameUnscored(scores: Int16Array, count: number): boolean {
    if (this.#unscored.length !== count) return false;
    return this.#unscored.every((row) => scores[row]! < 0);
  }

  /** Half of what each account's rows win, by account index. */
  #shareWins(scores: Int16Array): Float64Array {
    const startOf = this.#startOf;
    const wins = this.#wins;
    const firstRow = this.#firstRow;
    const accountConcordant = new Float64Array(this.#accountCount);
    for (let a = 0; a + 1 < firstRow.length; a++) {
      let doubled = 0;
      for (let r = firstRow[a]!; r < firstRow[a + 1]!; r++) doubled += wins[startOf[r]! + scores[r]!]!;
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
        const rowClass = (this.#startOf[r]! - 1) / CELLS;
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
