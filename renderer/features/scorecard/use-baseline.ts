import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { measuresOf } from '../../../shared/scoring/measures-of.ts';
import { useQuery } from '../../client/use-query.ts';
import type { LiveSession } from './use-live-session.ts';
import type { Suggestion } from './use-suggestion.ts';

/** What the small deltas of the live figures compare with. */
export interface Baseline {
  /** In words: the saved version, the design as opened, or the draft without the suggestion tried. */
  readonly since: string;
  readonly card: Scorecard;
  readonly figures: LiveFigures | null;
}

/** The last saved version; before the first one, the design as the screen was opened; the draft while one tries. */
export function useBaseline(
  saved: Scorecard,
  session: LiveSession,
  suggestion: Suggestion,
): Baseline & { readonly reload: () => void } {
  const { t } = useTranslation('scorecard');
  const opened = useRef(saved);
  const { sessionId } = session;
  const query = useQuery('live.baseline', sessionId === null ? null : { sessionId, scorecardId: saved.id });
  const { reload } = query;
  const version = query.value?.version ?? null;
  const { before } = suggestion;
  const first = session.baseline;
  return useMemo(() => {
    if (before !== null) return { since: t('live.sinceDraft'), ...before, reload };
    if (version === null) {
      // A design that was opened without measures scored nobody: everything would be a change.
      const figures = measuresOf(opened.current).length === 0 ? null : first;
      return { since: t('live.sinceOpened'), card: opened.current, figures, reload };
    }
    const { name, scorecard: card, figures } = version;
    return { since: t('live.sinceVersion', { name }), card, figures, reload };
  }, [before, version, first, reload, t]);
}
