import type { EngineEvent } from '../../shared/ipc/events.ts';

/** A piece of long work that a person can watch and stop. */
export interface Task {
  readonly id: string;
  isCancelled(): boolean;
  /** Says how far it is, at most ten times a second. */
  progress(done: number, total: number): void;
}

export interface Tasks {
  /** Runs `work` as a task; the end is announced whatever happens. */
  run<T>(id: string, kind: string, work: (task: Task) => Promise<T>): Promise<T>;
  cancel(id: string): void;
  /** Called with the id when a task is cancelled, for work that another thread does. */
  onCancel(listener: (id: string) => void): void;
  isAnyRunning(): boolean;
}

const PROGRESS_EVERY_MS = 100;

export function createTasks(emit: (event: EngineEvent) => void, now: () => number): Tasks {
  const running = new Set<string>();
  const cancelled = new Set<string>();
  const listeners: ((id: string) => void)[] = [];
  return {
    async run(id, kind, work) {
      const startedAt = now();
      let lastSaidAt = 0;
      running.add(id);
      try {
        return await work({
          id,
          isCancelled: () => cancelled.has(id),
          progress(done, total) {
            const at = now();
            if (at - lastSaidAt < PROGRESS_EVERY_MS && done < total) return;
            lastSaidAt = at;
            const seconds = (at - startedAt) / 1000;
            const rate = seconds > 0 ? done / seconds : 0;
            emit({ type: 'task.progress', taskId: id, kind, done, total, rate });
          },
        });
      } finally {
        running.delete(id);
        cancelled.delete(id);
        emit({ type: 'task.ended', taskId: id });
      }
    },
    cancel(id) {
      if (!running.has(id)) return;
      cancelled.add(id);
      for (const listener of listeners) listener(id);
    },
    onCancel: (listener) => void listeners.push(listener),
    isAnyRunning: () => running.size > 0,
  };
}
