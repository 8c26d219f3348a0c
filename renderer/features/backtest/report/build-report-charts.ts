import type { WindowFigures } from '../../../../shared/schemas/figures.ts';
import type { ChartOption } from '../../../ui/chart.tsx';
import { drawChart } from '../../../ui/chart-svg.ts';
import { buildBandOption } from '../build-band-option.ts';
import { buildHistogramOption } from '../build-histogram-option.ts';
import { buildMonthOption } from '../build-month-option.ts';
import { buildRoc } from '../build-roc.ts';
import { buildRocOption, rocPointAt } from '../build-roc-option.ts';
import { buildThresholdSums } from '../build-threshold.ts';
import { markedId } from '../charts/build-overlays.ts';
import { histogramWords } from '../histogram-words.ts';
import { binLeads, buildLeadOption, type Lead } from '../lab/build-lead.ts';
import { leadBinName } from '../lab/lead-words.ts';
import { drawn, type Markup } from './markup.ts';
import type { ReportView } from './report-input.ts';

const ink = '#495057';
const width = 700;

/** Churn rate of each band with its interval. */
export function drawBands({ words, output }: ReportView, window: WindowFigures): Markup {
  const { t, format } = words;
  const option = buildBandOption(output.scorecard.bands, window.bands, {
    rate: t('charts.rate'),
    percent: format.percent,
    ink,
    rows: (rows) => `n ${format.number(rows, 0)}`,
    tip: () => '',
  });
  return drawn(drawChart(option, { width, height: 170, id: 'bands' }));
}

/** Churned upwards, kept downwards, with a line where the alarm begins. */
export function drawDistribution(view: ReportView, window: WindowFigures): Markup {
  const { t, format } = view.words;
  const option = buildHistogramOption(window, { ...histogramWords(view.words, window, view.shown), ink });
  const alarm = {
    type: 'line',
    xAxisIndex: 1,
    symbol: 'none',
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: '#212529', width: 1.5, type: 'dashed' },
      label: {
        formatter: `${t('report.results.alarmLine')} ${format.score(Math.min(100, view.shown(view.bound)))}`,
        position: 'end',
        color: '#212529',
        fontSize: 12,
      },
      data: [{ xAxis: view.bound / 10 }],
    },
  };
  const roomForLabel = { ...option, grid: { ...(option.grid as object), top: 46 } };
  return drawn(drawChart(withSeries(roomForLabel, [alarm]), { width, height: 286, id: 'distribution' }));
}

/** The ROC curve with the alarm's place on it; null where a class is empty. */
export function drawRoc(view: ReportView, window: WindowFigures): Markup | null {
  const { t, format } = view.words;
  const points = buildRoc(buildThresholdSums(window, view.overlap));
  if (points.length === 0) return null;
  const option = buildRocOption(points, {
    x: t('explorer.rocX'),
    y: t('explorer.rocY'),
    percent: (share) => format.percent(share, 0),
    threshold: () => '',
    ink,
  });
  const at = rocPointAt(points, view.bound);
  const series = (option.series as { id?: string }[]).map((one) =>
    one.id === markedId && at !== null ? { ...one, data: [[at.x, at.y]] } : one,
  );
  const grid = { ...(option.grid as object), right: 24 };
  return drawn(drawChart({ ...option, series, grid }, { width: 304, height: 280, id: 'roc' }));
}

/** AUC of each date with its interval. */
export function drawMonths(view: ReportView): Markup {
  const { t, format } = view.words;
  const option = buildMonthOption(view.output.figures.snapshots, {
    day: format.day,
    churned: (count) => `n ${format.number(count, 0)}`,
    windowName: (window) => t(`dates.windows.${window}`),
    tip: () => '',
    ink,
  });
  return drawn(drawChart(option, { width, height: 250, id: 'months' }));
}

/** How many were red for how long before their end. */
export function drawLeads(view: ReportView, leads: readonly Lead[]): Markup {
  const { t } = view.words;
  const option = buildLeadOption(binLeads(leads), {
    nameOf: (bin) => leadBinName(bin, t),
    tip: () => '',
    accounts: t('lab.lead.accounts'),
    ink,
  });
  return drawn(drawChart(option, { width, height: 220, id: 'leads' }));
}

function withSeries(option: ChartOption, more: readonly unknown[]): ChartOption {
  return { ...option, series: [...(option.series as unknown[]), ...more] };
}
