import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { AppError } from '../../../shared/ipc/result.ts';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { measuresOf } from '../../../shared/scoring/measures-of.ts';
import { patternMeasures } from '../../../shared/scoring/patterns.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { useDesign } from '../../client/use-design.ts';
import { useTask } from '../../client/use-task.ts';
import type { ComparedDesign } from './compared-designs.ts';
import { markShown } from './live-marks.ts';
import { createLiveQueue, type LiveQueue } from './live-queue.ts';

export type LiveWindow = Omit<ChannelOutput<'live.open'>, 'figures' | 'sessionId'>;

export interface LiveSession {
  readonly figures: LiveFigures | null;
  readonly window: LiveWindow | null;
  /** The design that the session was opened with. */
  readonly opened: ComparedDesign | null;
  readonly error: AppError | null;
  /** Of the open session, for questions beside the stream of edits; null while it opens. */
  readonly sessionId: string | null;
  readonly retry: () => void;
  /** Asks for the figures of this state at once; the same state again asks nothing. */
  readonly push: (card: Scorecard) => void;
}

/** Figures that follow the hand: one session per data and measures, an edit for every new state of the scorecard. */
export function useLiveSession(saved: Scorecard): LiveSession {
  const { t } = useTranslation('scorecard');
  const { run } = useTask('live.open', t('live.opening'));
  const key = useSessionKey(saved);
  const [attempt, setAttempt] = useState(0);
  const [figures, setFigures] = useState<LiveFigures | null>(null);
  const [window, setWindow] = useState<LiveWindow | null>(null);
  const [opened, setOpened] = useState<ComparedDesign | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef(saved);
  const stored = useRef(saved);
  stored.current = saved;
  const queue = useRef<LiveQueue<Scorecard> | null>(null);
  const sent = useRef('');
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key or attempt opens a new session
  useEffect(() => {
    let isCurrent = true;
    let sessionId: string | null = null;
    const close = () => {
      queue.current?.close();
      queue.current = null;
      setOpenId(null);
      if (sessionId !== null) void call('live.close', { sessionId });
    };
    const open = async () => {
      const first = stored.current;
      latest.current = first;
      const dataRevision = useAppStore.getState().revisions.data;
      const result = await run({ scorecard: first });
      if (result.ok) sessionId = result.value.sessionId;
      if (!isCurrent) return close();
      if (!result.ok) return setError(result.error);
      const { sessionId: id, figures: firstFigures, ...rest } = result.value;
      setError(null);
      setOpenId(id);
      setWindow(rest);
      setFigures(firstFigures);
      // Figures of other data or of another outcome are no measure of what got better.
      const basis = JSON.stringify([dataRevision, rest.settings.outcome ?? null]);
      setOpened({ card: first, figures: firstFigures, basis });
      queue.current = createLiveQueue<Scorecard, LiveFigures>({
        send: (seq, scorecard) => call('live.edit', { sessionId: id, seq, scorecard }),
        onFigures: setFigures,
        onFailure: (failure) => (failure.code === 'notFound' ? retry() : setError(failure)),
      });
      sent.current = JSON.stringify(first);
      pushIfNew(queue.current, latest.current, sent);
    };
    void open();
    return () => {
      isCurrent = false;
      close();
    };
  }, [key, attempt, run]);

  const push = useCallback((card: Scorecard) => {
    latest.current = card;
    if (queue.current !== null) pushIfNew(queue.current, card, sent);
  }, []);
  useLayoutEffect(() => {
    if (figures !== null) markShown(figures.seq);
  }, [figures]);

  return useMemo(
    () => ({ figures, window, opened, error, sessionId: openId, retry, push }),
    [figures, window, opened, error, openId, retry, push],
  );
}

function pushIfNew(queue: LiveQueue<Scorecard>, card: Scorecard, sent: { current: string }): void {
  const text = JSON.stringify(card);
  if (text === sent.current) return;
  sent.current = text;
  queue.push(card);
}

/** Changes when the session's columns no longer fit: other data, other measures, other rows, another outcome. */
function useSessionKey(card: Scorecard): string {
  const design = useDesign();
  const dataRevision = useAppStore((state) => state.revisions.data);
  const used = [...measuresOf(card), ...patternMeasures(card)].sort();
  const scoring = (design?.measures ?? []).map(({ name: _, actionable: __, ...rest }: Measure) => rest);
  const { aim } = card.purpose;
  return JSON.stringify([dataRevision, used, scoring, design?.backtestSettings ?? null, aim ?? null]);
}
