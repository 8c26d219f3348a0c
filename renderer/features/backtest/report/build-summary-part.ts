import { buildAucAxis, buildDifferenceAxis } from '../build-axis.ts';
import { areRoundedApart, buildVerdictLines, type VerdictLine } from '../build-verdict-lines.ts';
import { buildHeadline, buildNextStep } from '../build-verdict-sentence.ts';
import { numberDigits } from '../round-digits.ts';
import { buildGlance } from './build-glance.ts';
import { html, type Markup, type Piece } from './markup.ts';
import { intervalPicture } from './parts.ts';
import type { ReportView } from './report-input.ts';

/** What stands on top: whose score, when, the verdict in the window's own words, and the numbers behind it. */
export function buildSummaryPart(view: ReportView): Markup {
  const { words, output, facts, luck } = view;
  const { t, format } = words;
  const { figures, scorecard } = output;
  const lines = buildVerdictLines(figures, view.window, t);
  const { headline, below } = buildHeadline(figures, luck, t);
  const name =
    facts.version === null
      ? t('report.draft', { name: scorecard.name, hash: output.run.designHash.slice(0, 8) })
      : t('report.version', { number: facts.version.number, name: facts.version.name });
  return html`<header>
<p class="brand"><span>${t('report.brand')}</span><span>${t('report.madeOn', { day: format.instant(view.madeAtMs).slice(0, 10) })}</span></p>
<h1>${scorecard.name}</h1>
<p class="under">${[name, view.workspace, windowText(view)].filter((text) => text !== '').map((text, i) => [i === 0 ? '' : ' · ', text])}</p>
</header>
<section class="verdict ${toneOf(figures.verdict.kind)}" aria-labelledby="verdict">
<h2 id="verdict">${t('verdict.title')}<span class="kind">${t(`runs.kind.${figures.verdict.kind}`)}</span></h2>
<p class="sentence" data-testid="verdict-sentence">${headline}</p>
${below === null ? null : html`<p>${below}</p>`}
<p>${buildNextStep(figures, t)}</p>
</section>
${numbers(view, lines)}
${basis(view, lines)}
${buildGlance(view)}`;
}

function windowText({ words, output, window, isOptimistic }: ReportView): string {
  const { t, format } = words;
  const inWindow = output.figures.snapshots.filter(
    (snapshot) => snapshot.window === (isOptimistic ? 'all' : 'test'),
  );
  if (window === null) return '';
  return t(isOptimistic ? 'verdict.rowsDesign' : 'verdict.rows', {
    from: format.day(inWindow[0]?.asOf ?? null),
    to: format.day(inWindow.at(-1)?.asOf ?? null),
  }).replace(/:$/, '');
}

function numbers(view: ReportView, lines: readonly VerdictLine[]): Piece {
  const { words } = view;
  const axisOf = (isDifference: boolean) => {
    const estimates = lines.filter((line) => (line.isDifference ?? false) === isDifference);
    const axis = isDifference ? buildDifferenceAxis : buildAucAxis;
    return axis(estimates.map(({ estimate }) => estimate));
  };
  const axes = { auc: axisOf(false), difference: axisOf(true) };
  return html`<section class="numbers" aria-label="${words.t('report.numbers')}">${lines.map((line) =>
    numberCard(view, line, line.isDifference ? axes.difference : axes.auc),
  )}</section>`;
}

function numberCard(
  { words }: ReportView,
  { label, estimate, isDifference = false, isOptimistic = false, churners }: VerdictLine,
  axis: { readonly min: number; readonly max: number },
): Markup {
  const { t, format } = words;
  const write = (value: number | null) =>
    (isDifference ? format.difference : format.auc)(value, numberDigits);
  return html`<div class="card${isOptimistic ? ' optimistic' : ''}">
<p class="label">${label}</p>
<p class="value">${write(estimate?.value ?? null)}</p>
${intervalPicture(estimate, { ...axis, reference: isDifference ? 0 : 0.5, width: 150 })}
<p class="interval-text">${format.interval(estimate?.low ?? null, estimate?.high ?? null, write)}</p>
<p class="n">${t('basis')} ${format.count(churners, 'churner')}</p>
</div>`;
}

function basis({ words, output, window }: ReportView, lines: readonly VerdictLine[]): Piece {
  const { t, format } = words;
  if (window === null) return null;
  const pieces = [
    t('report.n', {
      churners: format.count(window.churners, 'churner'),
      accounts: format.count(window.accounts, 'account'),
      rows: format.count(window.rows, 'row'),
    }),
    ...(output.opened === 0
      ? []
      : [t('verdict.opened', { count: output.opened, value: format.number(output.opened, 0) })]),
    `${t('report.knownThrough')} ${format.day(output.figures.settings.knownThrough)}`,
    ...(areRoundedApart(lines) ? [t('verdict.rounded')] : []),
  ];
  return html`<p class="note">${pieces.join(' · ')}</p>`;
}

/** The colour of the verdict's edge; its word stands beside it. */
function toneOf(kind: ReportView['output']['figures']['verdict']['kind']): 'good' | 'bad' | 'open' {
  switch (kind) {
    case 'works':
    case 'worksByLittle':
      return 'good';
    case 'worse':
    case 'slightlyWorse':
    case 'noBetter':
      return 'bad';
    case 'cannotTell':
    case 'tooFew':
    case 'undefined':
    case 'designOnly':
      return 'open';
  }
}
