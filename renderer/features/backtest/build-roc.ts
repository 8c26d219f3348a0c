import { buildThreshold, type ThresholdSums } from './build-threshold.ts';

export interface RocPoint {
  /** In tenths: alarm = score below it. */
  readonly threshold: number;
  readonly x: number;
  readonly y: number;
}

/** Corners of the ROC curve from (0, 0) to (1, 1), one per score that occurs; empty where a class is empty. */
export function buildRoc(sums: ThresholdSums): RocPoint[] {
  if (sums.positives[1001] === 0 || sums.kept[1001] === 0) return [];
  const points: RocPoint[] = [];
  for (let threshold = 0; threshold <= 1001; threshold++) {
    const { falsePositiveRate: x, truePositiveRate: y } = buildThreshold(sums, threshold).roc;
    const last = points.at(-1);
    if (last?.x !== x || last.y !== y) points.push({ threshold, x, y });
  }
  return points;
}
