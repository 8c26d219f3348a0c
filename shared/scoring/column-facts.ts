/** What is known of a column of values: its rows without one, ascending, and its lowest and highest value. */
export interface ColumnFacts {
  readonly missingRows: Int32Array;
  /** Infinity and −Infinity for a column without values. */
  readonly low: number;
  readonly high: number;
}

/**
 * Which columns are missing together. Rows with the same missing columns share a pattern; pattern 0 misses none.
 * Pattern p > 0 misses what `parent[p]` misses and `column[p]` besides, and parents come before their children, so a
 * figure per pattern (a sum of weights, a coverage) is one addition to its parent's.
 */
export interface MissingPatterns {
  readonly ofRow: Int32Array;
  readonly count: number;
  readonly parent: readonly number[];
  readonly column: readonly number[];
}

/**
 * Facts of a column (NaN = missing), in one pass.
 * @param rows room for as many row numbers as there are values, overwritten
 */
export function findColumnFacts(
  values: Float64Array,
  rows: Int32Array = new Int32Array(values.length),
): ColumnFacts {
  let count = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const end = values.length;
  let r = 0;
  while (r < end) {
    let value = values[r]!;
    // A loop of its own for the run of ordinary values, as almost all are.
    while (value >= low && value <= high && ++r < end) value = values[r]!;
    if (r === end) break;
    if (Number.isNaN(value)) rows[count++] = r;
    if (value < low) low = value;
    if (value > high) high = value;
    r++;
  }
  return { missingRows: rows.slice(0, count), low, high };
}

/**
 * Groups rows by what they miss, in time proportional to the missing cells.
 * @param missingRows per column the rows without a value
 */
export function buildMissingPatterns(missingRows: readonly Int32Array[], rowCount: number): MissingPatterns {
  const ofRow = new Int32Array(rowCount);
  const parent = [0];
  const column = [-1];
  missingRows.forEach((rows, c) => {
    const child = new Int32Array(parent.length);
    for (let i = 0; i < rows.length; i++) {
      const before = ofRow[rows[i]!]!;
      if (child[before] === 0) {
        child[before] = parent.length;
        parent.push(before);
        column.push(c);
      }
      ofRow[rows[i]!] = child[before]!;
    }
  });
  return { ofRow, count: parent.length, parent, column };
}
