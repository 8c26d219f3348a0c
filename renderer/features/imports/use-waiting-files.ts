import { useEffect } from 'react';
import { useAppStore } from '../../client/app-store.ts';
import { useImportQueue } from './import-queue.ts';

/** Takes over the files that were dropped on Home. */
export function useWaitingFiles(): void {
  const waiting = useAppStore((state) => state.waitingFiles);
  const workspaceId = useAppStore((state) => state.workspace?.id ?? '');
  const put = useImportQueue((queue) => queue.add);
  useEffect(() => {
    if (waiting.length === 0 || workspaceId === '') return;
    useAppStore.setState({ waitingFiles: [] });
    put(workspaceId, waiting);
  }, [put, waiting, workspaceId]);
}
