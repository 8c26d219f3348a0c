import { useCallback, useEffect, useState } from 'react';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import type { AppError } from '../../shared/ipc/result.ts';
import type { Query } from './use-query.ts';
import { type TaskChannel, useTask } from './use-task.ts';

interface Held<T> {
  readonly key: string | null;
  readonly value?: T;
  readonly error?: AppError;
}

/**
 * `useQuery` for a long job: shown among the running tasks, stopped when another payload or `revision` comes or the
 * component goes. The old value is kept until the new one is there. A null payload asks nothing.
 */
export function useTaskQuery<C extends TaskChannel>(
  channel: C,
  payload: Omit<ChannelInput<C>, 'taskId'> | null,
  { label, revision = '' }: { readonly label: string; readonly revision?: string },
): Query<ChannelOutput<C>> {
  const { run, supersede } = useTask(channel, label);
  const [reloads, setReloads] = useState(0);
  const [held, setHeld] = useState<Held<ChannelOutput<C>>>({ key: null });
  const text = payload === null ? null : JSON.stringify(payload);
  const key = text === null ? null : `${channel} ${text} ${revision} ${reloads}`;

  useEffect(() => {
    if (key === null || text === null) return;
    let isCurrent = true;
    void run(JSON.parse(text) as Omit<ChannelInput<C>, 'taskId'>).then((result) => {
      if (!isCurrent) return;
      setHeld((before) => {
        if (result.ok) return { key, value: result.value };
        return { key, error: result.error, ...(before.value === undefined ? {} : { value: before.value }) };
      });
    });
    return () => {
      isCurrent = false;
      supersede();
    };
  }, [run, supersede, key, text]);

  const reload = useCallback(() => setReloads((count) => count + 1), []);
  const shared = { refreshing: key !== held.key && key !== null, reload };
  if (held.error !== undefined) return { ...shared, ...held, status: 'failed', error: held.error };
  if (held.value !== undefined) return { ...shared, status: 'ready', value: held.value };
  return { ...shared, status: 'loading' };
}
