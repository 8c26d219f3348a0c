import type {
  MeasureGroup,
  Scorecard,
  ScorecardMeasure,
  ScoreException,
  Variant,
  VariantCondition,
} from '../../../../shared/schemas/scorecard.ts';
import { limitOf } from '../../../../shared/scoring/exceptions.ts';
import { coverageShares } from '../../../../shared/scoring/score-account.ts';
import { rangeWords } from '../../../format/range-words.ts';
import { nameOf } from '../build-band-option.ts';
import { html, type Markup, type Piece } from './markup.ts';
import { bandBadge, block, bullets, note, pairs, table } from './parts.ts';
import type { ReportView } from './report-input.ts';

/** What the score is made of: purpose, measures with weights and points, exceptions, variants, bands. */
export function buildDesignPart(view: ReportView): Markup {
  const { words, output } = view;
  const { t, format } = words;
  const { scorecard } = output;
  const { goal, healthyCustomer } = scorecard.purpose;
  return html`<p class="lead">${t('report.design.why')}</p>
${pairs([
  [t('report.design.goal'), goal || t('report.design.notSaid')],
  [t('report.design.healthy'), healthyCustomer || t('report.design.notSaid')],
])}
${block(t('report.design.bands'), bandTable(view))}
${block(
  t('report.design.measures'),
  groupTables(view, scorecard.groups),
  note(t('report.design.coverage', { share: format.percent(scorecard.minimumCoverage, 0) })),
)}
${block(t('report.design.exceptions'), exceptionList(view))}
${variants(view)}`;
}

function bandTable({ words, output }: ReportView): Markup {
  const { t, format } = words;
  const { bands } = output.scorecard;
  const bound = (index: number) => {
    const low = format.number(bands[index]?.lowerBound ?? 0, 1);
    const above = bands[index - 1]?.lowerBound;
    if (above === undefined) return t('report.design.from', { low });
    const high = format.number(above, 1);
    return index === bands.length - 1
      ? t('report.design.below', { high })
      : t('report.design.between', { low, high });
  };
  return table(
    t('report.design.bands'),
    [
      { head: t('report.design.band'), width: 20 },
      { head: t('report.design.bound'), width: 22 },
      { head: t('report.design.kind'), width: 13 },
      { head: t('report.design.action'), width: 45 },
    ],
    bands.map((band, index) => [
      bandBadge(band),
      bound(index),
      band.alarm ? html`<b>${t('report.design.alarm')}</b>` : t('report.design.calm'),
      [
        band.action.trim() === ''
          ? html`<span class="quiet">${t('report.design.noAction')}</span>`
          : band.action,
        band.owner === ''
          ? null
          : html`<br/><span class="quiet">${t('report.design.owner', { name: band.owner })}</span>`,
      ],
    ]),
  );
}

function groupTables(view: ReportView, groups: readonly MeasureGroup[]): Piece {
  const { t, scorecard: words, format } = { ...view.words };
  const shares = sharesOf(view.output.scorecard, groups);
  return groups.map((group) => {
    const sum = group.measures.reduce((total, { measureId }) => total + (shares.get(measureId) ?? 0), 0);
    return html`<section class="group"><h4>${group.name} <span class="quiet">${format.percent(sum, 0)}${
      group.measures.length > 1
        ? ` · ${t('report.design.combine', { how: words(`design.combineOf.${group.combine}`) })}`
        : ''
    }</span></h4>${table(
      group.name,
      [
        { head: t('report.design.measure'), width: 38 },
        { head: t('report.design.share'), isNumber: true, width: 14 },
        { head: t('report.design.scale'), width: 30 },
        { head: t('report.design.missing'), width: 18 },
      ],
      group.measures.map((measure) => measureRow(view, measure, shares.get(measure.measureId) ?? 0)),
    )}</section>`;
  });
}

function measureRow(view: ReportView, measure: ScorecardMeasure, share: number): Piece[] {
  const { t, format, describe } = view.words;
  const found = view.facts.measures.find(({ id }) => id === measure.measureId);
  const sentence = found === undefined ? null : describe(found);
  const asides = [
    ...(sentence === null || sentence === found?.name ? [] : [sentence]),
    ...(measure.target ? [t('report.design.target', { text: measure.target })] : []),
    ...(measure.reason ? [t('report.design.reason', { text: measure.reason })] : []),
  ];
  return [
    [
      view.measureName(measure.measureId),
      asides.map((text) => html`<br/><span class="quiet">${text}</span>`),
    ],
    [
      format.percent(share),
      html`<span class="bar"><span style="width:${(100 * share).toFixed(1)}%"></span></span>`,
    ],
    scaleLines(view, measure).map((text, i) => [i === 0 ? null : html`<br/>`, text]),
    missingText(view, measure),
  ];
}

