import type { BacktestSettings } from '../schemas/backtest-settings.ts';
import { type Panel, POSITIVE } from './build-panel.ts';

/** Which window an as-of date belongs to. */
export type SnapshotWindow = 'design' | 'purge' | 'test' | 'pending' | 'all';

const MINIMUM_CHURNERS = 10;
/** Two fifths. */
const TARGET_SHARE = { numerator: 2, denominator: 5 } as const;

/**
 * Chooses the first as-of date of the test window. Candidate T: test = mature dates ≥ T, design = dates ≤ T − gap −
 * horizon. The T whose share of test churners (distinct scored lives with a positive row) is nearest to .40, with at
 * least 10 on each side; on a tie the later. Null when no date qualifies.
 * @param isScored one entry per panel row: 1 where the scorecard gives a score
 */
export function chooseTestFrom(
  panel: Panel,
  settings: Pick<BacktestSettings, 'gapDays' | 'horizonDays'>,
  isScored: (row: number) => boolean,
): number | null {
  const lifeSnapshots = positiveSnapshots(panel, isScored);
  let best: { day: number; distance: number; churners: number } | null = null;
  for (const [s, testFrom] of panel.asOfDays.entries()) {
    const designThrough = panel.startDays[s]! - settings.gapDays - settings.horizonDays;
    let test = 0;
    let design = 0;
    for (const { first, last } of lifeSnapshots) {
      if (last >= testFrom) test++;
      if (first <= designThrough) design++;
    }
    if (test < MINIMUM_CHURNERS || design < MINIMUM_CHURNERS) continue;
    const churners = test + design;
    const distance = Math.abs(TARGET_SHARE.denominator * test - TARGET_SHARE.numerator * churners);
    // Distances are compared as whole numbers over their common denominator: doubles would break ties at random.
    if (best === null || distance * best.churners <= best.distance * churners)
      best = { day: testFrom, distance, churners };
  }
  return best?.day ?? null;
}

/**
 * Window of each as-of date. Without a split every mature date is 'all'. A month of a renewal-aligned schedule is
 * pending only where its first day is, belongs to the test window whole, and ends before the purge begins.
 */
export function assignWindows(
  panel: Panel,
  settings: Pick<BacktestSettings, 'gapDays' | 'horizonDays' | 'knownThrough'>,
  testFrom: number | null,
): SnapshotWindow[] {
  const reach = settings.gapDays + settings.horizonDays;
  const first = panel.asOfDays.findIndex((day) => testFrom !== null && day >= testFrom);
  const testStart = Math.min(testFrom ?? 0, panel.startDays[first] ?? testFrom ?? 0);
  return Array.from(panel.asOfDays, (day, s) => {
    if (panel.startDays[s]! + reach > settings.knownThrough) return 'pending';
    if (testFrom === null) return 'all';
    if (day >= testFrom) return 'test';
    return day <= testStart - reach ? 'design' : 'purge';
  });
}

/** First and last as-of day with a scored positive row, per life that has one. */
function positiveSnapshots(panel: Panel, isScored: (row: number) => boolean) {
  const byLife = new Map<number, { first: number; last: number }>();
  for (let r = 0; r < panel.account.length; r++) {
    if (panel.label[r] !== POSITIVE || !isScored(r)) continue;
    const day = panel.asOfDays[panel.snapshot[r]!]!;
    const seen = byLife.get(panel.life[r]!);
    if (seen === undefined) byLife.set(panel.life[r]!, { first: day, last: day });
    else seen.last = day;
  }
  return [...byLife.values()];
}

/** Rows of one window that count (KEPT or POSITIVE), as indices into the panel, in panel order. */
export function rowsOfWindow(
  panel: Panel,
  windows: readonly SnapshotWindow[],
  wanted: readonly SnapshotWindow[],
): Int32Array {
  const isWanted = Uint8Array.from(panel.asOfDays, (_, s) =>
    Number(wanted.includes(windows[s] ?? 'pending')),
  );
  const rows = new Int32Array(panel.account.length);
  let count = 0;
  for (let r = 0; r < rows.length; r++) {
    if (panel.label[r]! <= POSITIVE && isWanted[panel.snapshot[r]!] === 1) rows[count++] = r;
  }
  return rows.slice(0, count);
}
