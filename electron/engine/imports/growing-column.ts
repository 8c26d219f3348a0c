type Numbers = Int32Array | Float64Array;

/** A typed column that grows by doubling, for rows whose number is known only at the end of a file. */
export class GrowingColumn<T extends Numbers> {
  #values: T;
  #size = 0;
  readonly #widen: (length: number) => T;

  private constructor(widen: (length: number) => T) {
    this.#widen = widen;
    this.#values = widen(4096);
  }

  static int32(): GrowingColumn<Int32Array> {
    return new GrowingColumn((length) => new Int32Array(length));
  }

  static float64(): GrowingColumn<Float64Array> {
    return new GrowingColumn((length) => new Float64Array(length));
  }

  get size(): number {
    return this.#size;
  }

  push(value: number): void {
    if (this.#size === this.#values.length) {
      const wide = this.#widen(this.#size * 2);
      wide.set(this.#values);
      this.#values = wide;
    }
    this.#values[this.#size++] = value;
  }

  /** The values so far, without copying; valid until the next push. */
  view(): T {
    // subarray of T is a T; the union hides it.
    return this.#values.subarray(0, this.#size) as T;
  }
}
