import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../ui/loading-state.tsx';
import { ColumnsStop } from './columns-stop.tsx';
import { FileStop } from './file-stop.tsx';
import { type QueuedFile, type Stop, useImportQueue } from './import-queue.ts';
import { PlanOrigin } from './plan-origin.tsx';
import { PreviewTable } from './preview-table.tsx';
import { ProblemsStop } from './problems-stop.tsx';
import { StopList } from './stop-list.tsx';
import { UnreadableFile } from './unreadable-file.tsx';
import { type FilePlan, useQueuedFile } from './use-queued-file.ts';

export interface ImportFileProps {
  readonly entry: QueuedFile;
  readonly isReadOnly: boolean;
  readonly onRemove: () => void;
}

/** One file on its way in: three stops above, its first rows always below. */
export function ImportFile({ entry, isReadOnly, onRemove }: ImportFileProps) {
  const { t } = useTranslation('data');
  const state = useQueuedFile(entry);
  const isBusy = useImportQueue(({ files }) => files.some(({ isRunning }) => isRunning));
  const { preview, filePlan, goTo } = state;
  if (preview.status === 'failed') {
    return (
      <UnreadableFile
        name={entry.file.name}
        error={preview.error}
        onRetry={preview.reload}
        onRemove={onRemove}
      />
    );
  }
  if (filePlan === null) return <LoadingState text={t('wizard.reading')} />;
  const isReady = filePlan.problems.length === 0 && !preview.refreshing;
  const stop = possibleStop(entry.stop, filePlan);
  return (
    <fieldset className="import-file" data-stop={stop} disabled={isBusy}>
      <div>
        {isBusy && (
          <Text size="sm" role="status">
            {t('importAll.busy')}
          </Text>
        )}
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
    </fieldset>
  );
}

/** Without rows only how the file is read can help; without a whole plan nothing can be checked. */
function possibleStop(stop: Stop, { preview, problems }: FilePlan): Stop {
  if (preview.rows.length === 0) return 'file';
  return stop === 'problems' && problems.length > 0 ? 'columns' : stop;
}
