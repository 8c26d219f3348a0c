import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { type DesignStep, useDesignStore } from '../../client/design-store.ts';
import { notifyFailure } from '../../ui/notify.ts';
import type { ScorecardEdit } from './edit-scorecard.ts';

/** A change on its way: what it touches, how it is called in the history, and what it does to a scorecard. */
export interface DraftEdit {
  /** Edits of the same target within a moment are one step. */
  readonly target: string;
  readonly name: StepName;
  readonly parameters?: DesignStep['parameters'];
  readonly edit: ScorecardEdit;
}

export type StepName = keyof typeof import('../../i18n/ja/scorecard.ts').jaScorecard.steps;

/** Always the same functions, so that what doesn't show the change needn't be drawn again. */
export interface DraftActions {
  /** Shown, never stored. */
  readonly preview: (edit: DraftEdit) => void;
  /** One named step, now. */
  readonly commit: (edit: DraftEdit) => void;
  /** One named step, 400 ms after the last call for the same target. */
  readonly commitSoon: (edit: DraftEdit) => void;
  /** Takes back what is only previewed. */
  readonly cancel: () => void;
  /** Stores what is still waiting. */
  readonly flush: () => Promise<void>;
}

export interface ScorecardDraft {
  /** The saved draft with the change under the hand already in it. */
  readonly card: Scorecard;
  /** What is previewed and not stored yet. */
  readonly pendingTarget: string | null;
  readonly actions: DraftActions;
}

export const restMs = 400;

/**
 * Edits of one scorecard: previews while the hand moves, one step of the design history when it rests.
 * `onPreview` hears of a preview before it is drawn, so that figures are asked for without waiting for the screen.
 */
export function useScorecardDraft(saved: Scorecard, onPreview: (card: Scorecard) => void): ScorecardDraft {
  const { i18n } = useTranslation();
  const [pending, setPending] = useState<DraftEdit | null>(null);
  const waiting = useRef<{ edit: DraftEdit; timer: ReturnType<typeof setTimeout> } | null>(null);
  const { id } = saved;

  const store = useCallback(
    async ({ name, parameters = {}, edit }: DraftEdit) => {
      const { commit } = useDesignStore.getState();
      const before = savedNow(id);
      if (before === null) return;
      const body = edit(before);
      if (JSON.stringify(body) === JSON.stringify(before)) return;
      const step = {
        nameKey: `scorecard:steps.${name}`,
        parameters: clipped(parameters),
        screen: 'scorecard',
      };
      const result = await commit(step, [{ kind: 'scorecard', id, body }]);
      if (!result.ok) notifyFailure(i18n, result.error);
    },
    [id, i18n],
  );
  const flush = useCallback(async () => {
    const held = waiting.current;
    if (held === null) return;
    clearTimeout(held.timer);
    waiting.current = null;
    const done = store(held.edit);
    setPending(null);
    await done;
  }, [store]);
  const flushOther = useCallback(
    (target: string) => {
      const held = waiting.current;
      if (held === null) return;
      if (held.edit.target !== target) void flush();
      clearTimeout(held.timer);
      waiting.current = null;
    },
    [flush],
  );

  const preview = useCallback(
    (edit: DraftEdit) => {
      flushOther(edit.target);
      setPending(edit);
      const before = savedNow(id);
      if (before !== null) onPreview(edit.edit(before));
    },
    [flushOther, id, onPreview],
  );
  const commit = useCallback(
    (edit: DraftEdit) => {
      flushOther(edit.target);
      void store(edit);
      setPending(null);
    },
    [flushOther, store],
  );
  const commitSoon = useCallback(
    (edit: DraftEdit) => {
      preview(edit);
      waiting.current = { edit, timer: setTimeout(() => void flush(), restMs) };
    },
    [preview, flush],
  );
  const cancel = useCallback(() => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = null;
    setPending(null);
  }, []);
  useEffect(() => () => void flush(), [flush]);

  const card = useMemo(() => (pending === null ? saved : pending.edit(saved)), [pending, saved]);
  const actions = useMemo(
    () => ({ preview, commit, commitSoon, cancel, flush }),
    [preview, commit, commitSoon, cancel, flush],
  );
  return { card, pendingTarget: pending?.target ?? null, actions };
}

function savedNow(id: string): Scorecard | null {
  return useDesignStore.getState().design?.scorecards.find((card) => card.id === id) ?? null;
}

/** Names come from the person and may be longer than a step's parameter. */
function clipped(parameters: DesignStep['parameters']): DesignStep['parameters'] {
  return Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.slice(0, 200) : value,
    ]),
  );
}
