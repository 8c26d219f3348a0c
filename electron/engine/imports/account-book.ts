/** Account ids to indices: those stored, and those a file names for the first time, in file order. */
export class AccountBook {
  readonly #indices: Map<string, number>;
  readonly #stored: number;
  readonly newIds: string[] = [];

  constructor(storedIds: readonly string[]) {
    this.#stored = storedIds.length;
    this.#indices = new Map(storedIds.map((id, index) => [id, index]));
  }

  /** Index of an id; −1 when unknown. */
  find(id: string): number {
    return this.#indices.get(id) ?? -1;
  }

  /** Index of an id, given one if it has none. The id is copied: it may be a slice of a whole file. */
  findOrAdd(id: string): number {
    const known = this.#indices.get(id);
    if (known !== undefined) return known;
    const index = this.#stored + this.newIds.length;
    const copy = copyText(id);
    this.newIds.push(copy);
    this.#indices.set(copy, index);
    return index;
  }
}

/** The same text in memory of its own, so that a short cell does not keep a whole chunk of the file alive. */
export function copyText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8');
}
