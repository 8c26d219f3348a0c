import { Button, Drawer, Stack, Text } from '@mantine/core';
import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '../../../shared/schemas/workspace-state.ts';
import { call, saveExport } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { buildProblemColumns, problemRowHeight, problemRowId } from './build-problem-columns.tsx';

export interface RejectedDrawerProps {
  readonly batch: ImportBatch | null;
  readonly onClose: () => void;
}

/** The rows of a file that were not kept, with why, and as a CSV to mend them in. */
export function RejectedDrawer({ batch, onClose }: RejectedDrawerProps) {
  const { t } = useTranslation(['data', 'common']);
  return (
    <Drawer
      opened={batch !== null}
      onClose={onClose}
      position="right"
      size={880}
      title={batch === null ? '' : t('rejected.title', { name: batch.fileName })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {batch !== null && <RejectedRows batch={batch} />}
    </Drawer>
  );
}

function RejectedRows({ batch }: { readonly batch: ImportBatch }) {
  const { t, i18n } = useTranslation(['data', 'common']);
  const format = useFormat();
  const { number } = batch;
  const rows = usePagedRows(
    (offset, limit) => call('imports.rejectedRows', { number, offset, limit }),
    `rejected ${number}`,
  );
  const columns = useMemo(() => buildProblemColumns(t, format), [t, format]);
  const save = async () => {
    const exported = await call('imports.exportRejected', { number });
    const saved = exported.ok ? await saveExport(exported.value) : exported;
    if (!saved.ok) notifyFailure(i18n, saved.error);
    else if (saved.value.saved) notifyDone(t('rejected.saved'));
  };
  if (rows.error !== null) return <FailedState error={rows.error} />;
  return (
    <Stack gap="sm">
      <Text size="sm">{t('rejected.text')}</Text>
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<Download size={14} aria-hidden />}
        onClick={() => void save()}
      >
        {t('rejected.export')}
      </Button>
      <DataTable
        label={t('rejected.title', { name: batch.fileName })}
        columns={columns}
        rows={rows}
        rowId={problemRowId}
        rowHeight={problemRowHeight}
        height="calc(100vh - 220px)"
      />
    </Stack>
  );
}
