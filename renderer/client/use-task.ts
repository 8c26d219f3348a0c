import { useCallback, useEffect, useRef, useState } from 'react';
import type { Channel, ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/ipc/result.ts';
import { type RunningTask, useAppStore } from './app-store.ts';
import { call } from './client.ts';

/** The channels of long jobs: they take a task id, report progress and can be stopped. */
export type TaskChannel = {
  [C in Channel]: ChannelInput<C> extends { taskId: string } ? C : never;
}[Channel];

export interface Task<C extends TaskChannel> {
  readonly isRunning: boolean;
  readonly progress: RunningTask | null;
  /** Runs the job; a run that is still going on from before is stopped first. */
  readonly run: (payload: Omit<ChannelInput<C>, 'taskId'>) => Promise<Result<ChannelOutput<C>>>;
  /** Asks the job to stop; it is shown until it has. */
  readonly cancel: () => void;
  /** Stops a job that nobody waits for any more: it goes from the list at once. */
  readonly supersede: () => void;
}

export interface TaskOptions {
  /** Stops the job when its screen is left. Without it the job goes on, shown in the list of running tasks. */
  readonly stopOnLeave?: boolean;
}

/** Runs one long job at a time; `label` is what the list of running tasks calls it. */
export function useTask<C extends TaskChannel>(
  channel: C,
  label: string,
  { stopOnLeave = false }: TaskOptions = {},
): Task<C> {
  const [taskId, setTaskId] = useState<string | null>(null);
  const current = useRef<string | null>(null);
  const progress = useAppStore((state) => state.tasks.find((task) => task.taskId === taskId) ?? null);

  const cancel = useCallback(() => {
    if (current.current !== null) void cancelTask(current.current);
  }, []);

  const supersede = useCallback(() => {
    if (current.current === null) return;
    void cancelTask(current.current);
    useAppStore.getState().dropTask(current.current);
  }, []);

  const run = useCallback(
    async (payload: Omit<ChannelInput<C>, 'taskId'>) => {
      supersede();
      const started = newTaskId();
      current.current = started;
      setTaskId(started);
      const result = await runTask(channel, payload, { taskId: started, label });
      if (current.current === started) {
        current.current = null;
        setTaskId(null);
      }
      return result;
    },
    [supersede, channel, label],
  );

  useEffect(() => (stopOnLeave ? supersede : undefined), [supersede, stopOnLeave]);
  return { isRunning: taskId !== null, progress, run, cancel, supersede };
}

/** A long job outside a component: shown among the running tasks until it ends. */
export async function runTask<C extends TaskChannel>(
  channel: C,
  payload: Omit<ChannelInput<C>, 'taskId'>,
  task: { readonly taskId: string; readonly label: string },
): Promise<Result<ChannelOutput<C>>> {
  const { putTask, dropTask } = useAppStore.getState();
  putTask({ ...task, channel, done: 0, total: 0, rate: 0 });
  // A task channel's input is its payload and the task id, which the type can't put together again.
  const input = { ...payload, taskId: task.taskId } as unknown as ChannelInput<C>;
  const result = await call(channel, input).finally(() => dropTask(task.taskId));
  return result;
}

export function cancelTask(taskId: string): Promise<Result<unknown>> {
  return call('tasks.cancel', { taskId });
}

export function newTaskId(): string {
  return crypto.randomUUID();
}
