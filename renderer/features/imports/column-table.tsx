import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ColumnRow } from './column-row.tsx';
import type { FilePlan } from './use-queued-file.ts';

/** One row per CSV column. */
export function ColumnTable({ filePlan }: { readonly filePlan: FilePlan }) {
  const { t } = useTranslation('data');
  return (
    <Table fz="xs" verticalSpacing={6} aria-label={t('columnsStop.title')} className="column-table">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="26%">{t('columnsStop.header')}</Table.Th>
          <Table.Th w="30%">{t('columnsStop.role')}</Table.Th>
          <Table.Th>{t('columnsStop.becomes')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {filePlan.plan.columns.map((column) => (
          <ColumnRow key={column.index} column={column} filePlan={filePlan} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
