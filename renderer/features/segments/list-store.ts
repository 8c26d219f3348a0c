import { create } from 'zustand';
import type { TableSort } from '../../ui/data-column.ts';
import { emptyFilter, type ListFilter } from './list-filter.ts';

export interface ListView {
  readonly filter: ListFilter;
  readonly search: string;
  readonly sort: TableSort;
  /** Attribute columns shown. */
  readonly attributes: readonly string[];
  /** Saved segment in the builder. */
  readonly segmentId: string | null;
}

interface ListState {
  /** The view belongs to one workspace; another starts afresh. */
  readonly workspaceId: string;
  readonly view: ListView;
  readonly change: (workspaceId: string, changes: Partial<ListView>) => void;
}

/** Worst scores first: they are what a list is for. */
export const firstView: ListView = {
  filter: emptyFilter,
  search: '',
  sort: { columnId: 'score', descending: false },
  attributes: [],
  segmentId: null,
};

/** What the list shows, kept while the person looks at an account and comes back. */
export const useListStore = create<ListState>()((set) => ({
  workspaceId: '',
  view: firstView,
  change: (workspaceId, changes) =>
    set((state) => ({
      workspaceId,
      view: { ...(state.workspaceId === workspaceId ? state.view : firstView), ...changes },
    })),
}));

/** The view of the open workspace. */
export function useListView(workspaceId: string) {
  const view = useListStore((state) => (state.workspaceId === workspaceId ? state.view : firstView));
  const change = useListStore((state) => state.change);
  return { view, change: (changes: Partial<ListView>) => change(workspaceId, changes) };
}
