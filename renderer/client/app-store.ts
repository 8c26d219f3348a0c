import { create } from 'zustand';
import type { DataSummary, RefusedFile, WorkspaceState } from '../../shared/schemas/workspace-state.ts';
import { type Language, languageKey } from '../i18n/language.ts';
import type { AddedFile, ConnectionState } from './carrier.ts';
import { rememberCard } from './remembered-card.ts';
import type { Route } from './route.ts';

export type RevisionKind = 'data' | 'design' | 'workspace';

/** A long job that is running now. `total` 0 = not known yet. */
export interface RunningTask {
  readonly taskId: string;
  readonly channel: string;
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly rate: number;
}

export interface AppState {
  readonly connection: ConnectionState;
  /** `undefined` until the engine has said; null = none is open. */
  readonly workspace: WorkspaceState | null | undefined;
  /** A file that was not opened and waits for an answer. */
  readonly refused: RefusedFile | null;
  readonly folderName: string;
  readonly summary: DataSummary | null;
  readonly route: Route;
  readonly scorecardId: string | null;
  /** Chosen as-of day; null = the newest day whose outcomes are known. */
  readonly asOf: number | null;
  readonly language: Language;
  readonly tasks: readonly RunningTask[];
  /** Files dropped on Home: the Data page takes them and empties the list. */
  readonly waitingFiles: readonly AddedFile[];
  /** Counted up when stored data, the design or the open workspace changes: queries ask again. */
  readonly revisions: Readonly<Record<RevisionKind, number>>;
  /** Whether the templates are laid out over the page. */
  readonly isChoosingTemplate: boolean;
  readonly setChoosingTemplate: (isChoosing: boolean) => void;
  readonly setLanguage: (language: Language) => void;
  readonly selectScorecard: (scorecardId: string | null) => void;
  readonly setAsOf: (asOf: number | null) => void;
  readonly bump: (kind: RevisionKind) => void;
  readonly putTask: (task: RunningTask) => void;
  readonly dropTask: (taskId: string) => void;
}

/** What the whole window shares: where it is, what is open, what is selected, what runs. */
export const useAppStore = create<AppState>()((set, get) => ({
  connection: 'connecting',
  workspace: undefined,
  refused: null,
  folderName: '',
  summary: null,
  route: { name: 'home', argument: null },
  scorecardId: null,
  asOf: null,
  language: 'en',
  tasks: [],
  waitingFiles: [],
  revisions: { data: 0, design: 0, workspace: 0 },
  isChoosingTemplate: false,
  setChoosingTemplate: (isChoosingTemplate) => set({ isChoosingTemplate }),
  setLanguage(language) {
    localStorage.setItem(languageKey, language);
    set({ language });
  },
  selectScorecard(scorecardId) {
    rememberCard(get().workspace?.id, scorecardId);
    set({ scorecardId });
  },
  setAsOf: (asOf) => set({ asOf }),
  bump: (kind) => set((state) => ({ revisions: { ...state.revisions, [kind]: state.revisions[kind] + 1 } })),
  putTask: (task) =>
    set((state) => ({ tasks: [...state.tasks.filter((other) => other.taskId !== task.taskId), task] })),
  dropTask: (taskId) => set((state) => ({ tasks: state.tasks.filter((task) => task.taskId !== taskId) })),
}));
