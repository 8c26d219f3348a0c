import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartOption } from './chart.tsx';
import { chartTheme } from './chart-theme.ts';
import { fonts } from './fonts.ts';

use([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  SVGRenderer,
]);

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Begins the names inside the picture, so that two on one page do not share them. */
  readonly id: string;
}

interface Series {
  readonly data?: readonly unknown[];
  readonly markLine?: unknown;
  readonly itemStyle?: { readonly opacity?: number };
}

/**
 * A chart as SVG markup on light paper. Nothing in it moves, answers a pointer or is fetched, and places that are only
 * there to be pointed at are left out.
 */
export function drawChart({ tooltip: _, ...option }: ChartOption, { width, height, id }: Drawing): string {
  const chart = init(null, paperTheme, { renderer: 'svg', ssr: true, width, height });
  try {
    const series = ((option.series ?? []) as Series[]).filter(isSeen);
    chart.setOption({ ...option, series, animation: false });
    return asPicture(chart.renderToSVGString({ useViewBox: true }), id);
  } finally {
    chart.dispose();
  }
}

/** The renderer writes font names into an attribute as they are: quotes would end it. */
const paperTheme = (() => {
  const theme = chartTheme('light');
  return { ...theme, textStyle: { ...(theme.textStyle as object), fontFamily: fonts.replaceAll('"', '') } };
})();

function isSeen({ data, markLine, itemStyle }: Series): boolean {
  return itemStyle?.opacity !== 0 && (data === undefined || data.length > 0 || markLine !== undefined);
}

/** To be named by what holds it. Without styles for pointers, data for scripts and addresses of name spaces, which a picture inside HTML needs not. */
function asPicture(svg: string, id: string): string {
  return svg
    .replace(/<style\b[\s\S]*?<\/style>/g, '')
    .replace(
      / (?:ecmeta_\w+|class|pointer-events|xml:space|xmlns(?::xlink)?|version|baseProfile)="[^"]*"/g,
      '',
    )
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace('<svg ', '<svg aria-hidden="true" ')
    .trim();
}
