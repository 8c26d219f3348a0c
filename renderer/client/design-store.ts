import { create } from 'zustand';
import type { ChannelInput } from '../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../shared/ipc/result.ts';
import { applyChanges, type DesignChange, type DesignDocument } from './apply-changes.ts';
import { call } from './client.ts';
import { type DoneStep, lostSteps } from './lost-steps.ts';

export type { DesignChange, DesignDocument };
export type DesignStep = Omit<ChannelInput<'design.commit'>, 'changes'>;
/** A step that was taken back or done again. */
export type DesignMove = NonNullable<DesignDocument['undo']>;

export interface DesignState {
  /** The live design: what the engine has, with the steps on their way already applied. Null = not read yet. */
  readonly design: DesignDocument | null;
  readonly load: () => Promise<Result<DesignDocument>>;
  readonly forget: () => void;
  /** One named step of the design history, shown at once; a refused step is taken back. */
  readonly commit: (step: DesignStep, changes: readonly DesignChange[]) => Promise<Result<DesignDocument>>;
  /** Takes back the last step and answers it; to be shown where it was made. */
  readonly undo: () => Promise<Result<DesignMove>>;
  readonly redo: () => Promise<Result<DesignMove>>;
  /** Steps shown in this window that a restarted engine doesn't have, oldest first. */
  readonly lost: readonly DoneStep[];
  /** After a restart of the engine: reads the design and finds what it lost. */
  readonly findLost: () => Promise<void>;
  /** Does the lost steps again, in order; stops at one that is refused. */
  readonly repeatLost: () => Promise<Result<null>>;
  readonly dropLost: () => void;
}

/** What the engine last said, and the steps it hasn't answered yet, oldest first. */
interface Confirmed {
  /** How many workspaces were shown before this one. */
  workspaceCount: number;
  design: DesignDocument | null;
  waiting: (readonly DesignChange[])[];
  /** The newest steps, done or ended by the engine's death, with the revision they made. */
  done: DoneStep[];
}

const stepsRemembered = 200;

export const useDesignStore = create<DesignState>()((set, get) => {
  const confirmed: Confirmed = { workspaceCount: 0, design: null, waiting: [], done: [] };
  const show = () => {
    const { design, waiting } = confirmed;
    set({ design: design === null ? null : waiting.reduce(applyChanges, design) });
  };
  // Answers come in the order of the calls, so the last one is the newest; those to a closed workspace are dropped.
  const confirm = (design: DesignDocument, workspaceCount: number) => {
    if (workspaceCount === confirmed.workspaceCount) confirmed.design = design;
    show();
  };
  const load = async () => {
    const { workspaceCount } = confirmed;
    const result = await call('design.get', {});
    if (result.ok) confirm(result.value, workspaceCount);
    return result;
  };
  const remember = (step: DoneStep) => {
    confirmed.done = [...confirmed.done, step].slice(-stepsRemembered);
  };
  const move = async (channel: 'design.undo' | 'design.redo', step: DesignMove | null | undefined) => {
    if (step === null || step === undefined) {
      return fail(channel === 'design.undo' ? 'nothingToUndo' : 'nothingToRedo');
    }
    const { workspaceCount } = confirmed;
    const result = await call(channel, {});
    if (!result.ok) return result;
    confirm(result.value, workspaceCount);
    remember({ kind: channel, step, revision: result.value.revision });
    return succeed(step);
  };

  return {
    design: null,
    load,
    forget() {
      confirmed.workspaceCount += 1;
      confirmed.design = null;
      confirmed.waiting = [];
      confirmed.done = [];
      set({ design: null, lost: [] });
    },
    async commit(step, changes) {
      const { workspaceCount } = confirmed;
      confirmed.waiting.push(changes);
      show();
      const result = await call('design.commit', { ...step, changes: [...changes] });
      confirmed.waiting = confirmed.waiting.filter((other) => other !== changes);
      if (result.ok) confirm(result.value, workspaceCount);
      else show();
      if (workspaceCount !== confirmed.workspaceCount) return result;
      const kind = 'design.commit';
      if (result.ok) remember({ kind, step, changes, revision: result.value.revision });
      else if (result.error.code === 'engineStopped') remember({ kind, step, changes, revision: null });
      return result;
    },
    undo: () => move('design.undo', get().design?.undo),
    redo: () => move('design.redo', get().design?.redo),
    lost: [],
    async findLost() {
      const { workspaceCount } = confirmed;
      const result = await load();
      if (!result.ok || workspaceCount !== confirmed.workspaceCount) return;
      const lost = lostSteps(confirmed.done, result.value.revision);
      confirmed.done = confirmed.done.filter((step) => !lost.includes(step));
      set((state) => ({ lost: [...state.lost, ...lost] }));
    },
    async repeatLost() {
      for (let next = get().lost[0]; next !== undefined; next = get().lost[0]) {
        const result =
          next.kind === 'design.commit'
            ? await get().commit(next.step, next.changes)
            : await move(next.kind, next.step);
        if (!result.ok) return result;
        set((state) => ({ lost: state.lost.slice(1) }));
      }
      return succeed(null);
    },
    dropLost: () => set({ lost: [] }),
  };
});
