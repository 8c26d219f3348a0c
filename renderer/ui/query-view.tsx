import type { ReactNode } from 'react';
import type { Query } from '../client/use-query.ts';
import { FailedState } from './failed-state.tsx';
import { LoadingState } from './loading-state.tsx';

export interface QueryViewProps<T> {
  readonly query: Query<T>;
  readonly loadingText?: string;
  /** Shown instead of `children` when it answers a node for the value. */
  readonly empty?: (value: T) => ReactNode | false;
  readonly children: (value: T) => ReactNode;
}

/** The four states of a data screen: loading, failed (with retry), empty, ready. */
export function QueryView<T>({ query, loadingText, empty, children }: QueryViewProps<T>) {
  switch (query.status) {
    case 'loading':
      return <LoadingState {...(loadingText === undefined ? {} : { text: loadingText })} />;
    case 'failed':
      return <FailedState error={query.error} onRetry={query.reload} />;
    case 'ready':
      return <>{empty?.(query.value) || children(query.value)}</>;
  }
}