function scaleLines({ words }: ReportView, { scale }: ScorecardMeasure): string[] {
  const { t, scorecard, format } = words;
  const write = (value: number) => format.number(value, 2);
  switch (scale.type) {
    case 'linear':
      return [t('report.design.linear', { worst: write(scale.worst), best: write(scale.best) })];
    case 'percentile':
      return [t('report.design.percentile', { side: scorecard(`scale.healthySideOf.${scale.direction}`) })];
    case 'bins':
      return scale.points.map((points, bin) => {
        const range = { low: scale.cutoffs[bin - 1] ?? null, high: scale.cutoffs[bin] ?? null };
        return t('report.design.binPoints', {
          range: rangeWords(range, scorecard, write),
          points: format.number(points, 1),
        });
      });
  }
}

function missingText({ words }: ReportView, { missing }: ScorecardMeasure): string {
  return missing.type === 'ownBin'
    ? words.t('report.design.missingPoints', { points: words.format.number(missing.points, 1) })
    : words.scorecard(`scale.missingOf.${missing.type}`);
}

function exceptionList(view: ReportView): Piece {
  const { t, format } = view.words;
  const { exceptions = [], overrides = [] } = view.output.scorecard;
  const count = overrides.length;
  return [
    exceptions.length === 0
      ? html`<p>${t('report.design.noExceptions')}</p>`
      : bullets(exceptions.map((exception) => exceptionText(view, exception))),
    note(
      count === 0
        ? t('report.design.noOverrides')
        : t('report.design.overrides', { count, value: format.number(count, 0) }),
    ),
  ];
}

function exceptionText({ words, output, measureName }: ReportView, exception: ScoreException): string {
  const { scorecard, format } = words;
  const { condition, effect } = exception;
  const { bands } = output.scorecard;
  const band = bands.find(({ id }) => id === effect.bandId);
  const limit =
    band === undefined
      ? scorecard('rules.exceptions.points', { value: format.number(limitOf(exception, bands) / 10, 1) })
      : nameOf(band);
  return scorecard(`rules.exceptions.sentence.${condition.operator}`, {
    measure: measureName(condition.measureId),
    value: format.number(condition.value, 3),
    effect: scorecard(`rules.exceptions.${effect.type}`, { limit }),
  });
}

function variants(view: ReportView): Piece {
  const { t } = view.words;
  const { variants: all = [] } = view.output.scorecard;
  if (all.length === 0) return null;
  return block(
    t('report.design.variants'),
    all.map(
      (variant) =>
        html`<section class="group"><h4>${t('report.design.variantFor', {
          name: variant.name,
          conditions: conditionsText(view, variant),
        })}</h4>${bullets(weightLines(view, variant))}</section>`,
    ),
  );
}

function weightLines({ words, output, measureName }: ReportView, { groups }: Variant): string[] {
  const shares = sharesOf(output.scorecard, groups);
  return groups.flatMap(({ measures }) =>
    measures.map(({ measureId }) =>
      words.t('report.design.weights', {
        name: measureName(measureId),
        share: words.format.percent(shares.get(measureId) ?? 0),
      }),
    ),
  );
}

function conditionsText({ words }: ReportView, { conditions }: Variant): string {
  const { t, scorecard, format } = words;
  const values = (condition: VariantCondition) =>
    condition.type === 'tenure'
      ? format.count(condition.days, 'day')
      : condition.values.join(t('report.design.or'));
  if (conditions.length === 0) return t('report.design.nobody');
  return conditions
    .map((condition) =>
      t('report.design.condition', {
        attribute: condition.type === 'tenure' ? scorecard('rules.variants.tenure') : condition.attribute,
        values: values(condition),
        operator: scorecard(`rules.variants.operatorOf.${condition.operator}`),
      }),
    )
    .join(t('report.design.and'));
}

/** Each measure's share of all weight. */
function sharesOf(scorecard: Scorecard, groups: readonly MeasureGroup[]): ReadonlyMap<string, number> {
  const shares = coverageShares({ ...scorecard, groups: [...groups] });
  const ids = groups.flatMap(({ measures }) => measures.map(({ measureId }) => measureId));
  return new Map(ids.map((id, at) => [id, shares[at] ?? 0]));
}
