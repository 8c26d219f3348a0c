import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../ui/failed-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { ColumnsStop } from './columns-stop.tsx';
import { FileStop } from './file-stop.tsx';
import type { QueuedFile } from './import-queue.ts';
import { PlanOrigin } from './plan-origin.tsx';
import { PreviewTable } from './preview-table.tsx';
import { ProblemsStop } from './problems-stop.tsx';
import { StopList } from './stop-list.tsx';
import { useQueuedFile } from './use-queued-file.ts';

export interface ImportFileProps {
  readonly entry: QueuedFile;
  readonly isReadOnly: boolean;
  readonly onRemove: () => void;
}

/** One file on its way in: three stops above, its first rows always below. */
export function ImportFile({ entry, isReadOnly, onRemove }: ImportFileProps) {
  const { t } = useTranslation('data');
  const state = useQueuedFile(entry);
  const { preview, filePlan, goTo } = state;
  if (preview.status === 'failed') {
    return (
      <div>
        <FailedState error={preview.error} onRetry={preview.reload} />
        <Group mt="sm">
          <Button variant="default" onClick={onRemove}>
            {t('queue.remove', { name: entry.file.name })}
          </Button>
        </Group>
      </div>
    );
  }
  if (filePlan === null) return <LoadingState text={t('wizard.reading')} />;
  const isReady = filePlan.problems.length === 0 && !preview.refreshing;
  const stop = entry.stop === 'problems' && filePlan.problems.length > 0 ? 'columns' : entry.stop;
  return (
    <div className="import-file" data-stop={stop}>
      <div>
        <StopList current={stop} canCheck={isReady} onGo={goTo} name={entry.file.name} />
        {stop !== 'problems' && <PlanOrigin preview={filePlan.preview} onForgotten={state.startAnew} />}
      </div>
      {stop === 'file' && <FileStop entry={entry} state={state} filePlan={filePlan} />}
      {stop === 'columns' && (
        <ColumnsStop
          filePlan={filePlan}
          canGoOn={isReady}
          onBack={() => goTo('file')}
          onNext={() => goTo('problems')}
        />
      )}
      {stop === 'problems' && (
        <ProblemsStop
          entry={entry}
          filePlan={filePlan}
          isReadOnly={isReadOnly}
          onBack={() => goTo('columns')}
        />
      )}
      <PreviewTable filePlan={filePlan} isRefreshing={preview.refreshing} />
    </div>
  );
}
