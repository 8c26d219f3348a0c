import { create } from 'zustand';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { FileKind, ImportPlan, ReadOptions, RowFix } from '../../../shared/schemas/import-plan.ts';
import type { AddedFile } from '../../client/carrier.ts';
import { type Doubt, inImportOrder } from './find-doubts.ts';

export const stops = ['file', 'columns', 'problems'] as const;
export type Stop = (typeof stops)[number];
export type ImportResult = ChannelOutput<'imports.commit'>;

/** What a person has changed in a file's suggested plan; forgotten when the file is read in another way. */
export interface Draft {
  readonly plan: ImportPlan;
  /** Date columns whose format a person has chosen. */
  readonly chosenDates: readonly number[];
  /** Columns whose role a person has chosen. */
  readonly chosenRoles: readonly number[];
  /** The corrections by hand as they were before each change, the oldest first. */
  readonly pastFixes?: readonly (readonly RowFix[])[];
}

/** A file on its way in: where it stands and what has been decided. */
export interface QueuedFile {
  readonly file: AddedFile;
  readonly stop: Stop;
  readonly options: ReadOptions;
  /** Kind stated by the person; null = guessed. */
  readonly kind: FileKind | null;
  readonly draft: Draft | null;
  /** Kind guessed from its first rows; null until they are read. */
  readonly guess: FileKind | null;
  /** Why it was left for the person when all files were imported; null = it was not, or nothing was in doubt. */
  readonly doubt: Doubt | null;
  /** It is being imported with the others. */
  readonly isRunning: boolean;
  /** The job that reads or stores it now; null = none. */
  readonly taskId: string | null;
  /** Whether a look at its first rows found nothing to decide; null until they are read. */
  readonly isClear: boolean | null;
  /** Number of the batch that the file was chosen to replace; null = none. */
  readonly replaces: number | null;
  /** What the import did; the file is no longer held by the engine then. */
  readonly result: ImportResult | null;
}

interface ImportQueue {
  /** The workspace these files are for. */
  readonly workspaceId: string;
  readonly files: readonly QueuedFile[];
  readonly openToken: string | null;
  /** What came of all files together is shown in place of one file. */
  readonly isOverview: boolean;
  readonly add: (workspaceId: string, added: readonly AddedFile[], replaces?: number) => void;
  readonly change: (token: string, change: Partial<QueuedFile>) => void;
  readonly open: (token: string) => void;
  readonly showAll: () => void;
  readonly remove: (token: string) => void;
  readonly clear: () => void;
}

/** The files waiting to be imported. It outlives the page, so leaving it loses no decision. */
export const useImportQueue = create<ImportQueue>()((set) => ({
  workspaceId: '',
  files: [],
  openToken: null,
  isOverview: false,
  add: (workspaceId, added, replaces) =>
    set((queue) => {
      const kept = queue.workspaceId === workspaceId ? queue.files : [];
      const files = [...kept, ...added.map((file) => newFile(file, replaces ?? null))];
      const open = kept.find(({ file, result }) => file.token === queue.openToken && result === null);
      return {
        workspaceId,
        files,
        isOverview: false,
        openToken: (open ?? files[kept.length])?.file.token ?? null,
      };
    }),
  change: (token, change) =>
    set(({ files }) => ({
      files: files.map((entry) => (entry.file.token === token ? { ...entry, ...change } : entry)),
    })),
  open: (token) => set({ openToken: token, isOverview: false }),
  showAll: () => set({ isOverview: true }),
  remove: (token) =>
    set(({ files, openToken }) => {
      const left = files.filter(({ file }) => file.token !== token);
      const next = openToken === token ? (nextFile(left) ?? left[0]) : null;
      return { files: left, openToken: openToken === token ? (next?.file.token ?? null) : openToken };
    }),
  clear: () => set({ files: [], openToken: null, isOverview: false }),
}));

/** The next file that has not been imported, accounts first. */
export function nextFile(files: readonly QueuedFile[]): QueuedFile | undefined {
  return inImportOrder(files).find(({ result }) => result === null);
}

function newFile(file: AddedFile, replaces: number | null): QueuedFile {
  const decided = { options: {}, kind: null, guess: null, draft: null, replaces };
  return {
    file,
    stop: 'file',
    ...decided,
    doubt: null,
    isRunning: false,
    taskId: null,
    isClear: null,
    result: null,
  };
}
