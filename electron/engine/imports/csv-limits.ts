/** Limits of design.md §13; only the file size may be raised by the user. */
export const csvLimits = {
  fileBytes: 200 * 1024 * 1024,
  columns: 500,
  cellCharacters: 64 * 1024,
  /** A row still open after this many characters has lost a closing quote. */
  openRowCharacters: 4 * 1024 * 1024,
} as const;
