import { Group, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { buildPreviewColumns, type PreviewRow } from './build-preview-columns.tsx';
import type { FilePlan } from './use-queued-file.ts';

export interface PreviewTableProps {
  readonly filePlan: FilePlan;
  readonly isRefreshing: boolean;
}

/** The file's first rows as they are read now; cells that can't be read are marked. */
export function PreviewTable({ filePlan, isRefreshing }: PreviewTableProps) {
  const { t } = useTranslation(['data', 'common']);
  const format = useFormat();
  const { preview, plan } = filePlan;
  const rows = useMemo(
    () => preview.rows.map((cells, index): PreviewRow => ({ id: String(index), cells })),
    [preview.rows],
  );
  const columns = useMemo(() => buildPreviewColumns(plan, t), [plan, t]);
  return (
    <section className="preview" aria-label={t('preview.title')} data-testid="preview">
      <Group gap="xs" mb={4}>
        <Title order={3} size="h6">
          {t('preview.title')}
        </Title>
        <Text size="xs" c="dimmed">
          {t('preview.rows', { count: rows.length, value: format.number(rows.length, 0) })}
          {isRefreshing && ` · ${t('common:state.refreshing')}`}
        </Text>
      </Group>
      <DataTable
        label={t('preview.title')}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        rowHeight={26}
        height="calc(100% - 24px)"
      />
    </section>
  );
}
