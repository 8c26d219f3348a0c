import { useCallback } from 'react';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type {
  ColumnRole,
  DateFormat,
  FileKind,
  ImportPlan,
  ReadOptions,
  RowFix,
} from '../../../shared/schemas/import-plan.ts';
import { useAppStore } from '../../client/app-store.ts';
import { type Query, useQuery } from '../../client/use-query.ts';
import { buildPlanProblems, type PlanProblem } from './build-plan-problems.ts';
import { dateFormatsOf } from './date-formats.ts';
import { editColumn, setRole } from './edit-plan.ts';
import { type Draft, type QueuedFile, type Stop, useImportQueue } from './import-queue.ts';
import { isDateRole } from './roles.ts';

export type Preview = ChannelOutput<'imports.preview'>;

/** A file's preview with the plan in force: the suggestion, or what the person has made of it. */
export interface FilePlan extends Draft {
  readonly preview: Preview;
  readonly problems: readonly PlanProblem[];
  readonly setPlan: (plan: ImportPlan) => void;
  /** Corrections by hand; `pastFixes` is what undoing them goes back through. */
  readonly setFixes: (fixes: readonly RowFix[], pastFixes: readonly (readonly RowFix[])[]) => void;
  readonly chooseRole: (index: number, role: ColumnRole) => void;
  readonly chooseDate: (index: number, format: DateFormat) => void;
}

export interface QueuedFileState {
  readonly preview: Query<Preview>;
  /** Null until there is a preview. */
  readonly filePlan: FilePlan | null;
  readonly setOptions: (options: ReadOptions) => void;
  readonly setKind: (kind: FileKind) => void;
  readonly goTo: (stop: Stop) => void;
  /** Drops what was decided and asks for a new suggestion. */
  readonly startAnew: () => void;
}

const noMetrics: never[] = [];

/** Everything the stops of one file need. Reading the file another way starts from a new suggestion. */
export function useQueuedFile(entry: QueuedFile): QueuedFileState {
  const { token } = entry.file;
  const changeFile = useImportQueue((queue) => queue.change);
  const change = useCallback((part: Partial<QueuedFile>) => changeFile(token, part), [changeFile, token]);
  const preview = useQuery('imports.preview', {
    token,
    options: entry.options,
    ...(entry.kind === null ? {} : { kind: entry.kind }),
  });
  const storedMetrics = useAppStore((state) => state.summary?.metrics ?? noMetrics);
  return {
    preview,
    filePlan: preview.value === undefined ? null : buildFilePlan(preview.value, entry, storedMetrics, change),
    setOptions: (options) => change({ options: { ...entry.options, ...options }, draft: null }),
    setKind: (kind) => change({ kind, draft: null }),
    goTo: (stop) => change({ stop }),
    startAnew() {
      change({ draft: null });
      preview.reload();
    },
  };
}

/** Files that the engine still holds. */
export function waitingTokens(): string[] {
  return useImportQueue.getState().files.flatMap(({ file, result }) => (result === null ? [file.token] : []));
}

/** The plan as proposed; dates read as a person once chose are not asked again. */
export function firstDraft(
  preview: Preview,
  { replaces, file }: Pick<QueuedFile, 'replaces' | 'file'>,
): Draft {
  const { suggestion, remembered, sameFile } = preview;
  const plan = {
    ...suggestion,
    ...(replaces === null ? {} : { replaces }),
    ...(file.allowLarge === true ? { allowLarge: true } : {}),
  };
  const dated = sameFile === null ? [] : plan.columns.map(({ index }) => index);
  return { plan, chosenDates: remembered?.chosenDates ?? dated, chosenRoles: [] };
}

function buildFilePlan(
  preview: Preview,
  entry: QueuedFile,
  storedMetrics: Parameters<typeof buildPlanProblems>[1]['storedMetrics'],
  change: (part: Partial<QueuedFile>) => void,
): FilePlan {
  const draft = entry.draft ?? firstDraft(preview, entry);
  const { plan, chosenDates, chosenRoles } = draft;
  const ambiguousDates = plan.columns
    .filter(({ role, index }) => isDateRole(role) && dateFormatsOf(preview, index).length > 1)
    .map(({ index }) => index);
  const edit = (part: Partial<Draft>) => change({ draft: { ...draft, ...part } });
  return {
    ...draft,
    preview,
    problems: buildPlanProblems(plan, {
      ambiguousDates,
      chosenDates,
      storedMetrics,
      joinTokens: waitingTokens(),
      rowsShown: preview.rows.length,
    }),
    setPlan: (next) => edit({ plan: next }),
    setFixes: (fixes, pastFixes) => edit({ plan: { ...plan, fixes: [...fixes] }, pastFixes }),
    chooseRole(index, role) {
      const format = dateFormatsOf(preview, index)[0];
      const next = setRole(plan, index, role);
      const dated =
        isDateRole(role) && format !== undefined ? editColumn(next, index, { dateFormat: format }) : next;
      edit({ plan: dated, chosenRoles: [...new Set([...chosenRoles, index])] });
    },
    chooseDate: (index, dateFormat) =>
      edit({
        plan: editColumn(plan, index, { dateFormat }),
        chosenDates: [...new Set([...chosenDates, index])],
      }),
  };
}
