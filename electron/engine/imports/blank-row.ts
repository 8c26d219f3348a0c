/** Whether a row holds nothing but white space. */
export function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** Cells up to the last that is not empty, at least 1: trailing delimiters make no columns. */
export function widthOf(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 1 && cells[width - 1]!.trim() === '') width--;
  return width;
}
