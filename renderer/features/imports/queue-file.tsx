import { ActionIcon, Progress, Text } from '@mantine/core';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { buildProgress } from './build-progress.ts';
import { findDoubt } from './find-doubts.ts';
import { type QueuedFile, useImportQueue } from './import-queue.ts';
import { firstDraft, waitingTokens } from './use-queued-file.ts';

export interface QueueFileProps {
  readonly entry: QueuedFile;
  readonly isOpen: boolean;
  readonly onRemove: () => void;
}

/** One file of the queue: its name, its kind, and where it stands or what is in doubt. */
export function QueueFile({ entry, isOpen, onRemove }: QueueFileProps) {
  const { t } = useTranslation('data');
  const show = useImportQueue((queue) => queue.open);
  const { token, name } = entry.file;
  return (
    <li data-open={isOpen} data-testid="queue-file">
      <button
        type="button"
        className="queue-file"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => show(token)}
      >
        <span className="queue-name">{name}</span>
        {entry.result === null ? <Waiting entry={entry} isOpen={isOpen} /> : <Done entry={entry} />}
      </button>
      {entry.result === null && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('queue.remove', { name })}
          onClick={onRemove}
        >
          <X size={14} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

function Waiting({ entry, isOpen }: Pick<QueueFileProps, 'entry' | 'isOpen'>) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { token, sizeBytes } = entry.file;
  const change = useImportQueue((queue) => queue.change);
  const metrics = useAppStore((state) => state.summary?.metrics);
  const preview = useQuery('imports.preview', {
    token,
    options: entry.options,
    ...(entry.kind === null ? {} : { kind: entry.kind }),
  });
  const guess = preview.value?.suggestion.kind ?? null;
  useEffect(() => {
    if (guess !== null && guess !== entry.guess) change(token, { guess });
  }, [change, token, guess, entry.guess]);
  const kind = preview.value === undefined ? null : (entry.draft?.plan.kind ?? preview.value.suggestion.kind);
  const found =
    preview.value === undefined
      ? null
      : findDoubt(preview.value, entry.draft ?? firstDraft(preview.value, entry), {
          storedMetrics: metrics ?? [],
          joinTokens: waitingTokens(),
        });
  const isClear = preview.status === 'loading' ? null : preview.status === 'ready' && found === null;
  useEffect(() => {
    if (isClear !== entry.isClear) change(token, { isClear });
  }, [change, token, isClear, entry.isClear]);
  if (entry.isRunning) return <Running taskId={entry.taskId} />;
  const doubt = found ?? entry.doubt;
  const facts = [kind === null ? null : t(`kind.${kind}`), format.size(sizeBytes)].filter(
    (fact) => fact !== null,
  );
  const state = isOpen ? t(`stop.${entry.stop}`) : t('queue.waiting');
  return (
    <>
      <Text size="xs" c="dimmed">
        {facts.join(' · ')}
      </Text>
      <Text size="xs" c={doubt === null ? 'dimmed' : 'var(--mantine-color-text)'}>
        {preview.status === 'failed'
          ? `△ ${t('doubt.failed')}`
          : doubt === null
            ? state
            : `△ ${t(`doubt.${doubt}`)}`}
      </Text>
    </>
  );
}

/** How far the file is: read through once to check it, then stored. */
function Running({ taskId }: { readonly taskId: string | null }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const task = useAppStore((state) => state.tasks.find((each) => each.taskId === taskId) ?? null);
  const { percent } = buildProgress(task);
  const words = t(task?.channel === 'imports.commit' ? 'queue.running' : 'queue.checking');
  return (
    <>
      <Text size="xs">{percent === null ? words : `${words} ${format.percent(percent / 100, 0)}`}</Text>
      <Progress size="xs" value={percent ?? 100} animated={percent === null} aria-label={words} />
    </>
  );
}

function Done({ entry: { result } }: Pick<QueueFileProps, 'entry'>) {
  const { t } = useTranslation('data');
  const format = useFormat();
  if (result === null) return null;
  return (
    <Text size="xs">
      {result.batch === null
        ? t('queue.unchanged')
        : t('queue.done', { rows: format.count(result.check.rowsKept, 'row') })}
    </Text>
  );
}
