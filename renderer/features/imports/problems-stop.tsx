import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { useTask } from '../../client/use-task.ts';
import { useTaskQuery } from '../../client/use-task-query.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { CheckFailed } from './check-failed.tsx';
import { CheckResult } from './check-result.tsx';
import { ImportProgress } from './import-progress.tsx';
import { type QueuedFile, useImportQueue } from './import-queue.ts';
import { StopFrame } from './stop-frame.tsx';
import type { FilePlan } from './use-queued-file.ts';

export interface ProblemsStopProps {
  readonly entry: QueuedFile;
  readonly filePlan: FilePlan;
  readonly isReadOnly: boolean;
  readonly onBack: () => void;
}

/** Every row read once: what would be kept and what not, then the import itself. */
export function ProblemsStop({ entry, filePlan, isReadOnly, onBack }: ProblemsStopProps) {
  const { t, i18n } = useTranslation(['data', 'common']);
  const { plan } = filePlan;
  const { token, name } = entry.file;
  const change = useImportQueue((queue) => queue.change);
  const revision = useAppStore((state) => state.revisions.data);
  // Whether problem rows stop the import changes nothing in what is found.
  const asked = { token, plan: { ...plan, problemRows: 'skip' as const } };
  const importing = useTask('imports.commit', t('problemsStop.importing', { name }));
  const check = useTaskQuery('imports.check', importing.isRunning ? null : asked, {
    label: t('problemsStop.checking', { name }),
    revision: String(revision),
  });
  const start = async () => {
    change(token, { doubt: null });
    const done = await importing.run({ token, plan });
    if (done.ok) return change(token, { result: done.value });
    if (done.error.code !== 'cancelled') return notifyFailure(i18n, done.error);
    change(token, { doubt: 'stopped' });
    notifyDone(t('problemsStop.cancelled'));
  };
  const checkedKey = useLastKey(
    check.status === 'ready' && !check.refreshing ? `${JSON.stringify(asked)} ${revision}` : null,
  );
  const found = check.status === 'ready' ? check.value : null;
  const isStopped = plan.problemRows === 'stop' && found !== null && found.rowsRejected > found.rowsSkipped;
  const canImport = found !== null && !check.refreshing && !isStopped && found.rowsKept > 0 && !isReadOnly;
  return (
    <StopFrame
      title={t('problemsStop.title')}
      footer={
        importing.isRunning ? (
          <ImportProgress task={importing.progress} onStop={importing.cancel} />
        ) : (
          <>
            {isStopped && <span className="stop-note">{t('problemsStop.stopped')}</span>}
            {isReadOnly && <span className="stop-note">{t('problemsStop.readOnly')}</span>}
            <Button variant="default" onClick={onBack}>
              {t('common:action.back')}
            </Button>
            <Button disabled={!canImport} onClick={() => void start()}>
              {t('problemsStop.import')}
            </Button>
          </>
        )
      }
    >
      {check.status === 'loading' && <LoadingState text={t('problemsStop.checking', { name })} />}
      {check.status === 'failed' && (
        <CheckFailed error={check.error} onRetry={check.reload} onBack={onBack} />
      )}
      {check.status === 'ready' && (
        <CheckResult token={token} check={check.value} checkedKey={checkedKey} filePlan={filePlan} />
      )}
    </StopFrame>
  );
}

/** The last key that was not null. */
function useLastKey(key: string | null): string {
  const last = useRef('');
  if (key !== null) last.current = key;
  return last.current;
}
