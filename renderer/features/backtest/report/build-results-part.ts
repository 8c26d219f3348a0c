import type { WindowFigures } from '../../../../shared/schemas/figures.ts';
import { colours } from '../../../ui/colours.ts';
import { buildAucAxis, buildDifferenceAxis } from '../build-axis.ts';
import { isMonotone } from '../build-band-option.ts';
import { datesWithAuc } from '../build-month-option.ts';
import { edgeScore } from '../lab/top-edge.ts';
import { buildAutopsyBlocks } from './build-autopsy-blocks.ts';
import { drawDistribution, drawMonths, drawRoc } from './build-report-charts.ts';
import { html, type Markup, type Piece } from './markup.ts';
import { bandBadge, block, figure, intervalPicture, note, table } from './parts.ts';
import type { ReportView } from './report-input.ts';

/** How the score did in the headline window; below ten churners the cases come first. */
export function buildResultsPart(view: ReportView): Markup {
  const { t } = view.words;
  const { window } = view;
  const optimistic = view.isOptimistic
    ? html`<p class="warning">${t('report.doubts.optimisticText')}</p>`
    : null;
  if (window === null) return html`<p>${t('verdict.undefined.noRows')}</p>`;
  const isScored = window.rows > window.unscoredRows;
  return html`${optimistic}
${buildAutopsyBlocks(view, 'cases')}
${block(t('report.results.bands'), bandTable(view, window))}
${isScored ? distribution(view, window) : null}
${baselines(view, window)}
${capacity(view, window)}
${months(view)}
${buildAutopsyBlocks(view, 'autopsy')}`;
}

function bandTable({ words, output, overlap }: ReportView, window: WindowFigures): Piece {
  const { t, format } = words;
  const highest = Math.max(0.1, ...window.bands.map((band) => band.high ?? 0));
  const rows = output.scorecard.bands.flatMap((band, index) => {
    const found = window.bands[index];
    if (found === undefined) return [];
    const { rows: all, share, accounts, positives, rate, low, high } = found;
    const estimate = rate === null ? null : { value: rate, low, high };
    return [
      [
        bandBadge(band),
        format.number(all, 0),
        format.percent(share),
        format.number(accounts, 0),
        format.number(positives, 0),
        html`<b>${format.percent(rate)}</b>`,
        html`<span class="drawn">${intervalPicture(estimate, { max: highest, width: 76, colour: colours.churned })}<span>${format.percentInterval(low, high)}</span></span>`,
      ],
    ];
  });
  return [
    html`<p>${t(isMonotone(window.bands) ? 'bands.monotone' : 'bands.notMonotone')}</p>`,
    table(
      t('report.results.bands'),
      [
        { head: t('bands.band'), width: 18 },
        { head: t('bands.rows'), isNumber: true, width: 10 },
        { head: t('bands.share'), isNumber: true, width: 9 },
        { head: t('bands.accounts'), isNumber: true, width: 12 },
        { head: t('bands.churned'), isNumber: true, width: 11 },
        { head: t('bands.rate'), isNumber: true, width: 10 },
        { head: t('bands.interval'), width: 30 },
      ],
      rows,
    ),
    note(
      overlap > 1
        ? t('report.results.bandsWhy', { overlap: format.number(overlap, 0) })
        : t('report.results.bandsWhyOne'),
    ),
  ];
}

function distribution(view: ReportView, window: WindowFigures): Markup {
  const { t, format } = view.words;
  return block(
    t('report.results.distribution'),
    figure(
      drawDistribution(view, window),
      t('explorer.histogram', {
        churned: window.positives,
        kept: window.kept,
        threshold: format.score(Math.min(100, view.shown(view.bound))),
      }),
      t('report.results.distributionWhy'),
    ),
  );
}

function baselines(view: ReportView, window: WindowFigures): Piece {
  const { t, format } = view.words;
  const { figures } = view.output;
  const roc = drawRoc(view, window);
  const picture =
    roc === null
      ? null
      : html`<div class="roc">${figure(
          roc,
          t('explorer.rocTitle'),
          t('explorer.rocN', {
            churned: format.number(window.positives, 0),
            kept: format.number(window.kept, 0),
          }),
        )}<p class="note">${t('report.results.rocWhy')}<br/>${t('method.roc')}</p></div>`;
  if (figures.baselines.length === 0)
    return picture === null ? null : block(t('report.results.baselines'), picture);
  return block(
    t('report.results.baselines'),
    html`<p>${t('baseline.why')}</p>`,
    baselineTable(view, window),
    note(
      t('report.n', {
        churners: format.count(window.churners, 'churner'),
        accounts: format.count(window.accounts, 'account'),
        rows: format.count(window.rows - window.unscoredRows, 'row'),
      }),
    ),
    picture,
  );
}

