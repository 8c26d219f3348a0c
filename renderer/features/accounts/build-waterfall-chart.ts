import { colours } from '../../ui/colours.ts';
import type { WaterfallBar } from './build-waterfall.ts';

export interface WaterfallWords {
  readonly nameOf: (bar: WaterfallBar) => string;
  /** "−23.0", "100", "41.5". */
  readonly textOf: (bar: WaterfallBar) => string;
}

/** Horizontal bars from the top: 100, what each measure took in grey, the score in its band's colour. */
export function buildWaterfallChart(
  bars: readonly WaterfallBar[],
  words: WaterfallWords,
  scoreColour: string,
) {
  return {
    grid: { left: 8, right: 56, top: 4, bottom: 24, containLabel: true },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const bar = bars[dataIndex];
        return bar === undefined ? '' : `${words.nameOf(bar)}\n${words.textOf(bar)}`;
      },
    },
    xAxis: { type: 'value', min: 0, max: 100, interval: 20 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(words.nameOf),
      axisTick: { show: false },
      axisLabel: { width: 170, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        stack: 'waterfall',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: bars.map((bar) => Math.min(bar.from, bar.to)),
      },
      {
        type: 'bar',
        stack: 'waterfall',
        barMaxWidth: 22,
        label: {
          show: true,
          position: 'right',
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const bar = bars[dataIndex];
            return bar === undefined ? '' : words.textOf(bar);
          },
        },
        data: bars.map((bar) => ({
          value: Math.abs(bar.to - bar.from),
          itemStyle: { color: colourOf(bar, scoreColour) },
        })),
      },
    ],
  };
}

function colourOf(bar: WaterfallBar, scoreColour: string): string {
  if (bar.kind === 'score') return scoreColour;
  return bar.kind === 'start' ? `${colours.neutral}66` : colours.neutral;
}
