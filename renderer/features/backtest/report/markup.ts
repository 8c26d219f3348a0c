/** Text that is markup already: only `html` and `drawn` make it. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template: texts are escaped, markup stays, null is nothing. */
export type Piece = Markup | string | number | null | readonly Piece[];

/** A piece of HTML; every text put into it is escaped, so a name from a file stays a name. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const markup = parts.reduce(
    (text, part, i) => text + (i === 0 ? '' : write(pieces[i - 1] ?? null)) + part,
    '',
  );
  return { markup };
}

/** A picture from `ui/chart-svg.ts`, which has escaped its own texts. */
export function drawn(svg: string): Markup {
  return { markup: svg };
}

/**
 * A text as text and attribute value: signs of markup as entities, letters that no document may hold left out, and so the
 * invisible ones that turn the direction of what follows.
 */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(unwanted, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters but tab and line feed, non-characters, and bidirectional embeddings, overrides and isolates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

function write(piece: Piece): string {
  if (piece === null) return '';
  if (typeof piece === 'string') return escapeText(piece);
  if (typeof piece === 'number') return String(piece);
  return 'markup' in piece ? piece.markup : piece.map(write).join('');
}
