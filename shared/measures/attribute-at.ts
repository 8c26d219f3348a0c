import { type Dataset, upperBound } from './dataset.ts';

/** Text of an attribute of an account as of a day; undefined = none. */
export type AttributeAt = (account: number, asOf: number) => string | undefined;

/**
 * Reads one attribute point-in-time: the newest dated value whose "from" day is ≤ asOf ('' = from then on none), before
 * the first of them the value as of the import, which a past score may not have known.
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

/** True where every value of an attribute has a day from which it holds: a past score may read it. */
export function isDatedAttribute(
  { attributeHistory }: Pick<Dataset, 'attributeHistory'>,
  name: string,
): boolean {
  const history = attributeHistory.get(name);
  return history !== undefined && history.undated.every((text) => text === undefined);
}
