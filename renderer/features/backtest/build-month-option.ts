import type { SnapshotFigures } from '../../../shared/schemas/figures.ts';
import { buildWhiskers } from '../../ui/build-whiskers.ts';
import type { ChartOption } from '../../ui/chart.tsx';
import { accentColour } from '../../ui/chart-colours.ts';
import { linkedPoints } from './charts/build-overlays.ts';
import type { Linked } from './link-context.ts';

export interface MonthWords {
  readonly day: (day: number) => string;
  readonly churned: (count: number) => string;
  readonly windowName: (window: SnapshotFigures['window']) => string;
  readonly tip: (snapshot: SnapshotFigures) => string;
  /** Colour of the intervals and of the points before the test window. */
  readonly ink: string;
}

/** Dates whose outcomes are known and that have an AUC, in time order. */
export function datesWithAuc(snapshots: readonly SnapshotFigures[]): SnapshotFigures[] {
  return snapshots.filter((snapshot) => snapshot.auc !== null && snapshot.window !== 'pending');
}

/** AUC of each as-of date with DeLong's interval; the test window's points are filled, the others hollow. */
export function buildMonthOption(snapshots: readonly SnapshotFigures[], words: MonthWords): ChartOption {
  const shown = datesWithAuc(snapshots);
  const values = shown.map((snapshot) => snapshot.auc?.value ?? 0.5);
  const lowest = Math.min(0.4, ...values);
  const isTest = (snapshot: SnapshotFigures) => snapshot.window === 'test';
  const points = (name: string, wanted: (snapshot: SnapshotFigures) => boolean, isFilled: boolean) => ({
    type: 'line',
    name,
    connectNulls: false,
    symbol: isFilled ? 'circle' : 'emptyCircle',
    symbolSize: 8,
    z: 6,
    cursor: 'pointer',
    lineStyle: { color: isFilled ? accentColour : words.ink, width: isFilled ? 2 : 1 },
    itemStyle: { color: isFilled ? accentColour : words.ink },
    data: shown.map((snapshot) => (wanted(snapshot) ? (snapshot.auc?.value ?? null) : null)),
  });
  const others = (['design', 'purge', 'all'] as const).filter((window) =>
    shown.some((snapshot) => snapshot.window === window),
  );
  return {
    grid: { left: 40, right: 16, top: 32, bottom: 48, outerBoundsMode: 'none' },
    legend: { top: 0, right: 16, itemHeight: 8, selectedMode: false },
    tooltip: {
      trigger: 'axis',
      formatter: (items: readonly { dataIndex: number }[]) => {
        const snapshot = shown[items[0]?.dataIndex ?? -1];
        return snapshot === undefined ? '' : words.tip(snapshot);
      },
    },
    xAxis: {
      type: 'category',
      data: shown.map((snapshot) => `${words.day(snapshot.asOf)}\n${words.churned(snapshot.positives)}`),
      axisLabel: { hideOverlap: true, lineHeight: 15 },
    },
    yAxis: {
      type: 'value',
      min: Math.max(0, Math.floor(lowest * 10) / 10),
      max: 1,
      interval: 0.1,
      axisLabel: { formatter: (value: number) => value.toFixed(1) },
    },
    series: [
      {
        ...points(words.windowName('test'), isTest, true),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { type: 'dashed', color: words.ink },
          data: [{ yAxis: 0.5 }],
        },
      },
      ...others.map((window) => ({
        ...points(words.windowName(window), (snapshot) => snapshot.window === window, false),
        ...(window === 'design' ? { markArea: shadeOf(shown) } : {}),
      })),
      buildWhiskers(
        shown.flatMap(({ auc }, index) =>
          auc === null || auc.low === null || auc.high === null
            ? []
            : [{ index, low: Math.max(lowest, auc.low), high: auc.high }],
        ),
        words.ink,
      ),
      {
        ...linkedPoints(words.ink),
        symbol: 'circle',
        symbolSize: 18,
        itemStyle: { color: 'transparent', borderColor: words.ink, borderWidth: 2 },
      },
    ],
  };
}

/** A ring around each date that holds the same accounts. */
export function linkedDates(
  snapshots: readonly SnapshotFigures[],
  linked: Linked | null,
): [number, number][] {
  const dates = new Set(linked?.snapshots.map(({ asOf }) => asOf));
  return datesWithAuc(snapshots).flatMap(({ asOf, auc }, index): [number, number][] =>
    dates.has(asOf) ? [[index, auc?.value ?? 0.5]] : [],
  );
}

/** Grey behind the design window: the score was drawn on these dates. */
function shadeOf(shown: readonly SnapshotFigures[]): Record<string, unknown> {
  const first = shown.findIndex((snapshot) => snapshot.window === 'design');
  const last = shown.findLastIndex((snapshot) => snapshot.window === 'design');
  return {
    silent: true,
    itemStyle: { color: 'rgba(134, 142, 150, 0.14)' },
    data: [[{ xAxis: first }, { xAxis: last }]],
  };
}
