/** Longest text one call may carry. */
export const pasteLimit = 900_000;

/** A pasted text has a table's shape: two lines at least, and a separator in the first. */
export function isTable(text: string): boolean {
  const lines = text.trim().split(/\r\n?|\n/);
  return lines.length > 1 && /[,\t;|]/.test(lines[0] ?? '');
}

/** A file name for a pasted table: a spreadsheet's cells come separated by tabs. */
export function nameOfPaste(text: string, base: string): string {
  const firstLine = text.split(/\r\n?|\n/, 1)[0] ?? '';
  return `${base}.${firstLine.includes('\t') ? 'tsv' : 'csv'}`;
}
