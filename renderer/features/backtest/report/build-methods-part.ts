import type { WindowFigures } from '../../../../shared/schemas/figures.ts';
import type { ScorecardMeasure } from '../../../../shared/schemas/scorecard.ts';
import { generatorName } from '../../../../shared/statistics/random.ts';
import { buildMethodRows, countLeftOut, leftOut } from '../build-method.ts';
import { buildSettingTexts } from '../use-setting-texts.ts';
import { html, type Markup, type Piece } from './markup.ts';
import { block, note, pairs, table } from './parts.ts';
import type { ReportView } from './report-input.ts';

const MOST_FILES = 40;
const explained = [
  'auc',
  'aucDifference',
  'interval',
  'rows',
  'catchRate',
  'hitRate',
  'everRed',
  'baseline',
] as const;

/** How it was counted, so that another can judge it and count it again. */
export function buildMethodsPart(view: ReportView): Markup {
  const { words, output } = view;
  const { t, format, explain } = words;
  return html`<p class="lead">${t('report.methods.why')}</p>
${pairs(definitionRows(view))}
${block(
  t('report.methods.settings'),
  pairs(
    buildSettingTexts(output.figures.settings, words, output.figures.testFrom).map(({ name, value }) => [
      name,
      value,
    ]),
    true,
  ),
)}
${block(
  t('report.methods.leftOut'),
  pairs(
    leftOut.map((which) => [
      t(`method.${which}`),
      format.count(countLeftOut(output.figures.snapshots, which), 'row'),
    ]),
    true,
  ),
  note(t('method.leftHelp')),
)}
${block(t('report.methods.files'), files(view))}
${block(t('report.methods.words'), pairs(explained.map((term) => [termName(view, term), explain(term)])))}
${block(t('report.methods.limits'), html`<p>${t('report.methods.limitsText')}</p>`)}`;
}

function definitionRows(view: ReportView): [string, Piece][] {
  const { words, output, window, overlap, appVersion } = view;
  const { t, format } = words;
  const { run, figures, scorecard } = output;
  const measures = scorecard.groups.flatMap((group) => group.measures);
  const learnt = (scorecard.learnt ?? []).reduce((sum, { numbers }) => sum + numbers, 0);
  const named = (name: string) =>
    buildMethodRows(output, words).find((row) => row.name === name)?.value ?? '';
  return [
    [
      t('report.methods.population'),
      t('report.methods.populationText', {
        accounts: format.count(window?.accounts ?? 0, 'account'),
        rows: format.count(window?.rows ?? 0, 'row'),
        dates: format.number(window?.asOfDates ?? 0, 0),
      }),
    ],
    [t('report.methods.outcome'), t('method.label')],
    [
      t('report.methods.predictors'),
      `${t('report.methods.predictorsText', {
        measures: format.count(measures.length, 'measure'),
        learnt: format.number(learnt, 0),
      })} ${t('method.pointInTime')}`,
    ],
    [
      t('report.methods.missingData'),
      t('report.methods.missingText', {
        policies: policies(view, measures),
        share: format.percent(scorecard.minimumCoverage, 0),
      }),
    ],
    [t('report.methods.sampleSize'), `${sample(view)} ${t('method.split')}: ${named(t('method.split'))}`],
    [
      t('report.methods.intervals'),
      `${t('method.auc')} ${t('report.methods.intervalsText', { overlap: format.number(overlap, 0) })}`,
    ],
    [t('report.methods.verdict'), t('method.verdict')],
    [
      t('report.methods.seed'),
      t('report.methods.seedText', { generator: generatorName, seed: String(figures.settings.seed) }),
    ],
    [t('method.ranAt'), format.instant(Date.parse(run.ranAt))],
    [
      t('report.methods.hashes'),
      html`${t('report.methods.designHash')} <code>${run.designHash}</code><br/>${t('report.methods.dataHash')} <code>${run.dataHash}</code>`,
    ],
    [t('report.methods.app'), `Myaku ${appVersion}`],
  ];
}

function policies({ words }: ReportView, measures: readonly ScorecardMeasure[]): string {
  const { t, scorecard, format } = words;
  const types = ['exclude', 'neutral', 'worst', 'ownBin'] as const;
  return types
    .map((type) => ({ type, count: measures.filter(({ missing }) => missing.type === type).length }))
    .filter(({ count }) => count > 0)
    .map(({ type, count }) =>
      t('report.methods.policy', {
        policy: scorecard(`scale.missingOf.${type}`),
        value: format.count(count, 'measure'),
      }),
    )
    .join(t('report.design.or'));
}

function sample({ words, output, window }: ReportView): string {
  const { t, format } = words;
  const { design, test } = output.figures;
  const say = (figures: WindowFigures | null) =>
    figures === null
      ? '–'
      : [
          format.count(figures.churners, 'churner'),
          format.count(figures.accounts, 'account'),
          format.count(figures.rows, 'row'),
        ].join(t('report.design.or'));
  return test === null
    ? t('report.methods.sampleAll', { all: say(window) })
    : t('report.methods.sampleText', { test: say(test), design: say(design) });
}

function files({ words, facts }: ReportView): Piece {
  const { t, data, format } = words;
  const rest = facts.files.length - MOST_FILES;
  const byHand = facts.entriesByHand;
  return [
    table(
      t('report.methods.files'),
      [
        { head: t('report.methods.file'), width: 26 },
        { head: t('report.methods.rows'), isNumber: true, width: 12 },
        { head: t('report.methods.importedOn'), width: 14 },
        { head: t('report.methods.hash'), width: 48 },
      ],
      facts.files
        .slice(0, MOST_FILES)
        .map(({ name, kind, rows, importedAt, sha256 }) => [
          [name, html`<br/><span class="quiet">${data(`kind.${kind}`)}</span>`],
          format.number(rows, 0),
          format.instant(Date.parse(importedAt)).slice(0, 10),
          html`<code>${sha256}</code>`,
        ]),
    ),
    rest > 0
      ? html`<p>${t('report.methods.filesMore', { count: rest, value: format.number(rest, 0) })}</p>`
      : null,
    byHand > 0
      ? html`<p>${t('report.methods.byHand', { count: byHand, value: format.number(byHand, 0) })}</p>`
      : null,
  ];
}

function termName({ words }: ReportView, term: (typeof explained)[number]): string {
  const { t } = words;
  switch (term) {
    case 'auc':
      return 'AUC';
    case 'aucDifference':
      return t('verdict.difference', { baseline: t('baseline.rule') });
    case 'interval':
      return t('report.interval95');
    case 'rows':
      return t('report.methods.rows');
    case 'catchRate':
      return t('explorer.catch');
    case 'hitRate':
      return t('explorer.hit');
    case 'everRed':
      return t('explorer.everRed');
    case 'baseline':
      return t('baseline.title');
  }
}
