import type { Database } from '../store/database.ts';
import { loadEventTexts } from '../store/event-table.ts';
import { copyText } from './account-book.ts';

/** Texts to indices: those stored, and those a file names for the first time, in file order. */
export class TextBook {
  readonly #indices: Map<string, number>;
  readonly newTexts: string[] = [];

  constructor(stored: readonly string[]) {
    this.#indices = new Map(stored.map((text, index) => [text, index]));
  }

  /** How many texts have an index. */
  get size(): number {
    return this.#indices.size;
  }

  /** Index of a text, given one if it has none. The text is copied: it may be a slice of a whole file. */
  findOrAdd(text: string): number {
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    const index = this.#indices.size;
    const copy = copyText(text);
    this.newTexts.push(copy);
    this.#indices.set(copy, index);
    return index;
  }
}

/** Dictionaries of an events file. */
export interface TextBooks {
  readonly users: TextBook;
  readonly events: TextBook;
}

export function openTextBooks(database: Database): TextBooks {
  return {
    users: new TextBook(loadEventTexts(database, 'event_user')),
    events: new TextBook(loadEventTexts(database, 'event_name')),
  };
}

/** For a look at single rows, of which nothing is kept. */
export function emptyTextBooks(): TextBooks {
  return { users: new TextBook([]), events: new TextBook([]) };
}
