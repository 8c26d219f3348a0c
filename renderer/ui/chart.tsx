import { useComputedColorScheme } from '@mantine/core';
import { BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import {
  DataZoomComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type ECElementEvent, type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chartTheme } from './chart-theme.ts';

use([
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  DataZoomComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapComponent,
  CanvasRenderer,
]);

/** Chart options as a pure `build-…` file makes them. */
export type ChartOption = EChartsCoreOption;

/** The point that was clicked, or chosen with the keyboard. */
export interface ChartPoint {
  readonly seriesIndex: number;
  readonly dataIndex: number;
  /** A ribbon of a Sankey, not one of its blocks. */
  readonly isRibbon?: boolean;
}

export interface ChartProps {
  readonly option: ChartOption;
  /** What the picture shows, in one sentence. */
  readonly ariaLabel: string;
  readonly height?: number;
  /** Series (by id) laid over the option's own: when only this changes, the rest is not drawn anew. */
  readonly overlay?: ChartOption;
  /** Makes points clickable; arrow keys and Enter reach them too. */
  readonly onPoint?: (point: ChartPoint) => void;
  /** The point under the pointer or the keyboard's cursor; null when it leaves. */
  readonly onHover?: (point: ChartPoint | null) => void;
  /** Points that form a grid, row by row: how many lie in a row. Up and down then move by a row. */
  readonly across?: number;
}

export function Chart({ option, ariaLabel, height = 260, overlay, onPoint, onHover, across }: ChartProps) {
  const { t } = useTranslation('common');
  const scheme = useComputedColorScheme('light');
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const handlers = useRef({ onPoint, onHover });
  const laidOver = useRef(overlay);
  const isSeen = useRef(true);
  const isBehind = useRef(false);
  const [cursor, setCursor] = useState<ChartPoint>({ seriesIndex: 0, dataIndex: -1 });
  handlers.current = { onPoint, onHover };
  laidOver.current = overlay;

  useEffect(() => {
    if (box.current === null) return;
    const made = init(box.current, chartTheme(scheme), { renderer: 'canvas' });
    chart.current = made;
    made.on('click', (event) => {
      if (event.componentType === 'series') handlers.current.onPoint?.(pointOf(event));
    });
    made.on('mouseover', (event) => {
      if (event.componentType === 'series') handlers.current.onHover?.(pointOf(event));
    });
    made.on('mouseout', () => handlers.current.onHover?.(null));
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(box.current);
    const sight = new IntersectionObserver(([entry]) => {
      isSeen.current = entry?.isIntersecting ?? true;
      if (!isSeen.current || !isBehind.current) return;
      isBehind.current = false;
      if (laidOver.current !== undefined) made.setOption(laidOver.current);
    });
    sight.observe(box.current);
    return () => {
      watcher.disconnect();
      sight.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [scheme]);

  // After the chart was made anew for the other theme it needs its option again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: scheme replaces the chart
  useEffect(() => {
    chart.current?.setOption(withSafeTooltip(option), { notMerge: true, lazyUpdate: false });
    if (laidOver.current !== undefined) chart.current?.setOption(laidOver.current);
  }, [option, scheme]);

  // What can't be seen need not follow the hand: it catches up when it comes into sight.
  useEffect(() => {
    if (overlay === undefined) return;
    if (isSeen.current) chart.current?.setOption(overlay, { lazyUpdate: true });
    else isBehind.current = true;
  }, [overlay]);

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && cursor.dataIndex >= 0) return onPoint?.(cursor);
    const next = chart.current === null ? null : nextPoint(chart.current, cursor, event.key, across);
    if (next === null) return;
    event.preventDefault();
    setCursor(next);
    onHover?.(next);
    chart.current?.dispatchAction({ type: 'downplay' });
    chart.current?.dispatchAction({ type: 'highlight', ...next });
    chart.current?.dispatchAction({ type: 'showTip', ...next });
  };

  const picture = <div ref={box} style={{ height, width: '100%' }} aria-hidden />;
  if (onPoint === undefined) {
    return (
      <div role="img" aria-label={ariaLabel}>
        {picture}
      </div>
    );
  }
  return (
    <div
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move between the drawn points
      tabIndex={0}
      aria-label={`${ariaLabel} ${t('chart.keyboard')}`}
      onKeyDown={move}
      onBlur={() => onHover?.(null)}
    >
      {picture}
    </div>
  );
}

function pointOf(event: ECElementEvent): ChartPoint {
  const { seriesIndex = 0, dataIndex } = event;
  return { seriesIndex, dataIndex, ...(event.dataType === 'edge' ? { isRibbon: true } : {}) };
}

/** Tooltips are drawn, never written as HTML: names in them come from the person's files. */
function withSafeTooltip(option: ChartOption): ChartOption {
  const tooltip = (option.tooltip ?? {}) as Record<string, unknown>;
  const grid = { left: 48, right: 16, top: 24, bottom: 40 };
  return {
    animation: false,
    grid,
    ...option,
    tooltip: { confine: true, ...tooltip, renderMode: 'richText' },
  };
}

function nextPoint(
  chart: EChartsType,
  cursor: ChartPoint,
  key: string,
  across: number | undefined,
): ChartPoint | null {
  const series = (chart.getOption() as { series?: { data?: unknown[] }[] }).series ?? [];
  const lengthOf = (index: number) => series[index]?.data?.length ?? 0;
  const { seriesIndex, dataIndex } = cursor;
  switch (key) {
    case 'ArrowRight':
      return { seriesIndex, dataIndex: Math.min(dataIndex + 1, lengthOf(seriesIndex) - 1) };
    case 'ArrowLeft':
      return { seriesIndex, dataIndex: Math.max(dataIndex - 1, 0) };
    case 'ArrowDown':
    case 'ArrowUp': {
      if (across !== undefined) {
        const row = dataIndex + (key === 'ArrowDown' ? across : -across);
        return row < 0 || row >= lengthOf(seriesIndex) ? null : { seriesIndex, dataIndex: row };
      }
      const step = key === 'ArrowDown' ? 1 : series.length - 1;
      const other = (seriesIndex + step) % Math.max(1, series.length);
      return { seriesIndex: other, dataIndex: Math.min(Math.max(dataIndex, 0), lengthOf(other) - 1) };
    }
    default:
      return null;
  }
}
