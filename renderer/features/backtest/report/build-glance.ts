import type { WindowFigures } from '../../../../shared/schemas/figures.ts';
import { nameOf } from '../build-band-option.ts';
import { buildThreshold, buildThresholdSums } from '../build-threshold.ts';
import { drawBands } from './build-report-charts.ts';
import { html, type Piece } from './markup.ts';
import { block, figure, note } from './parts.ts';
import { rateCard } from './rate-card.ts';
import type { ReportView } from './report-input.ts';

/** The result on the first page: what acting on the alarm finds, and the churn rate of each band as a picture. */
export function buildGlance(view: ReportView): Piece {
  const { window } = view;
  if (window === null || window.rows === window.unscoredRows) return null;
  const warning = view.isOptimistic
    ? html`<p class="warning">${view.words.t('report.doubts.optimisticText')}</p>`
    : null;
  return [warning, rates(view, window), bands(view, window)];
}

function rates(view: ReportView, window: WindowFigures): Piece {
  const { t, format } = view.words;
  const at = buildThreshold(buildThresholdSums(window, view.overlap), view.bound);
  const score = format.score(Math.min(100, view.shown(view.bound)));
  return block(
    t('report.results.atBound'),
    html`<div class="numbers three">${rateCard(view, t('explorer.catch'), at.catchRate, 'account')}${rateCard(view, t('explorer.hit'), at.hitRate, 'row')}${rateCard(view, t('explorer.everRed'), at.everRed, 'account')}</div>`,
    note(t('report.results.atBoundWhy', { score })),
  );
}

function bands(view: ReportView, window: WindowFigures): Piece {
  const { t, format } = view.words;
  const described = view.output.scorecard.bands.map((band, index) =>
    t('charts.bandPoint', { band: nameOf(band), rate: format.percent(window.bands[index]?.rate ?? null) }),
  );
  return block(
    t('report.results.bands'),
    figure(
      drawBands(view, window),
      t('charts.bandLabel', { bands: described.join(', ') }),
      t('report.results.bandsChart'),
    ),
  );
}
