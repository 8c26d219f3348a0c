import './wizard.css';
import { useState } from 'react';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { ImportFile } from './import-file.tsx';
import { type QueuedFile, useImportQueue } from './import-queue.ts';
import { ImportSummary } from './import-summary.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { QueueList } from './queue-list.tsx';
import { QueueSummary } from './queue-summary.tsx';

/** The way in: the queue at the side, the open file through its three stops or with what came of it. */
export function Wizard() {
  const { files, openToken, isOverview, remove, clear } = useImportQueue();
  const [isAsking, setAsking] = useState(false);
  const readOnly = useAppStore((state) => state.workspace?.readOnly ?? false);
  const entry = files.find(({ file }) => file.token === openToken) ?? files[0];
  if (entry === undefined) return null;
  const removeFile = (removed: QueuedFile) => {
    forget(removed);
    remove(removed.file.token);
  };
  const drop = () => {
    files.forEach(forget);
    clear();
  };
  const leave = () => (losesDecisions(files) ? setAsking(true) : drop());
  return (
    <div className="wizard">
      {isAsking && <LeaveQuestion onClose={() => setAsking(false)} onLeave={drop} />}
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

/** Several files still to be imported, or one of which something has been decided. */
function losesDecisions(files: readonly QueuedFile[]): boolean {
  const waiting = files.filter(({ result }) => result === null);
  return waiting.length > 1 || waiting.some(({ draft, kind }) => draft !== null || kind !== null);
}

/** The engine drops an imported file itself. */
function forget({ file, result }: QueuedFile): void {
  if (result === null || result.batch === null) void call('files.forget', { token: file.token });
}
