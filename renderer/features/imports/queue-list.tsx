import { ActionIcon, Button, Stack, Text, Title } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { type QueuedFile, useImportQueue } from './import-queue.ts';

export interface QueueListProps {
  readonly open: QueuedFile;
  readonly onRemove: (entry: QueuedFile) => void;
  readonly onLeave: () => void;
}

/** The files being imported, with where each stands. */
export function QueueList({ open, onRemove, onLeave }: QueueListProps) {
  const { t } = useTranslation('data');
  const files = useImportQueue((queue) => queue.files);
  const show = useImportQueue((queue) => queue.open);
  const waiting = files.filter(({ result }) => result === null).length;
  return (
    <Stack component="nav" gap="xs" aria-label={t('queue.title')} className="queue">
      <Title order={2} size="h6">
        {t('queue.title')}
      </Title>
      <ol className="queue-list">
        {files.map((entry) => (
          <li key={entry.file.token} data-open={entry === open}>
            <button
              type="button"
              className="queue-file"
              aria-current={entry === open ? 'true' : undefined}
              onClick={() => show(entry.file.token)}
            >
              <span className="queue-name">{entry.file.name}</span>
              <QueueState entry={entry} isOpen={entry === open} />
            </button>
            {entry.result === null && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('queue.remove', { name: entry.file.name })}
                onClick={() => onRemove(entry)}
              >
                <X size={14} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ol>
      {waiting > 0 && (
        <Button variant="default" size="xs" onClick={onLeave}>
          {t('queue.leave', { count: waiting, value: waiting })}
        </Button>
      )}
    </Stack>
  );
}

function QueueState({ entry, isOpen }: { readonly entry: QueuedFile; readonly isOpen: boolean }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { result, file } = entry;
  if (result === null) {
    return (
      <Text size="xs" c="dimmed">
        {format.size(file.sizeBytes)} · {isOpen ? t(`stop.${entry.stop}`) : t('queue.waiting')}
      </Text>
    );
  }
  return (
    <Text size="xs">
      {result.batch === null
        ? t('queue.unchanged')
        : t('queue.done', { rows: format.count(result.check.rowsKept, 'row') })}
    </Text>
  );
}
