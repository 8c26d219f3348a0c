import { type AppError, type ErrorCode, fail, type Result, succeed } from '../../../shared/ipc/result.ts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'readOnly';

export interface SaveStatus {
  readonly state: SaveState;
  /** Milliseconds since 1970 of the last image known to be on disk. */
  readonly savedAt: number | null;
  /** Why the last save failed, or why the workspace is read-only. */
  readonly error: AppError | null;
  /** Grows with every change; everything up to `savedRevision` is on disk. */
  readonly revision: number;
  readonly savedRevision: number;
}

export interface ScheduleInput {
  /** Takes the image before its first await, so that the revision it was called at is what it writes. */
  readonly write: () => Promise<Result<unknown>>;
  readonly now: () => number;
  readonly savedAt: number | null;
  readonly readOnly: AppError | null;
  readonly onStatus: (status: SaveStatus) => void;
}

/** Decides when to save and what may be said about it. */
export interface SaveSchedule {
  status(): SaveStatus;
  markDirty(): void;
  /** While held (a pointer is down) no save starts by itself. */
  setHold(held: boolean): void;
  /** Saves what is unsaved, at once; done when everything up to the time of the call is on disk. */
  saveNow(): Promise<Result<null>>;
  /** Runs `work` between saves; when it succeeds, what it wrote counts as saved. */
  runAlone(work: () => Promise<Result<unknown>>): Promise<Result<null>>;
  setReadOnly(error: AppError | null): void;
  stop(): void;
}

const shortestDelayMs = 1000;
const delayPerSaveMs = 4;
const retryMs = 15_000;
/** These pass by themselves: room is made, a drive comes back. */
const passing: readonly ErrorCode[] = ['diskFull', 'diskReadOnly', 'diskFailed', 'folderMissing'];

export function createSaveSchedule(input: ScheduleInput): SaveSchedule {
  let state: SaveState = input.readOnly === null ? 'saved' : 'readOnly';
  let error = input.readOnly;
  let savedAt = input.savedAt;
  let revision = 0;
  let savedRevision = 0;
  let lastSaveMs = 0;
  let held = false;
  let timer: NodeJS.Timeout | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const status = (): SaveStatus => ({ state, savedAt, error, revision, savedRevision });
  const say = (next: SaveState, why: AppError | null) => {
    state = next;
    error = why;
    input.onStatus(status());
  };
  const cancelTimer = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const plan = (delayMs: number) => {
    if (timer !== null || held || state === 'readOnly' || revision === savedRevision) return;
    timer = setTimeout(() => {
      timer = null;
      void saveNow();
    }, delayMs);
  };
  const nextDelay = () => Math.max(shortestDelayMs, delayPerSaveMs * lastSaveMs);

  const attempt = async (work: () => Promise<Result<unknown>>): Promise<Result<null>> => {
    const started = performance.now();
    const written = revision;
    const before = { state, error };
    cancelTimer();
    say('saving', null);
    const outcome = await work();
    lastSaveMs = performance.now() - started;
    if (!outcome.ok) {
      if (before.state === 'readOnly') say('readOnly', before.error);
      else if (state === 'saving') say('failed', outcome.error);
      if (passing.includes(outcome.error.code)) plan(Math.max(retryMs, nextDelay()));
      return outcome;
    }
    savedRevision = written;
    savedAt = input.now();
    if (state === 'saving') say(revision === savedRevision ? 'saved' : 'unsaved', null);
    plan(nextDelay());
    return succeed(null);
  };

  const runAlone = (work: () => Promise<Result<unknown>>): Promise<Result<null>> => {
    const turn = queue.then(() => attempt(work));
    // The queue only orders; whoever asked gets the failure.
    queue = turn.catch(() => {});
    return turn;
  };

  const saveNow = async (): Promise<Result<null>> => {
    const wanted = revision;
    await queue;
    if (savedRevision >= wanted) return succeed(null);
    if (state === 'readOnly') return fail('readOnly');
    return runAlone(input.write);
  };

  return {
    status,
    markDirty() {
      revision += 1;
      if (state === 'saved') say('unsaved', null);
      plan(nextDelay());
    },
    setHold(next) {
      held = next;
      if (held) cancelTimer();
      else plan(nextDelay());
    },
    saveNow,
    runAlone,
    setReadOnly(why) {
      cancelTimer();
      if (why !== null) say('readOnly', why);
      else say(revision === savedRevision ? 'saved' : 'unsaved', null);
    },
    stop: cancelTimer,
  };
}
