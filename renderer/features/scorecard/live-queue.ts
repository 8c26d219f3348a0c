import type { AppError, Result } from '../../../shared/ipc/result.ts';

/** What an edit is answered with: figures of its own number, or that a newer edit went first. */
export type LiveReply<Figures> = Figures | { readonly seq: number; readonly superseded: true };

export interface LiveQueueOptions<Design, Figures extends { readonly seq: number }> {
  readonly send: (seq: number, design: Design) => Promise<Result<LiveReply<Figures>>>;
  readonly onFigures: (figures: Figures) => void;
  readonly onFailure: (error: AppError) => void;
}

export interface LiveQueue<Design> {
  /** Asks for the figures of this design. One edit is in flight, only the newest waits. */
  readonly push: (design: Design) => void;
  /** Nothing is sent or reported any more. */
  readonly close: () => void;
}

/** Sends edits with rising numbers, never two at once; what is overtaken while waiting is not sent at all. */
export function createLiveQueue<Design, Figures extends { readonly seq: number }>({
  send,
  onFigures,
  onFailure,
}: LiveQueueOptions<Design, Figures>): LiveQueue<Design> {
  let seq = 0;
  let shownSeq = 0;
  let waiting: { readonly design: Design } | null = null;
  let isInFlight = false;
  let isClosed = false;

  const receive = (result: Result<LiveReply<Figures>>) => {
    if (!result.ok) return onFailure(result.error);
    const reply = result.value;
    if ('superseded' in reply || reply.seq <= shownSeq) return;
    shownSeq = reply.seq;
    onFigures(reply);
  };
  const start = async (design: Design) => {
    isInFlight = true;
    seq += 1;
    const result = await send(seq, design);
    isInFlight = false;
    if (isClosed) return;
    receive(result);
    const next = waiting;
    waiting = null;
    if (next !== null && !isClosed) void start(next.design);
  };

  return {
    push(design) {
      if (isClosed) return;
      if (isInFlight) waiting = { design };
      else void start(design);
    },
    close() {
      isClosed = true;
      waiting = null;
    },
  };
}
