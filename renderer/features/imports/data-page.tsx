import './imports.css';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { useQuery } from '../../client/use-query.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AddFilesButton } from './add-files-button.tsx';
import { DataOverview } from './data-overview.tsx';
import { DropAnywhere } from './drop-anywhere.tsx';
import { ExportDataButton } from './export-data-button.tsx';
import { FirstFiles } from './first-files.tsx';
import { useImportQueue } from './import-queue.ts';
import { LargeFilePrompt } from './large-file-prompt.tsx';
import { useAddFiles } from './use-add-files.ts';
import { usePaste } from './use-paste.ts';
import { useWaitingFiles } from './use-waiting-files.ts';
import { Wizard } from './wizard.tsx';

/** Files in and their audit; while files wait to be imported, the way in takes the page. */
export function DataPage() {
  const { t } = useTranslation(['data', 'common']);
  const workspaceId = useAppStore((state) => state.workspace?.id ?? '');
  const isImporting = useImportQueue((queue) => queue.workspaceId === workspaceId && queue.files.length > 0);
  const batches = useQuery('imports.batches', {}, { refreshOn: ['data'] });
  const files = useAddFiles();
  usePaste(files);
  useWaitingFiles();
  const isFirst = batches.status === 'ready' && batches.value.items.length === 0;
  return (
    <Page
      title={t('title')}
      why={t(isImporting ? 'wizard.why' : 'why')}
      actions={!isImporting && !isFirst && <ExportDataButton />}
      primary={<AddFilesButton files={files} isPrimary={!isImporting} />}
    >
      <DropAnywhere files={files} />
      <LargeFilePrompt />
      {isImporting ? (
        <Wizard />
      ) : (
        <QueryView query={batches} empty={() => isFirst && <FirstFiles />}>
          {(value) => <DataOverview batches={value.items} />}
        </QueryView>
      )}
    </Page>
  );
}
