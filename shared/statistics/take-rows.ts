type Column = Float64Array | Int32Array | Int16Array | Uint16Array | Uint8Array;

/** The entries of a column at some rows, in their order. A plain loop: `from` with a function takes some ten times as long. */
export function takeRows<T extends Column>(column: T, rows: Int32Array): T {
  // The same kind of array as the column.
  const taken = new (column.constructor as new (length: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i += 1) taken[i] = column[rows[i]!]!;
  return taken;
}
