import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { measuresOf } from '../../../shared/scoring/measures-of.ts';
import { useQuery } from '../../client/use-query.ts';
import { useComparedDesigns } from './compared-designs.ts';
import type { LiveSession } from './use-live-session.ts';
import type { Suggestion } from './use-suggestion.ts';

/** What the small deltas of the live figures compare with. */
export interface Baseline {
  /** In words: the saved version, the design as opened, or the draft without the suggestion tried. */
  readonly since: string;
  readonly card: Scorecard;
  readonly figures: LiveFigures | null;
}

export interface ChosenBaseline extends Baseline {
  /** After a version was saved: it is what is compared with from now on. */
  readonly reload: () => void;
  /** Compares with the design as it is now; null while there are no figures. */
  readonly compareFromHere: (() => void) | null;
}

/**
 * The draft while a suggestion is tried; what the person chose to compare from; the last saved version; before the
 * first one, the design as it was first shown since the workspace was opened.
 */
export function useBaseline(saved: Scorecard, session: LiveSession, suggestion: Suggestion): ChosenBaseline {
  const { t } = useTranslation('scorecard');
  const { sessionId, opened: first, figures: now } = session;
  const compared = useComparedDesigns((state) => state.byCard[saved.id]);
  const query = useQuery('live.baseline', sessionId === null ? null : { sessionId, scorecardId: saved.id });
  const { reload: ask } = query;
  const version = query.value?.version ?? null;
  const { before } = suggestion;
  useEffect(() => {
    if (first !== null) useComparedDesigns.getState().show(first);
  }, [first]);
  const reload = useCallback(() => {
    useComparedDesigns.getState().forgetHere(saved.id);
    ask();
  }, [ask, saved.id]);
  const isReady = now !== null && first !== null;
  // Figures come with every move of the hand; what is drawn from here must not.
  const latest = useRef({ saved, now, first });
  latest.current = { saved, now, first };
  const compareFromHere = useCallback(() => {
    const { saved: card, now: figures, first: opened } = latest.current;
    if (figures === null || opened === null) return;
    useComparedDesigns.getState().compareFrom({ card, figures, basis: opened.basis });
  }, []);
  const baseline = useMemo<Baseline>(() => {
    if (before !== null) return { since: t('live.sinceDraft'), ...before };
    const here = compared?.here ?? null;
    if (here !== null) return { since: t('live.sinceHere'), card: here.card, figures: here.figures };
    if (version === null) {
      const opened = compared?.opened ?? null;
      const card = opened?.card ?? saved;
      // A design that was opened without measures scored nobody: everything would be a change.
      const figures = measuresOf(card).length === 0 ? null : (opened?.figures ?? null);
      return { since: t('live.sinceOpened'), card, figures };
    }
    const { name, scorecard: card, figures } = version;
    return { since: t('live.sinceVersion', { name }), card, figures };
  }, [before, compared, version, saved, t]);
  return useMemo(
    () => ({ ...baseline, reload, compareFromHere: isReady ? compareFromHere : null }),
    [baseline, reload, compareFromHere, isReady],
  );
}
