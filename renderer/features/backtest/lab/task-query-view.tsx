import type { ReactNode } from 'react';
import { useAppStore } from '../../../client/app-store.ts';
import type { Query } from '../../../client/use-query.ts';
import { cancelTask } from '../../../client/use-task.ts';
import { ProgressCard } from '../../../ui/progress-card.tsx';
import { QueryView } from '../../../ui/query-view.tsx';

export interface TaskQueryViewProps<T> {
  readonly query: Query<T>;
  /** What the running task is called. */
  readonly label: string;
  readonly children: (value: T) => ReactNode;
}

/** `QueryView` for a long job: its progress with a way to stop while there is nothing to show yet. */
export function TaskQueryView<T>({ query, label, children }: TaskQueryViewProps<T>) {
  const task = useAppStore((state) => state.tasks.find((other) => other.label === label) ?? null);
  if (task !== null && (query.status === 'loading' || query.refreshing)) {
    return <ProgressCard task={task} onStop={() => void cancelTask(task.taskId)} />;
  }
  return (
    <QueryView query={query} loadingText={label}>
      {children}
    </QueryView>
  );
}
