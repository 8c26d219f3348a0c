import type { RejectedRow } from '../store/rejected-row-table.ts';

/** Rows of a file that are not kept: all are counted and stored with the batch, none is lost in silence. */
export class ProblemLog {
  readonly rows: RejectedRow[] = [];

  add(line: number, column: string, reason: string, value: string, cells: readonly string[]): void {
    this.rows.push({ line, column, reason, value: value.slice(0, 200), cells: [...cells] });
  }

  /** In the order of the file. */
  sorted(): RejectedRow[] {
    return this.rows.sort((a, b) => a.line - b.line);
  }
}
