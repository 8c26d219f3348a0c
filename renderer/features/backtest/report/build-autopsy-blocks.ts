import type { LabFigures } from '../../../../shared/schemas/lab.ts';
import type { Case, DetectionLead, MissFigures } from '../../../../shared/schemas/lab-autopsy.ts';
import { buildRedText } from '../cases/build-red-text.ts';
import { blindKind, buildCauseBars, everRed } from '../lab/build-misses.ts';
import { medianText } from '../lab/median-text.tsx';
import { drawLeads } from './build-report-charts.ts';
import { html, type Piece } from './markup.ts';
import { block, figure, note, table } from './parts.ts';
import { rateCard } from './rate-card.ts';
import type { ReportView } from './report-input.ts';

const MOST_CASES = 20;

/** What the lab found: the cases where churners are few, or how early the alarm came and why churners were missed. */
export function buildAutopsyBlocks(view: ReportView, which: 'cases' | 'autopsy'): Piece {
  const { t } = view.words;
  const isFew = view.output.figures.verdict.gate === 'tooFew';
  if (which === 'cases') return isFew && view.lab !== null ? cases(view, view.lab.lab) : null;
  if (view.lab === null) {
    return block(t('report.results.lead'), html`<p>${t('report.results.labMissing')}</p>`);
  }
  const { lead, misses } = view.lab.lab;
  return [leads(view, lead, misses), missed(view, misses)];
}

function leads(view: ReportView, lead: DetectionLead, misses: MissFigures): Piece {
  const { t, format } = view.words;
  const title = t('lab.lead.title');
  if (lead.reason !== null) return block(title, html`<p>${t(`lab.reason.${lead.reason}`)}</p>`);
  return block(
    title,
    html`<div class="numbers three"><div class="card">
<p class="label">${t('lab.lead.median')}</p>
<p class="value words">${medianText(lead.median, view.words)}</p>
<p class="n">${t('basis')} ${format.count(lead.churners, 'churner')}</p>
</div>${rateCard(view, t('lab.lead.inTime'), toRate(lead.inTime), 'account')}${rateCard(view, t('lab.lead.kept'), toRate(lead.keptInAlarm), 'account')}</div>`,
    figure(
      drawLeads(view, lead.leads),
      t('lab.lead.chart', { churners: lead.churners, withRun: lead.withRun }),
      lead.leads.some(({ cut }) => cut) ? t('lab.lead.cutNote') : null,
    ),
    note([
      t('lab.lead.explainLead'),
      ' ',
      t('lab.lead.explainCatch', { caught: format.percent(misses.caught.rate) }),
    ]),
  );
}

function missed(view: ReportView, misses: MissFigures): Piece {
  const { t, format } = view.words;
  const title = t('report.results.misses');
  if (misses.reason !== null) return block(title, html`<p>${t(`lab.reason.${misses.reason}`)}</p>`);
  const red = everRed(misses.churners);
  return block(
    title,
    html`<p>${t('lab.misses.everRed', {
      ever: format.count(red.ever, 'account'),
      atDecision: format.count(red.atDecision, 'account'),
    })}</p>`,
    table(
      title,
      [
        { head: t('lab.misses.cause'), width: 46 },
        { head: '', width: 30 },
        { head: t('lab.misses.count'), isNumber: true, width: 12 },
        { head: t('lab.misses.share'), isNumber: true, width: 12 },
      ],
      buildCauseBars(misses.causes).map(({ cause, count, share, length, colour }) => [
        [
          t(`lab.misses.causes.${cause}`),
          html`<br/><span class="quiet">${t(`lab.misses.causeHelp.${cause}`)}</span>`,
        ],
        count === 0
          ? ''
          : html`<span class="long-bar" style="width:${(100 * length).toFixed(1)}%;background:${colour}"></span>`,
        format.number(count, 0),
        format.percent(share),
      ]),
    ),
    note(t('report.results.missesWhy')),
    blindSpot(view, misses),
  );
}

function blindSpot({ words }: ReportView, misses: MissFigures): Piece {
  const { t, format } = words;
  const { blindSpot: blind, keptWithoutSign, badBelow } = misses;
  const kept = format.percent(keptWithoutSign.rate, 0);
  const sentence = {
    some: () => t('lab.misses.blind', { count: blind.count, total: blind.total, kept }),
    none: () => t('lab.misses.blindNone', { kept }),
    unknown: () => t('lab.misses.blindUnknown'),
  }[blindKind(misses)];
  return html`<p><b>${t('lab.misses.blindTitle')}</b>: ${sentence()}</p>
<p class="note">${t('lab.misses.badBelow', {
    scorecard: format.percent(badBelow.scorecard),
    workspace: format.percent(badBelow.workspace),
  })}</p>`;
}

function cases(view: ReportView, { cases: figures }: LabFigures): Piece {
  const { t, format } = view.words;
  const all = figures.cases.filter(({ kind }) => kind === 'churned');
  if (all.length === 0) return null;
  const rest = figures.churned - Math.min(all.length, MOST_CASES);
  return block(
    t('report.results.cases'),
    html`<p>${t('report.results.casesWhy')}</p>`,
    table(
      t('report.results.cases'),
      [
        { head: t('drill.account'), width: 24 },
        { head: t('report.results.caseEnd'), width: 16 },
        { head: t('report.results.caseRed'), width: 24 },
        { head: t('report.results.caseFell'), width: 36 },
      ],
      all
        .slice(0, MOST_CASES)
        .map((told, index) => [
          nameOf(view, told, index),
          format.day(told.endDay),
          buildRedText(told, view.output.scorecard.bands, view.words),
          told.fell.length === 0
            ? t('story.nothingFell')
            : told.fell.map(({ measureId, points }, i) => [
                i === 0 ? null : html`<br/>`,
                t('story.fell', { name: view.measureName(measureId), points: format.number(points, 1) }),
              ]),
        ]),
    ),
    rest > 0 ? note(t('report.results.casesMore', { count: rest, value: format.number(rest, 0) })) : null,
  );
}

function nameOf({ words, lab, showsNames }: ReportView, { account }: Case, index: number): string {
  const found = lab?.accounts.find((one) => one.index === account);
  return showsNames && found !== undefined
    ? found.name || found.accountId
    : words.t('report.results.case', { n: index + 1 });
}

function toRate({ count, total, rate, low, high }: DetectionLead['inTime']) {
  return { count, total, share: rate, low, high };
}
