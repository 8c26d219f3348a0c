/** Observations of one metric as parallel columns. A value that was looked for and not known is NaN. */
export interface Observations {
  readonly account: Int32Array;
  readonly day: Int32Array;
  readonly value: Float64Array;
  /** null = every value was known on its day + the metric's lag. */
  readonly knownOn: Int32Array | null;
}

/** Current observations, sorted by (account, day), one per pair. */
export interface CurrentObservations {
  readonly account: Int32Array;
  readonly day: Int32Array;
  readonly value: Float64Array;
  readonly knownOn: Int32Array;
}
