import { type Result, succeed } from '../../../shared/ipc/result.ts';
import type { ImportPlan, RowFix } from '../../../shared/schemas/import-plan.ts';
import type { Task } from '../tasks.ts';
import { type AccountBook, copyText } from './account-book.ts';
import { RowProblem } from './cell-readers.ts';
import type { RowFault } from './check-rows.ts';
import { type CollectedRows, createRowCollector } from './collect-rows.ts';
import { csvLimits, fileLimit } from './csv-limits.ts';
import { ProblemLog } from './problem-log.ts';
import { readCsv } from './read-csv.ts';
import type { TextBooks } from './text-book.ts';

export interface RowsOfFile {
  readonly collected: CollectedRows;
  readonly problems: ProblemLog;
  /** Ids that no stored account has, where the plan does not add them. */
  readonly unknown: ReadonlySet<string>;
  /** Lines that are kept because they were mended, with what they read now. */
  readonly fixed: ReadonlyMap<number, readonly string[]>;
}

type Take = (row: readonly string[], line: number) => void;

/** Reads a whole file into typed columns; rows that cannot be kept are logged, corrections by hand applied first. */
export async function collectFile(
  path: string,
  plan: ImportPlan,
  { book, texts, task }: { readonly book: AccountBook; readonly texts: TextBooks; readonly task: Task },
): Promise<Result<RowsOfFile>> {
  const collector = createRowCollector(plan, book, texts);
  const parts = {
    problems: new ProblemLog(),
    unknown: new Set<string>(),
    fixed: new Map<number, readonly string[]>(),
  };
  const fixes = fixesOf(plan);
  /** Mended rows that the splitter could not read, until the rows before them have been taken. */
  let waiting: RowFix[] = [];
  const takeWaiting = (before: number): void => {
    while (waiting.length > 0 && waiting[0]!.line < before) {
      takeFixed(collector.take, waiting.shift()!, { plan, ...parts });
    }
  };
  const read = await readCsv({
    path,
    ...plan.read,
    limitBytes: fileLimit(plan),
    onRows(rows, lines) {
      for (let i = 0; i < rows.length; i++) {
        const line = lines[i]!;
        if (waiting.length > 0) takeWaiting(line);
        const fix = fixes.size === 0 ? undefined : fixes.get(line);
        if (fix === undefined) takeRow(collector.take, rows[i]!, line, parts);
        else takeFixed(collector.take, fix, { plan, ...parts, row: rows[i]! });
      }
    },
    onFault(fault) {
      const fix = fixes.get(fault.line);
      if (fix === undefined || fix.cells === null) logFault(parts.problems, plan, { fault, fix });
      else waiting.push(fix);
    },
    onProgress: ({ bytesRead, sizeBytes, rows }) =>
      task.progress(rows, Math.round((rows * sizeBytes) / Math.max(1, bytesRead))),
    isCancelled: task.isCancelled,
  });
  takeWaiting(Number.POSITIVE_INFINITY);
  waiting = [];
  return read.ok ? succeed({ collected: collector.collected, ...parts }) : read;
}

/** What a plan says of single rows, by line. */
export function fixesOf(plan: ImportPlan): ReadonlyMap<number, RowFix> {
  return new Map((plan.fixes ?? []).map((fix) => [fix.line, fix]));
}

/** A row as it stands under a plan: mended where the plan mends it. */
export function mendedRow(row: readonly string[], fix: RowFix | undefined): readonly string[] {
  return fix?.cells ?? row;
}

/** Why a row typed by hand can't be a row of the file, whatever it says; null = it can. */
export function findShapeFault(
  cells: readonly string[],
  plan: ImportPlan,
): { readonly column: string; readonly reason: string } | null {
  const width = 1 + Math.max(-1, ...plan.columns.map(({ index }) => index));
  if (cells.length < width) return { column: '', reason: 'tooFewCells' };
  if (cells.slice(width).some((cell) => cell.trim() !== '')) return { column: '', reason: 'tooManyCells' };
  for (let i = 0; i < width; i++) {
    if (cells[i]!.length > csvLimits.cellCharacters) {
      return { column: columnName(plan, i), reason: 'cellTooLarge' };
    }
    if (cells[i]!.includes('\0')) return { column: columnName(plan, i), reason: 'nulCharacter' };
  }
  return null;
}

export function columnName(plan: ImportPlan, index: number): string {
  return plan.columns.find((column) => column.index === index)?.name ?? `#${index + 1}`;
}

interface Log {
  readonly problems: ProblemLog;
  readonly unknown: Set<string>;
}

function takeRow(take: Take, row: readonly string[], line: number, log: Log): boolean {
  try {
    take(row, line);
    return true;
  } catch (problem) {
    if (!(problem instanceof RowProblem)) throw problem;
    const value = copyText(problem.value);
    if (problem.reason === 'unknownAccount') log.unknown.add(value);
    log.problems.add(line, problem.column.name, problem.reason, value, row.map(copyText));
    return false;
  }
}

interface Mending extends Log {
  readonly plan: ImportPlan;
  readonly fixed: Map<number, readonly string[]>;
  /** The row as read; absent where it could not be cut into cells. */
  readonly row?: readonly string[];
}

function takeFixed(take: Take, { line, cells, ...was }: RowFix, log: Mending): void {
  if (cells === null) {
    log.problems.skip(line, was.column, was.reason, was.value, (log.row ?? []).map(copyText));
    return;
  }
  const fault = findShapeFault(cells, log.plan);
  if (fault !== null)
    log.problems.add(line, fault.column, fault.reason, cells.join(log.plan.read.delimiter), cells);
  else if (takeRow(take, cells, line, log)) log.fixed.set(line, cells);
}

function logFault(
  problems: ProblemLog,
  plan: ImportPlan,
  { fault, fix }: { readonly fault: RowFault; readonly fix: RowFix | undefined },
): void {
  const column = fault.column === null ? '' : columnName(plan, fault.column);
  const cells = fault.cells.map(copyText);
  const add = fix === undefined ? problems.add : problems.skip;
  add.call(problems, fault.line, column, fault.reason, copyText(fault.value), cells);
}
