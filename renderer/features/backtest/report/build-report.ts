import { buildDesignPart } from './build-design-part.ts';
import { buildDoubtsPart } from './build-doubts-part.ts';
import { buildMethodsPart } from './build-methods-part.ts';
import { buildResultsPart } from './build-results-part.ts';
import { buildSummaryPart } from './build-summary-part.ts';
import { html, type Markup } from './markup.ts';
import { type ReportInput, type ReportView, viewOf } from './report-input.ts';
import { reportStyle } from './report-style.ts';

/** The chapters after the verdict, in reading order. */
export const reportParts = ['design', 'results', 'doubts', 'methods'] as const;
export type ReportPart = (typeof reportParts)[number];

/** One run as one HTML document: opens offline, prints on A4, holds no script and fetches nothing. */
export function buildReport(input: ReportInput): string {
  const view = viewOf(input);
  const { t, language } = input.words;
  const title = `${input.output.scorecard.name} · ${t('report.brand')}`;
  const page = html`<html lang="${language}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light"/>
<title>${title}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
${buildSummaryPart(view)}
<nav aria-label="${t('report.contents')}"><ol>${reportParts.map((part) => html`<li><a href="#${part}">${t(`report.parts.${part}`)}</a></li>`)}</ol></nav>
${reportParts.map(
  (part, i) => html`<section class="chapter" aria-labelledby="${part}">
<h2 id="${part}"><span class="number">${i + 1}</span> ${t(`report.parts.${part}`)}</h2>
${builders[part](view)}
</section>
`,
)}
</main>
</body>
</html>`;
  return `<!DOCTYPE html>\n${page.markup}\n`;
}

const builders: Readonly<Record<ReportPart, (view: ReportView) => Markup>> = {
  design: buildDesignPart,
  results: buildResultsPart,
  doubts: buildDoubtsPart,
  methods: buildMethodsPart,
};
