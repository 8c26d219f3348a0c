/**
 * Every line break outside quotes as a line feed (CR LF and lone CR too); quoted ones stay as they are. Spaces before
 * an opening quote are dropped: papaparse knows a quote only at the very start of a cell.
 * A quote closes before a delimiter, a line break or the end. `text` starts at the start of a row. Doing it twice
 * changes nothing.
 */
export function normaliseLineBreaks(text: string, delimiter: string): string {
  if (!text.includes('\r') && !text.includes(' "')) return text;
  if (!text.includes('"')) return text.replace(/\r\n?/g, '\n');
  const parts: string[] = [];
  let done = 0;
  for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', done)) {
    const cell = skipSpacesBack(text, quote, done);
    if (!startsCell(text, cell, delimiter)) {
      parts.push(lineFeeds(text, done, quote + 1));
      done = quote + 1;
      continue;
    }
    const close = closingQuote(text, quote, delimiter);
    parts.push(lineFeeds(text, done, cell), text.slice(quote, close + 1));
    done = close + 1;
  }
  parts.push(lineFeeds(text, done, text.length));
  return parts.join('');
}

function lineFeeds(text: string, from: number, to: number): string {
  const part = text.slice(from, to);
  return part.includes('\r') ? part.replace(/\r\n?/g, '\n') : part;
}

function skipSpacesBack(text: string, quote: number, from: number): number {
  let at = quote;
  while (at > from && text[at - 1] === ' ') at--;
  return at;
}

function startsCell(text: string, quote: number, delimiter: string): boolean {
  if (quote === 0) return true;
  const before = text[quote - 1];
  return before === delimiter || before === '\n' || before === '\r';
}

/** Index of the quote that closes the cell opened at `quote`; the end of the text when none does. */
function closingQuote(text: string, quote: number, delimiter: string): number {
  let at = text.indexOf('"', quote + 1);
  while (at !== -1) {
    if (text[at + 1] === '"') {
      at = text.indexOf('"', at + 2);
      continue;
    }
    if (endsCell(text, at + 1, delimiter)) return at;
    at = text.indexOf('"', at + 2);
  }
  return text.length;
}

function endsCell(text: string, from: number, delimiter: string): boolean {
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (character === delimiter || character === '\n' || character === '\r') return true;
    if (character.trim() !== '') return false;
  }
  return true;
}
