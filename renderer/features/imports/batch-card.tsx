import { Badge, Button, Card, Group, Text } from '@mantine/core';
import { Redo2, TriangleAlert, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '../../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { ReplaceButton } from './replace-button.tsx';
import { RowCounts } from './row-counts.tsx';

export interface BatchCardProps {
  readonly batch: ImportBatch;
  readonly onShowRejected: () => void;
}

/** One imported file: what it gave, when, and its way back. */
export function BatchCard({ batch, onShowRejected }: BatchCardProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  return (
    <Card withBorder padding="sm" data-testid="batch" data-undone={batch.undone} className="batch-card">
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <Text size="sm" fw={600} className="batch-name">
          {batch.fileName}
        </Text>
        <Group gap={4} wrap="nowrap">
          {batch.undone && (
            <Badge color="gray" variant="outline" className="quiet-badge">
              {batch.replacedBy === null
                ? t('batches.undone')
                : t('history.replacedBy', { number: batch.replacedBy })}
            </Badge>
          )}
          <Badge color="gray" variant="default" className="quiet-badge">
            {t(`kind.${batch.kind}`)}
          </Badge>
        </Group>
      </Group>
      <RowCounts counts={batch} isSmall />
      <Text size="xs" c="dimmed" mt={4}>
        {batch.firstDay !== null && (
          <>
            {t('batches.dates', { first: format.day(batch.firstDay), last: format.day(batch.lastDay) })}
            {' · '}
          </>
        )}
        {t('batches.importedAt', { at: format.instant(Date.parse(batch.importedAt)) })}
        {batch.rowsFixed > 0 && (
          <>
            {' · '}
            {t('batches.fixed', { rows: format.count(batch.rowsFixed, 'row') })}
          </>
        )}
      </Text>
      <Group gap="xs" mt="xs">
        {batch.replacedBy === null && <UndoButton batch={batch} />}
        {!batch.undone && batch.kind !== 'manual' && <ReplaceButton batch={batch} />}
        {batch.rowsRejected > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<TriangleAlert size={12} aria-hidden />}
            onClick={onShowRejected}
          >
            {t('batches.rejected', {
              count: batch.rowsRejected,
              value: format.number(batch.rowsRejected, 0),
            })}
          </Button>
        )}
      </Group>
    </Card>
  );
}

function UndoButton({ batch }: { readonly batch: ImportBatch }) {
  const { t, i18n } = useTranslation('data');
  const [isBusy, setBusy] = useState(false);
  const readOnly = useAppStore((state) => state.workspace?.readOnly ?? false);
  const undone = !batch.undone;
  const label = t(undone ? 'batches.undo' : 'batches.redo');
  const change = async () => {
    setBusy(true);
    const done = await call('imports.setUndone', { number: batch.number, undone });
    setBusy(false);
    if (!done.ok) return notifyFailure(i18n, done.error);
    notifyDone(t(undone ? 'batches.undoneNow' : 'batches.redoneNow', { name: batch.fileName }));
  };
  return (
    <Button
      size="compact-xs"
      variant="default"
      disabled={isBusy || readOnly}
      aria-label={`${label}: ${batch.fileName}`}
      leftSection={undone ? <Undo2 size={12} aria-hidden /> : <Redo2 size={12} aria-hidden />}
      onClick={() => void change()}
    >
      {label}
    </Button>
  );
}
