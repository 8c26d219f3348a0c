import type { Estimate } from '../../../../shared/schemas/figures.ts';
import type { Band } from '../../../../shared/schemas/scorecard.ts';
import { readableOn } from '../../../ui/colours.ts';
import { html, type Markup, type Piece } from './markup.ts';

export interface Column {
  readonly head: string;
  readonly isNumber?: boolean;
  /** In percent of the table. */
  readonly width?: number;
}

/** A table of so few rows is not cut by the end of a page. */
const MOST_ROWS_ON_A_PAGE = 6;

/** A table with a caption for those who hear it; the first cell of a row heads it. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Piece[])[],
): Markup {
  const widths = columns.some(({ width }) => width !== undefined);
  const look = [widths ? 'fixed' : '', rows.length <= MOST_ROWS_ON_A_PAGE ? 'whole' : ''].join(' ').trim();
  const classOf = (column: Column | undefined) => (column?.isNumber ? html` class="num"` : null);
  return html`<table class="${look}"><caption>${caption}</caption>${
    widths
      ? html`<colgroup>${columns.map(({ width }) =>
          width === undefined ? html`<col/>` : html`<col style="width:${width}%"/>`,
        )}</colgroup>`
      : null
  }<thead><tr>${columns.map((column) => html`<th scope="col"${classOf(column)}>${column.head}</th>`)}</tr></thead><tbody>${rows.map(
    (cells) =>
      html`<tr>${cells.map((cell, i) =>
        i === 0
          ? html`<th scope="row"${classOf(columns[i])}>${cell}</th>`
          : html`<td${classOf(columns[i])}>${cell}</td>`,
      )}</tr>
`,
  )}</tbody></table>`;
}

/** Names and what they stand for, one below the other; short ones in two columns. */
export function pairs(items: readonly (readonly [name: string, value: Piece])[], isShort = false): Markup {
  return html`<dl class="pairs${isShort ? ' short' : ''}">${items.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
  )}</dl>`;
}

export function bullets(items: readonly Piece[]): Markup {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** A part of a chapter: kept on one page where it fits. */
export function block(title: string, ...content: readonly Piece[]): Markup {
  return html`<section class="block"><h3>${title}</h3>${content}</section>
`;
}

export function note(text: Piece): Markup {
  return html`<p class="note">${text}</p>`;
}

/** A picture with a sentence for those who don't see it, and its n below. */
export function figure(picture: Markup, label: string, caption: Piece): Markup {
  return html`<figure><div role="img" aria-label="${label}">${picture}</div>${
    caption === null ? null : html`<figcaption>${caption}</figcaption>`
  }</figure>`;
}

/** A band as symbol, word and colour together. */
export function bandBadge(band: Pick<Band, 'label' | 'symbol' | 'colour'>): Markup {
  const hasOwnSymbol = band.symbol !== '' && band.symbol !== band.label;
  const symbol = band.symbol === '' ? band.label.slice(0, 2) : band.symbol;
  return html`<span class="band"><span class="symbol" style="background:${band.colour};color:${readableOn(band.colour)}">${symbol}</span>${
    hasOwnSymbol || band.symbol === '' ? html` ${band.label}` : null
  }</span>`;
}

export interface IntervalPlace {
  readonly min?: number;
  readonly max?: number;
  readonly reference?: number;
  readonly width?: number;
  readonly colour?: string;
}

const height = 18;
const margin = 6;

/** A figure as a dot with whiskers for its 95 % interval on a fixed axis; the numbers stand beside it as text. */
export function intervalPicture(estimate: Estimate | null, place: IntervalPlace = {}): Markup | null {
  if (estimate === null || Number.isNaN(estimate.value)) return null;
  const { min = 0, max = 1, reference, width = 130, colour = '#212529' } = place;
  const x = (value: number) => {
    const share = (Math.min(max, Math.max(min, value)) - min) / (max - min || 1);
    return Number((margin + share * (width - 2 * margin)).toFixed(1));
  };
  const line = (x1: number, x2: number, y1: number, y2: number, ink: string) =>
    html`<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${ink}" stroke-width="1.5" fill="none"/>`;
  const middle = height / 2;
  const { value, low, high } = estimate;
  return html`<svg class="interval" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${line(margin, width - margin, middle, middle, '#dee2e6')}${
    reference === undefined ? null : line(x(reference), x(reference), 1, height - 1, '#868e96')
  }${
    low === null || high === null
      ? null
      : [
          line(x(low), x(high), middle, middle, colour),
          line(x(low), x(low), middle - 4, middle + 4, colour),
          line(x(high), x(high), middle - 4, middle + 4, colour),
        ]
  }<circle cx="${x(value)}" cy="${middle}" r="4" fill="${colour}"/></svg>`;
}
