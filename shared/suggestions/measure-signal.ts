import { deciles, uniqueEdges } from '../statistics/deciles.ts';
import { informationValue } from '../statistics/information-value.ts';
import type { SameDateRows } from '../statistics/same-date-pairs.ts';
import { NO_LABEL } from './shuffle-outcomes.ts';

/** A measure made ready for counting again and again under other labels. */
export type SortedMeasure = {
  /** Rows with a value, by as-of date, ascending by value within it. */
  readonly order: Int32Array;
  /** Beside `order`: 2 = first row of a date, 1 = another value than the row before, 0 = the same. */
  readonly starts: Uint8Array;
  /** Beside `order`: the quantile bin over all dates. */
  readonly bin: Uint8Array;
  readonly binCount: number;
};

export type MeasureSignal = {
  /** Information value with ½ in every cell, missing left out; null with one class. */
  readonly iv: number | null;
  /** P(kept above churned) + ½ P(equal) over pairs of the same date; null without pairs or for a constant. */
  readonly auc: number | null;
};

/** Sorts a measure's values (NaN = missing) within each as-of date. `edges` (ascending, unique, at most 254) cut the
 * right-closed bins of the information value; unique deciles of all values unless given. */
export function sortMeasure(
  rows: SameDateRows,
  values: ArrayLike<number>,
  edges?: readonly number[],
): SortedMeasure {
  const present: number[] = [];
  for (let r = 0; r < values.length; r++) if (!Number.isNaN(values[r]!)) present.push(r);
  const order = Int32Array.from(present);
  const { snapshot } = rows;
  order.sort((a, b) => snapshot[a]! - snapshot[b]! || values[a]! - values[b]! || a - b);
  const starts = new Uint8Array(order.length);
  for (let i = 0; i < order.length; i++) {
    if (i === 0 || snapshot[order[i]!] !== snapshot[order[i - 1]!]) starts[i] = 2;
    else if (values[order[i]!] !== values[order[i - 1]!]) starts[i] = 1;
  }
  const cuts = edges ?? uniqueEdges(deciles(present.map((r) => values[r]!)));
  const bin = new Uint8Array(order.length);
  for (let i = 0; i < order.length; i++) {
    while (bin[i]! < cuts.length && values[order[i]!]! > cuts[bin[i]!]!) bin[i]!++;
  }
  return { order, starts, bin, binCount: cuts.length + 1 };
}

/** What a measure tells apart under some labels (per row 0 kept, 1 churned, NO_LABEL left out), not flipped.
 * One plain pass over the sorted rows, because a noise floor takes two hundred of them per measure. */
export function signalOf({ order, starts, bin, binCount }: SortedMeasure, labels: Int8Array): MeasureSignal {
  const counts = new Int32Array(2 * binCount);
  let doubled = 0;
  let pairs = 0;
  let ties = 0;
  let kept = 0;
  let churned = 0;
  let keptHere = 0;
  let churnedHere = 0;
  for (let i = 0; i < order.length; i++) {
    if (starts[i] !== 0) {
      doubled += keptHere * (2 * churned + churnedHere);
      ties += keptHere * churnedHere;
      kept += keptHere;
      churned += churnedHere;
      keptHere = 0;
      churnedHere = 0;
      if (starts[i] === 2) {
        pairs += kept * churned;
        kept = 0;
        churned = 0;
      }
    }
    const label = labels[order[i]!]!;
    if (label === NO_LABEL) continue;
    counts[2 * bin[i]! + label]!++;
    keptHere += 1 - label;
    churnedHere += label;
  }
  doubled += keptHere * (2 * churned + churnedHere);
  ties += keptHere * churnedHere;
  pairs += (kept + keptHere) * (churned + churnedHere);
  return { iv: ivOf(counts), auc: ties === pairs ? null : doubled / 2 / pairs };
}

function ivOf(counts: Int32Array): number | null {
  const positives: number[] = [];
  const negatives: number[] = [];
  for (let cell = 0; cell < counts.length; cell += 2) {
    if (counts[cell]! + counts[cell + 1]! === 0) continue;
    negatives.push(counts[cell]!);
    positives.push(counts[cell + 1]!);
  }
  return informationValue({ positives, negatives }, 'halfEverywhere');
}
