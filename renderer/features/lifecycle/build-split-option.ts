import type { Split, SplitPart } from '../../../shared/schemas/lifecycle.ts';
import type { ChartOption } from '../../ui/chart.tsx';
import { colours } from '../../ui/colours.ts';

export interface SplitWords {
  readonly part: (part: SplitPart) => string;
  readonly gained: string;
  readonly lost: string;
}

const grouped = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const order = ['behaviour', 'missing', 'configuration', 'restated'] as const;

/** The reasons in their order; a correction of the earlier date only where there was one. */
export function shownParts(split: Pick<Split, 'totals'>): Split['totals'] {
  return order.flatMap((part) => {
    const total = split.totals.find((one) => one.part === part);
    const isNone = total === undefined || (total.gained === 0 && total.lost === 0);
    return total === undefined || (part === 'restated' && isNone) ? [] : [total];
  });
}

/** Points with their sign and one decimal, in both languages alike: +3.0, −2.1, 0.0, +2,047.2. */
export function signed(points: number): string {
  const text = grouped.format(Math.abs(points));
  if (text === '0.0') return text;
  return points < 0 ? `−${text}` : `+${text}`;
}

/** Points gained (right) and lost (left) in all, one bar each a reason, on one axis around 0. */
export function buildSplitOption(parts: Split['totals'], words: SplitWords): ChartOption {
  const reach = roundUp(Math.max(1, ...parts.flatMap(({ gained, lost }) => [gained, -lost])));
  const series = (name: string, values: readonly number[], colour: string) => ({
    name,
    type: 'bar',
    stack: 'change',
    data: [...values],
    itemStyle: { color: colour },
    barMaxWidth: 20,
  });
  return {
    grid: { left: 80, right: 24, top: 24, bottom: 24 },
    legend: { top: 0, itemHeight: 10 },
    tooltip: {
      trigger: 'item',
      formatter: ({ name, seriesName, value }: { name: string; seriesName: string; value: number }) =>
        `${name}: ${seriesName} ${signed(value)}`,
    },
    xAxis: {
      type: 'value',
      min: -reach,
      max: reach,
      interval: reach / 2,
      axisLabel: { formatter: (points: number) => signed(points).replace('.0', '') },
    },
    yAxis: { type: 'category', inverse: true, data: parts.map(({ part }) => words.part(part)) },
    series: [
      series(
        words.gained,
        parts.map(({ gained }) => gained),
        colours.good,
      ),
      series(
        words.lost,
        parts.map(({ lost }) => lost),
        colours.watch,
      ),
    ],
  };
}

/** The next of these steps times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((step) => value <= step * power) ?? 10);
}
