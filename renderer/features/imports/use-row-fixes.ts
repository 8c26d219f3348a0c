import { useCallback, useState } from 'react';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { RowFix } from '../../../shared/schemas/import-plan.ts';
import { call } from '../../client/client.ts';
import { withFix } from './edit-fixes.ts';
import type { FilePlan } from './use-queued-file.ts';

export type GridRow = ChannelOutput<'imports.problems'>['rows'][number];

/** What is known of a row that was just changed, until the whole file has been checked again. */
export interface Verdict {
  readonly cells: readonly string[];
  /** `checking` until the engine has looked at the row. */
  readonly state: GridRow['state'] | 'checking';
  readonly problem: { readonly column: string; readonly reason: string; readonly value: string } | null;
}

export interface RowFixes {
  readonly verdicts: ReadonlyMap<number, Verdict>;
  readonly canUndo: boolean;
  /** Too many rows were mended to be kept with the file's plan. */
  readonly isFull: boolean;
  readonly fix: (row: GridRow, cells: readonly string[]) => void;
  readonly skip: (row: GridRow) => void;
  readonly restore: (row: GridRow) => void;
  readonly undo: () => void;
  /** The file has been checked again: its rows say all there is to say. */
  readonly forgetVerdicts: () => void;
}

const none: readonly RowFix[] = [];
const noVerdicts: ReadonlyMap<number, Verdict> = new Map();

/** Corrections of single rows: each goes into the plan, is looked at at once, and can be taken back. */
export function useRowFixes({ plan, pastFixes = [], setFixes }: FilePlan): RowFixes {
  const [verdicts, setVerdicts] = useState(noVerdicts);
  const [isFull, setFull] = useState(false);
  const fixes = plan.fixes ?? none;
  const put = (line: number, fix: RowFix | null): boolean => {
    const next = withFix(fixes, line, fix);
    setFull(next === null);
    if (next === null) return false;
    setFixes(next, [...pastFixes.slice(-99), fixes]);
    return true;
  };
  const judge = (line: number, verdict: Verdict) =>
    setVerdicts((before) => new Map(before).set(line, verdict));
  return {
    verdicts,
    canUndo: pastFixes.length > 0,
    isFull,
    fix(row, cells) {
      if (!put(row.line, { ...whatWas(row, fixes), cells: [...cells] })) return;
      judge(row.line, { cells, state: 'checking', problem: null });
      void call('imports.checkRow', { plan, cells: [...cells] }).then((result) => {
        const problem = result.ok ? result.value.problem : null;
        if (result.ok) judge(row.line, { cells, state: problem === null ? 'fixed' : 'open', problem });
      });
    },
    skip(row) {
      if (!put(row.line, { ...whatWas(row, fixes), cells: null })) return;
      judge(row.line, { cells: row.cells, state: 'skipped', problem: null });
    },
    restore(row) {
      put(row.line, null);
      judge(row.line, { cells: row.cells, state: 'checking', problem: null });
    },
    undo() {
      const before = pastFixes.at(-1);
      if (before === undefined) return;
      setFull(false);
      setFixes(before, pastFixes.slice(0, -1));
    },
    forgetVerdicts: useCallback(() => setVerdicts(noVerdicts), []),
  };
}

/** What the row was first reported with: it stays when a row is mended again. */
function whatWas(row: GridRow, fixes: readonly RowFix[]): Omit<RowFix, 'cells'> {
  const known = fixes.find(({ line }) => line === row.line);
  const { line, column, reason, value } = known ?? row;
  return { line, column, reason, value };
}
