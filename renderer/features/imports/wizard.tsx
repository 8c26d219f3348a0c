import './wizard.css';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { ImportFile } from './import-file.tsx';
import { type QueuedFile, useImportQueue } from './import-queue.ts';
import { ImportSummary } from './import-summary.tsx';
import { QueueList } from './queue-list.tsx';
import { QueueSummary } from './queue-summary.tsx';

/** The way in: the queue at the side, the open file through its three stops or with what came of it. */
export function Wizard() {
  const { files, openToken, isOverview, remove, clear } = useImportQueue();
  const readOnly = useAppStore((state) => state.workspace?.readOnly ?? false);
  const entry = files.find(({ file }) => file.token === openToken) ?? files[0];
  if (entry === undefined) return null;
  const removeFile = (removed: QueuedFile) => {
    forget(removed);
    remove(removed.file.token);
  };
  const leave = () => {
    files.forEach(forget);
    clear();
  };
  return (
    <div className="wizard">
      <QueueList open={isOverview ? null : entry} onRemove={removeFile} onLeave={leave} />
      {isOverview ? (
        <QueueSummary onLeave={leave} />
      ) : entry.result === null ? (
        <ImportFile
          key={entry.file.token}
          entry={entry}
          isReadOnly={readOnly}
          onRemove={() => removeFile(entry)}
        />
      ) : (
        <ImportSummary key={entry.file.token} entry={entry} result={entry.result} onLeave={leave} />
      )}
    </div>
  );
}

/** The engine drops an imported file itself. */
function forget({ file, result }: QueuedFile): void {
  if (result === null || result.batch === null) void call('files.forget', { token: file.token });
}
