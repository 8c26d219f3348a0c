import { create } from 'zustand';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';

/** A design and its figures; `basis` names the data and the outcome they are of. */
export interface ComparedDesign {
  readonly card: Scorecard;
  readonly figures: LiveFigures;
  readonly basis: string;
}

interface Compared {
  /** As it was when first shown since the workspace was opened. */
  readonly opened: ComparedDesign;
  /** As it was when the person said "compare from here". */
  readonly here: ComparedDesign | null;
}

interface ComparedDesigns {
  readonly byCard: Readonly<Record<string, Compared>>;
  /** Kept from the first showing on; figures of other data or of another outcome begin anew. */
  readonly show: (opened: ComparedDesign) => void;
  readonly compareFrom: (here: ComparedDesign) => void;
  readonly forgetHere: (scorecardId: string) => void;
}

/** What designs are compared with, over visits to other pages, until another workspace is opened. */
export const useComparedDesigns = create<ComparedDesigns>()((set) => ({
  byCard: {},
  show: (opened) =>
    set(({ byCard }) => {
      const known = byCard[opened.card.id];
      if (known?.opened.basis === opened.basis) return {};
      return { byCard: { ...byCard, [opened.card.id]: { opened, here: null } } };
    }),
  compareFrom: (here) =>
    set(({ byCard }) => {
      const opened = byCard[here.card.id]?.opened ?? here;
      return { byCard: { ...byCard, [here.card.id]: { opened, here } } };
    }),
  forgetHere: (scorecardId) =>
    set(({ byCard }) => {
      const known = byCard[scorecardId];
      return known === undefined ? {} : { byCard: { ...byCard, [scorecardId]: { ...known, here: null } } };
    }),
}));

useAppStore.subscribe((state, before) => {
  if (state.workspace?.id !== before.workspace?.id) useComparedDesigns.setState({ byCard: {} });
});
