import { KEPT, type Panel, POSITIVE, TOO_LATE } from './build-panel.ts';

const MINIMUM_CHURNED = 5;
const MINIMUM_SHARE = 0.9;

/** How many lives have something there about to churn, and how many elsewhere. */
export interface AroundChurn {
  readonly churned: number;
  readonly others: number;
}

/**
 * Whether a measure has something to say only around churn: the answer of an exit survey, a date of cancellation. What
 * "something" is, a value can't tell by itself, so it is any that is neither missing nor the measure's commonest. Over
 * the panel rows of the given windows it counts the lives that have something on a row whose outcome follows within the
 * horizon or is already too near to act on, and those that have it on a kept row; a churned life with something on an
 * earlier kept row is in both. Answers the two counts where at least 5 churned lives have something and at least 9 in 10
 * of all that do are churned ones, else null.
 * @param values by panel row, NaN = missing
 */
export function appearsAroundChurn(
  panel: Panel,
  values: ArrayLike<number>,
  isCounted: (snapshot: number) => boolean,
): AroundChurn | null {
  const rows = Array.from(panel.label.keys()).filter((r) => isCounted(panel.snapshot[r]!));
  const usual = commonest(rows, values);
  const churned = new Set<number>();
  const others = new Set<number>();
  for (const r of rows) {
    const value = values[r]!;
    if (Number.isNaN(value) || value === usual) continue;
    const label = panel.label[r]!;
    if (label === POSITIVE || label === TOO_LATE) churned.add(panel.life[r]!);
    else if (label === KEPT) others.add(panel.life[r]!);
  }
  const isOnlyAround =
    churned.size >= MINIMUM_CHURNED && churned.size >= MINIMUM_SHARE * (churned.size + others.size);
  return isOnlyAround ? { churned: churned.size, others: others.size } : null;
}

/** The value most rows have; NaN where most of all have none, so that every value says something. */
function commonest(rows: readonly number[], values: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  for (const r of rows) counts.set(values[r]!, (counts.get(values[r]!) ?? 0) + 1);
  let usual = Number.NaN;
  let most = 0;
  for (const [value, count] of counts) {
    if (count <= most) continue;
    most = count;
    usual = value;
  }
  return usual;
}
