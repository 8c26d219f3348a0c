import type { DataFinding } from '../../../../shared/schemas/workspace-state.ts';
import { buildFindingTexts } from '../build-finding-texts.ts';
import { html, type Markup, type Piece } from './markup.ts';
import { block, bullets, note, pairs, table } from './parts.ts';
import type { ReportView } from './report-input.ts';

const MOST_FINDINGS = 12;

/** What a reader needs to decide how far to trust the result. */
export function buildDoubtsPart(view: ReportView): Markup {
  const { t } = view.words;
  return html`<p class="lead">${t('report.doubts.why')}</p>
${view.facts.isSameData ? null : html`<p class="warning">${t('report.doubts.dataChanged')}</p>`}
${pairs(plainDoubts(view))}
${gaps(view)}
${block(t('report.doubts.lint'), lint(view))}
${block(t('report.doubts.audit'), audit(view))}`;
}

function plainDoubts(view: ReportView): [string, Piece][] {
  const { words, output, window, luck, isOptimistic } = view;
  const { t, format } = words;
  const { verdict, design, test } = output.figures;
  const churners = format.number(verdict.churners, 0);
  const few = {
    tooFew: () => t('report.doubts.fewText', { churners }),
    directional: () => t('report.doubts.directionalText', { churners }),
    full: () => t('report.doubts.enoughText', { churners }),
  }[verdict.gate];
  return [
    [t('report.doubts.opened'), openedText(view)],
    ...(luck === null
      ? []
      : ([
          [
            t('report.doubts.luck'),
            t('checks.luck.sentence', {
              count: luck.designs,
              value: format.number(luck.designs, 0),
              mean: format.auc(luck.mean),
              high: format.auc(luck.percentile95),
            }),
          ],
        ] satisfies [string, Piece][])),
    [t('report.doubts.few'), few()],
    [
      t('report.doubts.optimistic'),
      isOptimistic
        ? t('report.doubts.optimisticText')
        : t('report.doubts.designGap', {
            design: format.auc(design?.auc?.value ?? null, 3),
            test: format.auc(test?.auc?.value ?? null, 3),
          }),
    ],
    ...(window === null
      ? []
      : ([
          [
            t('report.doubts.unscored'),
            t('report.doubts.unscoredText', {
              of: format.number(window.rows, 0),
              rows: format.number(window.unscoredRows, 0),
              share: format.percent(window.rows === 0 ? null : window.unscoredRows / window.rows),
              churners: format.number(window.churners, 0),
              unscored: format.number(window.unscoredChurners, 0),
            }),
          ],
        ] satisfies [string, Piece][])),
  ];
}

function openedText({ words, output }: ReportView): Piece {
  const { t, format } = words;
  const { opened } = output;
  if (opened === 0) return t('report.doubts.openedNever');
  return opened === 1
    ? t('report.doubts.openedOnce')
    : t('report.doubts.openedMany', { value: format.number(opened, 0) });
}

function gaps(view: ReportView): Piece {
  const { words, gaps: figures, measureName } = view;
  const { t, format } = words;
  const title = t('report.doubts.missing');
  if (figures === null) return block(title, html`<p>${t('report.results.labMissing')}</p>`);
  if (figures.reason !== null) return block(title, html`<p>${t(`lab.reason.${figures.reason}`)}</p>`);
  const shareOf = ({ count, total, rate }: (typeof figures.measures)[number]['kept']) =>
    t('checks.gaps.share', {
      share: format.percent(rate),
      count: format.number(count, 0),
      total: format.number(total, 0),
    });
  return [
    block(
      title,
      html`<p>${t('report.doubts.missingWhy')}</p>`,
      table(
        title,
        [
          { head: t('checks.gaps.choice') },
          { head: t('checks.gaps.auc'), isNumber: true },
          { head: t('checks.gaps.rows'), isNumber: true },
          { head: t('checks.gaps.unscored'), isNumber: true },
        ],
        figures.choices.map(({ choice, auc, rows, unscoredRows, unscoredChurners }) => [
          t(`checks.gaps.choices.${choice}`),
          `${format.auc(auc?.value ?? null, 3)} ${format.interval(auc?.low ?? null, auc?.high ?? null, (value) => format.auc(value, 3))}`,
          format.number(rows, 0),
          t('checks.gaps.unscoredText', {
            rows: format.number(unscoredRows, 0),
            churners: format.number(unscoredChurners, 0),
          }),
        ]),
      ),
    ),
    block(
      t('report.doubts.missingMeasures'),
      table(
        t('report.doubts.missingMeasures'),
        [
          { head: t('checks.gaps.measure'), width: 40 },
          { head: t('checks.gaps.churned'), isNumber: true, width: 30 },
          { head: t('checks.gaps.kept'), isNumber: true, width: 30 },
        ],
        figures.measures.map(({ measureId, churned, kept }) => [
          measureName(measureId),
          shareOf(churned),
          shareOf(kept),
        ]),
      ),
    ),
  ];
}

function lint({ words, output }: ReportView): Piece {
  const { lint: findings } = output.figures;
  if (findings.length === 0) return html`<p>${words.t('report.doubts.none')}</p>`;
  return bullets(
    findings.map((finding) => {
      const { title, todo } = buildFindingTexts(finding, words);
      return html`<b>${title}</b> ${todo}`;
    }),
  );
}

function audit({ words, findings }: ReportView): Piece {
  const { t, format } = words;
  if (findings.length === 0) return html`<p>${t('report.doubts.none')}</p>`;
  const rest = findings.length - MOST_FINDINGS;
  return [
    bullets(findings.slice(0, MOST_FINDINGS).map((finding) => auditLine(words, finding))),
    rest > 0
      ? html`<p>${t('report.doubts.auditMore', { count: rest, value: format.number(rest, 0) })}</p>`
      : null,
    note(t('report.doubts.auditText')),
  ];
}

function auditLine({ t, data, format }: ReportView['words'], finding: DataFinding): string {
  const { kind, subject, rows, accounts, churned } = finding;
  const line = {
    name: data(`findingName.${kind}`),
    value: format.number(rows, 0),
    touches: data('findings.touches', {
      count: accounts,
      accounts: format.number(accounts, 0),
      churned: format.number(churned, 0),
    }),
  };
  return subject === ''
    ? t('report.doubts.auditLine', line)
    : t('report.doubts.auditLineOf', { ...line, subject });
}
