import { useCallback, useEffect, useState } from 'react';
import type { Channel, ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import type { AppError } from '../../shared/ipc/result.ts';
import { type RevisionKind, useAppStore } from './app-store.ts';
import { call } from './client.ts';

interface Shared {
  /** A newer answer is on its way; `value` is the one before. */
  readonly refreshing: boolean;
  readonly reload: () => void;
}

export type Query<T> = Shared &
  (
    | { readonly status: 'loading'; readonly value?: undefined; readonly error?: undefined }
    | { readonly status: 'failed'; readonly value?: T; readonly error: AppError }
    | { readonly status: 'ready'; readonly value: T; readonly error?: undefined }
  );

interface Held<T> {
  readonly value?: T;
  readonly error?: AppError;
  readonly key: string | null;
}

/**
 * Asks the engine and asks again when the payload, or what `refreshOn` names, changes.
 * A null payload asks nothing and stays loading. The old value is kept until the new one is there.
 */
export function useQuery<C extends Channel>(
  channel: C,
  payload: ChannelInput<C> | null,
  options: { readonly refreshOn?: readonly RevisionKind[] } = {},
): Query<ChannelOutput<C>> {
  const watched = (options.refreshOn ?? []).join();
  const revision = useAppStore((state) =>
    watched === ''
      ? ''
      : watched
          .split(',')
          .map((kind) => state.revisions[kind as RevisionKind])
          .join(),
  );
  const [reloads, setReloads] = useState(0);
  const [held, setHeld] = useState<Held<ChannelOutput<C>>>({ key: null });
  const text = payload === null ? null : JSON.stringify(payload);
  const key = text === null ? null : `${channel} ${text} ${revision} ${reloads}`;

  useEffect(() => {
    if (key === null || text === null) return;
    let isCurrent = true;
    void call(channel, JSON.parse(text) as ChannelInput<C>).then((result) => {
      if (!isCurrent) return;
      setHeld((before) =>
        result.ok ? { key, value: result.value } : withoutUndefined(key, result.error, before.value),
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [channel, key, text]);

  const reload = useCallback(() => setReloads((count) => count + 1), []);
  const shared = { refreshing: key !== held.key && key !== null, reload };
  if (held.error !== undefined) return { ...shared, ...held, status: 'failed', error: held.error };
  if (held.value !== undefined) return { ...shared, status: 'ready', value: held.value };
  return { ...shared, status: 'loading' };
}

function withoutUndefined<T>(key: string, error: AppError, value: T | undefined): Held<T> {
  return value === undefined ? { key, error } : { key, error, value };
}
