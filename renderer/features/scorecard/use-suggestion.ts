import { useCallback, useMemo, useRef, useState } from 'react';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import type { DraftEdit, ScorecardDraft } from './use-scorecard-draft.ts';

/** A suggestion that can be tried: its words and the step that takes it. */
export interface Offer {
  readonly label: string;
  readonly step: DraftEdit;
}

export interface Suggestion {
  /** The offer that is shown now, not taken yet. */
  readonly active: Offer | null;
  /** The draft as it is without it, and its figures: what the deltas compare with meanwhile. */
  readonly before: { readonly card: Scorecard; readonly figures: LiveFigures | null } | null;
  /** Shows everything as if the offer were taken. Any other edit ends it. */
  readonly preview: (offer: Offer) => void;
  readonly take: () => void;
  readonly dismiss: () => void;
}

/** One suggestion at a time, previewed in the whole screen before it is taken. */
export function useSuggestion(
  saved: Scorecard,
  draft: ScorecardDraft,
  figures: LiveFigures | null,
): Suggestion {
  const { actions, pendingTarget } = draft;
  const [offered, setOffered] = useState<Offer | null>(null);
  const [held, setHeld] = useState<LiveFigures | null>(null);
  const active = offered !== null && pendingTarget === offered.step.target ? offered : null;
  const now = useRef({ active, figures });
  now.current = { active, figures };
  const preview = useCallback(
    (offer: Offer) => {
      if (now.current.active === null) setHeld(now.current.figures);
      setOffered(offer);
      actions.preview(offer.step);
    },
    [actions],
  );
  const take = useCallback(() => {
    const { active: taken } = now.current;
    if (taken !== null) actions.commit(taken.step);
  }, [actions]);
  const dismiss = useCallback(() => {
    if (now.current.active !== null) actions.cancel();
  }, [actions]);
  return useMemo(
    () => ({
      active,
      before: active === null ? null : { card: saved, figures: held },
      preview,
      take,
      dismiss,
    }),
    [active, saved, held, preview, take, dismiss],
  );
}
