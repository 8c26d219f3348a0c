import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/section.tsx';
import type { AccountPage } from './name-records.ts';

type Row = AccountPage['records'][number] & { readonly key: string };

const rowHeight = 36;

/** Tickets, surveys and the like up to the as-of date, newest first; notes and contacts stand among the entries. */
export function AccountRecords({ records }: { readonly records: AccountPage['records'] }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const rows = useMemo<Row[]>(
    () =>
      records
        .filter(({ kind }) => kind !== 'hearingNote' && kind !== 'intervention')
        .map((record, position) => ({ ...record, key: String(position) })),
    [records],
  );
  const columns = useMemo<DataColumn<Row>[]>(
    () => [
      {
        ...{ id: 'day', header: t('facts.day'), width: 110 },
        cell: (row) => format.day(row.day),
        sortBy: (row) => row.day,
      },
      {
        ...{ id: 'source', header: t('records.source'), width: 180 },
        cell: (row) => row.source,
        sortBy: (row) => row.source,
      },
      {
        ...{ id: 'text', header: t('records.text') },
        cell: (row) => <span title={row.text}>{row.text}</span>,
      },
      {
        ...{ id: 'closed', header: t('records.closed'), width: 110 },
        cell: (row) => format.day(row.closedDay),
        sortBy: (row) => row.closedDay,
      },
    ],
    [t, format],
  );
  return (
    <Section title={t('records.title')} help={t('records.help')}>
      {rows.length === 0 ? (
        <Text size="sm">{t('records.none')}</Text>
      ) : (
        <DataTable
          label={t('records.title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.key}
          rowHeight={rowHeight}
          height={Math.min(360, (rows.length + 1) * rowHeight + 8)}
        />
      )}
    </Section>
  );
}
