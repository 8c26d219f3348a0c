import type { RejectedRow } from '../store/rejected-row-table.ts';

/** Rows of a file that are not kept: all are counted and stored with the batch, none is lost in silence. */
export class ProblemLog {
  readonly rows: RejectedRow[] = [];
  /** Lines that a person left out. */
  readonly skipped = new Set<number>();

  add(line: number, column: string, reason: string, value: string, cells: readonly string[]): void {
    this.rows.push({ line, column, reason, value: value.slice(0, 200), cells: [...cells] });
  }

  /** A row that a person has looked at and left out. */
  skip(line: number, column: string, reason: string, value: string, cells: readonly string[]): void {
    this.add(line, column, reason, value, cells);
    this.skipped.add(line);
  }

  /** In the order of the file. */
  sorted(): RejectedRow[] {
    return this.rows.sort((a, b) => a.line - b.line);
  }
}
