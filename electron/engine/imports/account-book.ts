import type { AccountKeys } from './account-keys.ts';

/**
 * Account ids to indices: those stored, and those a file names for the first time, in file order.
 * An account that only undone imports name is unknown like any other; named again, it gets its old index back.
 */
export class AccountBook {
  readonly #indices: Map<string, number>;
  readonly #stored: number;
  readonly #gone: Set<number>;
  readonly newIds: string[] = [];
  #returned = 0;

  /** Account ids by the keys that a file has in their place; null = it has ids. */
  readonly keys: AccountKeys | null;

  constructor(storedIds: readonly string[], gone: Iterable<number> = [], keys: AccountKeys | null = null) {
    this.keys = keys;
    this.#stored = storedIds.length;
    this.#indices = new Map(storedIds.map((id, index) => [id, index]));
    this.#gone = new Set(gone);
  }

  /** Accounts unknown before this file: new ones, and those that come back. */
  get addedCount(): number {
    return this.newIds.length + this.#returned;
  }

  /** Index of an id; −1 when unknown. */
  find(id: string): number {
    const index = this.#indices.get(id);
    return index === undefined || (this.#gone.size > 0 && this.#gone.has(index)) ? -1 : index;
  }

  /** Index of an id, given one if it has none. The id is copied: it may be a slice of a whole file. */
  findOrAdd(id: string): number {
    const known = this.#indices.get(id);
    if (known !== undefined) {
      if (this.#gone.delete(known)) this.#returned++;
      return known;
    }
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
