const formulaStart = /^[\s\0]*[=+\-@＝＋－＠\t\r\n\0]/;

/**
 * Makes a text cell or header safe to open in a spreadsheet: what could start a formula gets a leading apostrophe.
 * Covers = + - @ and their full-width forms, after any white space or NUL. Other texts come back unchanged.
 * For text only: a number is written as a number, so −5 stays −5.
 */
export function escapeCell(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}
