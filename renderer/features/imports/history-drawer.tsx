import { Drawer, Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '../../../shared/schemas/workspace-state.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { RememberedMappings } from './remembered-mappings.tsx';

export interface HistoryDrawerProps {
  readonly batches: readonly ImportBatch[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every import there ever was: what, when, by whom, how many rows, what became of it; and the mappings remembered. */
export function HistoryDrawer({ batches, isOpen, onClose }: HistoryDrawerProps) {
  const { t } = useTranslation(['data', 'common']);
  const format = useFormat();
  const columns = useMemo(() => buildHistoryColumns(t, format), [t, format]);
  const newestFirst = useMemo(() => [...batches].reverse(), [batches]);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={1080}
      title={t('history.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('history.text')}
        </Text>
        <DataTable
          label={t('history.title')}
          columns={columns}
          rows={newestFirst}
          rowId={({ number }) => String(number)}
          height={Math.min(420, 44 + 36 * Math.max(2, batches.length))}
        />
        <RememberedMappings />
      </Stack>
    </Drawer>
  );
}

/** What became of an import, in words. */
export function describeState(batch: ImportBatch, t: TFunction<['data', 'common']>, format: Format): string {
  if (batch.replacedBy !== null) return t('history.replacedBy', { number: batch.replacedBy });
  if (batch.undoneAt !== null)
    return t('history.undoneAt', { at: format.instant(Date.parse(batch.undoneAt)) });
  return batch.replaces === null ? t('history.live') : t('history.replaces', { number: batch.replaces });
}

function buildHistoryColumns(t: TFunction<['data', 'common']>, format: Format): DataColumn<ImportBatch>[] {
  const count = (id: 'rowsRead' | 'rowsKept' | 'rowsRejected' | 'rowsFixed'): DataColumn<ImportBatch> => ({
    id,
    header: t(`history.${id}`),
    width: 88,
    align: 'right',
    sortBy: (batch) => batch[id],
    cell: (batch) => format.number(batch[id], 0),
  });
  return [
    {
      id: 'number',
      header: t('history.number'),
      width: 56,
      align: 'right',
      cell: ({ number }) => number,
      sortBy: ({ number }) => number,
    },
    {
      id: 'file',
      header: t('history.file'),
      cell: ({ fileName }) => fileName,
      sortBy: ({ fileName }) => fileName,
    },
    { id: 'kind', header: t('history.kind'), width: 120, cell: ({ kind }) => t(`kind.${kind}`) },
    {
      id: 'when',
      header: t('history.when'),
      width: 136,
      cell: ({ importedAt }) => format.instant(Date.parse(importedAt)),
      sortBy: ({ importedAt }) => importedAt,
    },
    { id: 'who', header: t('history.who'), width: 96, cell: ({ importedBy }) => importedBy || '–' },
    count('rowsRead'),
    count('rowsKept'),
    count('rowsRejected'),
    count('rowsFixed'),
    { id: 'state', header: t('history.state'), width: 168, cell: (batch) => describeState(batch, t, format) },
  ];
}
