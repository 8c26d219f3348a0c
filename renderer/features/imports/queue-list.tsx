import { Button, Stack, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inImportOrder } from './find-doubts.ts';
import { ImportAllPanel } from './import-all-panel.tsx';
import { type QueuedFile, useImportQueue } from './import-queue.ts';
import { QueueFile } from './queue-file.tsx';

export interface QueueListProps {
  /** Null while what came of all files is shown. */
  readonly open: QueuedFile | null;
  readonly onRemove: (entry: QueuedFile) => void;
  readonly onLeave: () => void;
}

/** The files being imported, accounts first, with where each stands. */
export function QueueList({ open, onRemove, onLeave }: QueueListProps) {
  const { t } = useTranslation('data');
  const files = useImportQueue((queue) => queue.files);
  const ordered = useMemo(() => inImportOrder(files), [files]);
  const waiting = files.filter(({ result }) => result === null).length;
  return (
    <Stack component="nav" gap="xs" aria-label={t('queue.title')} className="queue">
      <Title order={2} size="h6">
        {t('queue.title')}
      </Title>
      <ol className="queue-list">
        {ordered.map((entry) => (
          <QueueFile
            key={entry.file.token}
            entry={entry}
            isOpen={entry === open}
            onRemove={() => onRemove(entry)}
          />
        ))}
      </ol>
      <ImportAllPanel />
      {waiting > 0 && (
        <Button variant="default" size="xs" onClick={onLeave}>
          {t('queue.leave', { count: waiting, value: waiting })}
        </Button>
      )}
    </Stack>
  );
}
