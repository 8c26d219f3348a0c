import type { SnapshotFigures } from '../schemas/figures.ts';
import type { Band } from '../schemas/scorecard.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { delong } from '../statistics/delong.ts';
import { KEPT, OUTSIDE, type Panel, PENDING, POSITIVE, TOO_LATE } from './build-panel.ts';
import type { SnapshotWindow } from './choose-split.ts';
import { toEstimate } from './window-figures.ts';

/** Counts of each as-of date, its AUC with DeLong's interval, and its scored accounts per band. */
export function computeSnapshotFigures(
  panel: Panel,
  scores: Int16Array,
  windows: readonly SnapshotWindow[],
  bands: readonly Band[],
): SnapshotFigures[] {
  const bandOf = bandOfScores(bands);
  return Array.from(panel.asOfDays, (asOf, s) => {
    const labels = [0, 0, 0, 0];
    const bandCounts = new Array<number>(bands.length).fill(0);
    const kept: number[] = [];
    const churned: number[] = [];
    let unscored = 0;
    for (let r = 0; r < panel.account.length; r++) {
      if (panel.snapshot[r] !== s || panel.label[r] === OUTSIDE) continue;
      labels[panel.label[r]!]!++;
      if (scores[r] === NOT_SCORED) {
        unscored++;
        continue;
      }
      bandCounts[bandOf[scores[r]!]!]!++;
      if (panel.label[r] === POSITIVE) churned.push(scores[r]!);
      if (panel.label[r] === KEPT) kept.push(scores[r]!);
    }
    return {
      asOf,
      window: windows[s] ?? 'pending',
      eligible: labels[KEPT]! + labels[POSITIVE]! + labels[TOO_LATE]! + labels[PENDING]!,
      alreadyGaveNotice: panel.alreadyGaveNotice[s]!,
      churnedInstead: panel.churnedInstead[s]!,
      tooLate: labels[TOO_LATE]!,
      positives: labels[POSITIVE]!,
      kept: labels[KEPT]!,
      unscored,
      auc: toEstimate(delong(kept, churned)),
      bandCounts,
    };
  });
}
