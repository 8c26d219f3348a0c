import { deciles, uniqueEdges } from '../statistics/deciles.ts';
import { informationValue } from '../statistics/information-value.ts';
import type { SameDateRows } from '../statistics/same-date-pairs.ts';
import { type DateCells, dateCells } from './rank-codes.ts';
import { NO_LABEL } from './shuffle-outcomes.ts';

/** A measure made ready for counting again and again under other labels. */
export type CellMeasure = DateCells & {
  /** Per row the quantile bin over all dates; of no meaning where missing. */
  readonly bin: Uint8Array;
  readonly binCount: number;
};

export type MeasureSignal = {
  /** Information value with ½ in every cell, missing left out; null with one class. */
  readonly iv: number | null;
  /** P(kept above churned) + ½ P(equal) over pairs of the same date; null without pairs or for a constant. */
  readonly auc: number | null;
};

/** Finds the cell and the bin of each row's value (NaN = missing). `edges` (ascending, unique, at most 254) cut the
 * right-closed bins of the information value; unique deciles of all values unless given. */
export function prepareMeasure(
  rows: SameDateRows,
  values: ArrayLike<number>,
  edges: readonly number[] = uniqueEdges(deciles(Float64Array.from(values).filter((v) => !Number.isNaN(v)))),
): CellMeasure {
  const bin = new Uint8Array(values.length);
  for (let r = 0; r < bin.length; r++) {
    while (bin[r]! < edges.length && values[r]! > edges[bin[r]!]!) bin[r]!++;
  }
  return { ...dateCells(rows, values), bin, binCount: edges.length + 1 };
}

/** What a measure tells apart under some labels (per row 0 kept, 1 churned, NO_LABEL left out), not flipped.
 * Two plain passes, over rows and over cells, because a noise floor takes two hundred of them per measure. */
export function signalOf({ cell, firstCell, bin, binCount }: CellMeasure, labels: Int8Array): MeasureSignal {
  const binCounts = new Int32Array(2 * binCount);
  const counts = new Int32Array(2 * firstCell.at(-1)!);
  for (let r = 0; r < cell.length; r++) {
    const label = labels[r]!;
    if (label === NO_LABEL || cell[r] === -1) continue;
    counts[2 * cell[r]! + label]!++;
    binCounts[2 * bin[r]! + label]!++;
  }
  return { iv: ivOf(binCounts), auc: aucOfCells(counts, firstCell) };
}

/** Same-date AUC, P(kept above churned) + ½ P(equal), from the kept (even entries) and churned (odd) rows of each cell.
 * Null without pairs or where all tie. */
export function aucOfCells(counts: Int32Array, firstCell: ArrayLike<number>): number | null {
  let doubled = 0;
  let pairs = 0;
  let ties = 0;
  for (let s = 0; s + 1 < firstCell.length; s++) {
    let kept = 0;
    let churned = 0;
    for (let entry = 2 * firstCell[s]!; entry < 2 * firstCell[s + 1]!; entry += 2) {
      const keptHere = counts[entry]!;
      const churnedHere = counts[entry + 1]!;
      doubled += keptHere * (2 * churned + churnedHere);
      ties += keptHere * churnedHere;
      kept += keptHere;
      churned += churnedHere;
    }
    pairs += kept * churned;
  }
  return ties === pairs ? null : doubled / 2 / pairs;
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