function baselineTable(view: ReportView, window: WindowFigures): Piece {
  const { t, format } = view.words;
  const { baselines: all, verdict } = view.output.figures;
  const isTooFew = verdict.gate === 'tooFew';
  const auc = buildAucAxis([window.auc, ...all.map((baseline) => baseline.auc)]);
  const difference = buildDifferenceAxis(all.map((baseline) => baseline.difference));
  const cell = (estimate: (typeof all)[number]['auc'], isDifference: boolean): Piece => {
    if (estimate === null) return '–';
    const write = (value: number) => (isDifference ? format.difference : format.auc)(value, 3);
    const place = isDifference ? { ...difference, reference: 0 } : { ...auc, reference: 0.5 };
    return html`<span class="drawn"><b>${write(estimate.value)}</b>${intervalPicture(estimate, { ...place, width: 62 })}<span>${format.interval(estimate.low, estimate.high, write)}</span></span>`;
  };
  const statusOf = ({ key, status }: (typeof all)[number]) => {
    const name = t(`baseline.name.${key}`);
    if (status === 'judged') return t(verdict.decidedBy === key ? 'baseline.decides' : 'baseline.judged');
    return key === 'equalWeights' && status === 'sameRanking'
      ? t('baseline.equalAlready')
      : t(`baseline.${status}`, { name });
  };
  const differenceHead = { head: t('verdict.difference', { baseline: t('baseline.rule') }), width: 32 };
  return [
    isTooFew ? html`<p>${t('baseline.tooFew')}</p>` : null,
    table(
      t('report.results.baselines'),
      [
        { head: t('baseline.rule'), width: 20 },
        { head: 'AUC', width: isTooFew ? 45 : 31 },
        ...(isTooFew ? [] : [differenceHead]),
        { head: t('baseline.status') },
      ],
      [
        [html`<b>${t('verdict.score')}</b>`, cell(window.auc, false), ...(isTooFew ? [] : ['']), ''],
        ...all.map((baseline) => [
          t(`baseline.name.${baseline.key}`),
          cell(baseline.auc, false),
          ...(isTooFew ? [] : [cell(baseline.difference, true)]),
          html`<span class="quiet">${statusOf(baseline)}</span>`,
        ]),
      ],
    ),
  ];
}

function capacity(view: ReportView, window: WindowFigures): Markup {
  const { t, format } = view.words;
  const { schedule } = view.output.figures.settings;
  const { perAsOf, caught, rowsContacted, hits } = window.capacity;
  const found = t('report.partOf.account', {
    part: format.expected(caught),
    all: format.number(window.churners, 0),
  });
  const hit = t('report.partOf.row', {
    part: format.expected(hits),
    all: format.number(rowsContacted, 0),
  });
  return block(
    t('report.results.capacity'),
    html`<p><b>${t(`settings.capacity.${schedule.type}`, { value: format.number(perAsOf, 0) })}</b>: ${t('report.results.capacityFound')} ${found} (${format.percent(window.churners === 0 ? null : caught / window.churners, 0)}) · ${t('report.results.capacityHits')} ${hit} (${format.percent(rowsContacted === 0 ? null : hits / rowsContacted, 0)})</p>`,
    topTable(view),
  );
}

function topTable({ words, lab }: ReportView): Piece {
  const { t, format } = words;
  const curves = lab?.lab.curves;
  if (curves === undefined || curves.reason !== null) return null;
  return table(
    t('lab.curves.topLabel'),
    [
      { head: t('lab.curves.percent') },
      { head: t('lab.curves.edge'), isNumber: true },
      { head: t('lab.curves.called'), isNumber: true },
      { head: t('lab.curves.found'), isNumber: true },
      { head: t('lab.curves.hit'), isNumber: true },
      { head: t('lab.curves.catch'), isNumber: true },
      { head: t('lab.curves.lift'), isNumber: true },
    ],
    curves.top.map((row) => [
      format.percent(row.percent / 100, 0),
      format.score(edgeScore(curves.points, row) / 10),
      format.number(row.called, 0),
      format.expected(row.found),
      format.percent(row.hitRate),
      format.percent(row.catchRate),
      format.number(row.lift, 2),
    ]),
  );
}

function months(view: ReportView): Piece {
  const { t, format } = view.words;
  const shownDates = datesWithAuc(view.output.figures.snapshots);
  if (shownDates.length === 0) return null;
  const test = shownDates.filter(({ window }) => window === 'test').flatMap(({ auc }) => auc?.value ?? []);
  return block(
    t('report.results.months'),
    figure(
      drawMonths(view),
      t('charts.monthLabel', {
        count: test.length,
        low: format.auc(test.length === 0 ? null : Math.min(...test)),
        high: format.auc(test.length === 0 ? null : Math.max(...test)),
      }),
      t('report.results.monthsWhy'),
    ),
  );
}
