export interface RegularRows {
  readonly rows: string[][];
  /** Line of each row's start. */
  readonly lines: number[];
  /** Where the rows end in the text; what is behind is a row that has not ended yet, or an irregular one. */
  readonly consumed: number;
  /** Line on which the next row starts. */
  readonly nextLine: number;
  /** Why the next row is irregular: text behind a closing quote, or the last text ends inside quotes; null = it is not. */
  readonly stoppedBy: 'strayQuote' | 'openQuote' | null;
}

export interface RegularText {
  readonly text: string;
  /** Where to start: the start of a row. */
  readonly from: number;
  readonly delimiter: string;
  /** Line of the first character. */
  readonly line: number;
  /** Nothing follows this text. */
  readonly last: boolean;
}

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;

/**
 * Rows of a text up to its end or to the first row with an irregular quote. A quote opens at the start of a cell,
 * behind nothing but spaces, and closes before a delimiter, a line break or the end; white space between is dropped.
 * One plain loop over character codes: three times as fast as papaparse on quoted files.
 */
export function splitRegular({ text, from, delimiter, line, last }: RegularText): RegularRows {
  const separator = delimiter.charCodeAt(0);
  const { length } = text;
  const rows: string[][] = [];
  const lines: number[] = [];
  let row: string[] = [];
  let consumed = from;
  let rowLine = line;
  let nextLine = line;
  let at = from;
  while (at < length) {
    let code = text.charCodeAt(at);
    if (code === space) {
      let next = at + 1;
      while (text.charCodeAt(next) === space) next++;
      if (next === length && !last) return finish(null);
      if (text.charCodeAt(next) === quote) {
        at = next;
        code = quote;
      }
    }
    if (code === quote) {
      const start = ++at;
      let escaped = false;
      for (;;) {
        if (at >= length) return finish(last ? 'openQuote' : null);
        code = text.charCodeAt(at++);
        if (code === lineFeed) nextLine++;
        else if (code === carriageReturn && text.charCodeAt(at) !== lineFeed) nextLine++;
        else if (code === quote) {
          if (text.charCodeAt(at) !== quote) break;
          escaped = true;
          at++;
        }
      }
      const cell = text.slice(start, at - 1);
      row.push(escaped ? cell.replaceAll('""', '"') : cell);
      code = text.charCodeAt(at);
      while (code !== separator && isInlineSpace(code)) code = text.charCodeAt(++at);
      if (at === length) {
        if (!last) return finish(null);
        code = lineFeed;
      }
      if (code !== separator && code !== lineFeed && code !== carriageReturn) return finish('strayQuote');
    } else {
      const start = at;
      while (code !== separator && code !== lineFeed && code !== carriageReturn) {
        at++;
        if (at === length) break;
        code = text.charCodeAt(at);
      }
      if (at === length && !last) return finish(null);
      row.push(text.slice(start, at));
    }
    if (at < length && code === separator) {
      at++;
      if (at === length && last) {
        row.push('');
        endRow();
      }
      continue;
    }
    if (at < length && code === carriageReturn) {
      if (at + 1 === length && !last) return finish(null);
      if (text.charCodeAt(at + 1) === lineFeed) at++;
    }
    at++;
    nextLine++;
    endRow();
  }
  return finish(null);

  function endRow(): void {
    rows.push(row);
    lines.push(rowLine);
    row = [];
    consumed = at;
    rowLine = nextLine;
  }

  function finish(stoppedBy: RegularRows['stoppedBy']): RegularRows {
    return { rows, lines, consumed: Math.min(consumed, length), nextLine: rowLine, stoppedBy };
  }
}

/** Space, tab, and the wide and non-breaking spaces. */
function isInlineSpace(code: number): boolean {
  return code === space || code === 9 || code === 0xa0 || code === 0x3000;
}
