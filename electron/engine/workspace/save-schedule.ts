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
const delayPerSaveTime = 4;
const retryMs = 15_000;
/** These pass by themselves: room is made, a drive comes back. */
const passing: readonly ErrorCode[] = ['diskFull', 'diskReadOnly', 'diskFailed', 'folderMissing'];

interface Schedule {
  readonly input: ScheduleInput;
  state: SaveState;
  error: AppError | null;
  savedAt: number | null;
  revision: number;
  savedRevision: number;
  lastSaveMs: number;
  held: boolean;
  timer: NodeJS.Timeout | null;
  /** Orders what writes; never rejects. */
  queue: Promise<unknown>;
}

export function createSaveSchedule(input: ScheduleInput): SaveSchedule {
  const schedule: Schedule = {
    input,
    state: input.readOnly === null ? 'saved' : 'readOnly',
    error: input.readOnly,
    savedAt: input.savedAt,
    revision: 0,
    savedRevision: 0,
    lastSaveMs: 0,
    held: false,
    timer: null,
    queue: Promise.resolve(),
  };
  return {
    status: () => statusOf(schedule),
    markDirty() {
      schedule.revision += 1;
      if (schedule.state === 'saved') say(schedule, 'unsaved', null);
      plan(schedule, nextDelayMs(schedule));
    },
    setHold(held) {
      schedule.held = held;
      if (held) cancelTimer(schedule);
      else plan(schedule, nextDelayMs(schedule));
    },
    saveNow: () => saveNow(schedule),
    runAlone: (work) => takeTurn(schedule, () => attempt(schedule, work)),
    setReadOnly(why) {
      cancelTimer(schedule);
      if (why === null) say(schedule, restingState(schedule), null);
      else say(schedule, 'readOnly', why);
    },
    stop: () => cancelTimer(schedule),
  };
}

function saveNow(schedule: Schedule): Promise<Result<null>> {
  const wanted = schedule.revision;
  return takeTurn(schedule, async () => {
    if (schedule.savedRevision >= wanted) return succeed(null);
    return schedule.state === 'readOnly' ? fail('readOnly') : attempt(schedule, schedule.input.write);
  });
}

function takeTurn(schedule: Schedule, work: () => Promise<Result<null>>): Promise<Result<null>> {
  const turn = schedule.queue.then(work);
  schedule.queue = turn;
  return turn;
}

async function attempt(schedule: Schedule, work: () => Promise<Result<unknown>>): Promise<Result<null>> {
  const started = performance.now();
  const written = schedule.revision;
  const before = { state: schedule.state, error: schedule.error };
  cancelTimer(schedule);
  say(schedule, 'saving', null);
  const outcome = await settle(work);
  schedule.lastSaveMs = performance.now() - started;
  if (!outcome.ok) {
    if (before.state === 'readOnly') say(schedule, 'readOnly', before.error);
    else if (schedule.state === 'saving') say(schedule, 'failed', outcome.error);
    if (passing.includes(outcome.error.code)) plan(schedule, Math.max(retryMs, nextDelayMs(schedule)));
    return outcome;
  }
  schedule.savedRevision = written;
  schedule.savedAt = schedule.input.now();
  // The lock may have been lost meanwhile: then read-only stays said.
  if (schedule.state === 'saving') say(schedule, restingState(schedule), null);
  plan(schedule, nextDelayMs(schedule));
  return succeed(null);
}

function plan(schedule: Schedule, delayMs: number): void {
  if (schedule.timer !== null || schedule.held || schedule.state === 'readOnly') return;
  if (schedule.revision === schedule.savedRevision) return;
  // Somebody else's file is not overwritten until the person says so.
  if (schedule.error?.code === 'workspaceChangedOutside') return;
  schedule.timer = setTimeout(() => {
    schedule.timer = null;
    void saveNow(schedule);
  }, delayMs);
}

function nextDelayMs(schedule: Schedule): number {
  return Math.max(shortestDelayMs, delayPerSaveTime * schedule.lastSaveMs);
}

function cancelTimer(schedule: Schedule): void {
  if (schedule.timer !== null) clearTimeout(schedule.timer);
  schedule.timer = null;
}

function restingState(schedule: Schedule): SaveState {
  return schedule.revision === schedule.savedRevision ? 'saved' : 'unsaved';
}

function say(schedule: Schedule, state: SaveState, error: AppError | null): void {
  schedule.state = state;
  schedule.error = error;
  schedule.input.onStatus(statusOf(schedule));
}

function statusOf({ state, savedAt, error, revision, savedRevision }: Schedule): SaveStatus {
  return { state, savedAt, error, revision, savedRevision };
}

/** A save that breaks (no memory for the image) is a failed save: the data is still there and the next may work. */
async function settle(work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  try {
    return await work();
  } catch {
    return fail('internal');
  }
}
