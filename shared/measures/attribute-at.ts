import { type Dataset, upperBound } from './dataset.ts';

/** Reads attributes of accounts by name, point-in-time. */
export interface AttributeReader {
  readonly at: (name: string, account: number, asOf: number) => string | undefined;
  /** True where an account's text is the same on every date. */
  readonly isFixed: (name: string) => boolean;
}

/** Text of an attribute of an account as of a day; undefined = none. */
export type AttributeAt = (account: number, asOf: number) => string | undefined;

/**
 * Reads one attribute point-in-time: the newest value whose "from" day is ≤ asOf ('' = from then on none), before the
 * first of them the undated one. "From" is what a file says, or the day of a later import that told another value; the
 * undated value is the first that was ever imported, which a past score may not have known.
 */
export function attributeAt(
  dataset: Pick<Dataset, 'attributes' | 'attributeHistory'>,
  name: string,
): AttributeAt {
  const history = dataset.attributeHistory.get(name);
  const undated = history === undefined ? dataset.attributes.get(name) : history.undated;
  if (history === undefined) return (account) => undated?.[account];
  return (account, asOf) => {
    const from = history.offsets[account]!;
    const i = upperBound(history.fromDay, asOf, from, history.offsets[account + 1]!) - 1;
    return i < from ? undated?.[account] : history.value[i] || undefined;
  };
}

/** Reads all attributes of a dataset; each attribute's columns are looked up once. */
export function attributeReader(dataset: Pick<Dataset, 'attributes' | 'attributeHistory'>): AttributeReader {
  const readers = new Map<string, AttributeAt>();
  return {
    at(name, account, asOf) {
      let read = readers.get(name);
      if (read === undefined) {
        read = attributeAt(dataset, name);
        readers.set(name, read);
      }
      return read(account, asOf);
    },
    isFixed: (name) => !dataset.attributeHistory.has(name),
  };
}

/** True where every value of an attribute has a day from which it holds: a past score may read it. */
export function isDatedAttribute(
  { attributeHistory }: Pick<Dataset, 'attributeHistory'>,
  name: string,
): boolean {
  const history = attributeHistory.get(name);
  return history?.undated.every((text) => text === undefined) ?? false;
}
