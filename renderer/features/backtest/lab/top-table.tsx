import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TopShareRow } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { ColumnHead } from '../column-head.tsx';
import { LabPart } from './lab-part.tsx';

/** What calling the lowest 5, 10, 20 % finds, ties by expectation. */
export function TopTable({ rows }: { readonly rows: readonly TopShareRow[] }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  return (
    <LabPart title={t('lab.curves.topTitle')}>
      <Table fz={13} maw={720} aria-label={t('lab.curves.topLabel')} data-testid="top-table">
        <Table.Thead>
          <Table.Tr>
            <ColumnHead>{t('lab.curves.percent')}</ColumnHead>
            <ColumnHead right>{t('lab.curves.called')}</ColumnHead>
            <ColumnHead right help={t('lab.curves.foundHelp')}>
              {t('lab.curves.found')}
            </ColumnHead>
            <ColumnHead right>{t('lab.curves.hit')}</ColumnHead>
            <ColumnHead right>{t('lab.curves.catch')}</ColumnHead>
            <ColumnHead right>{t('lab.curves.lift')}</ColumnHead>
            <ColumnHead right>{t('lab.curves.tied')}</ColumnHead>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.percent}>
              <Table.Td>{format.percent(row.percent / 100, 0)}</Table.Td>
              <Table.Td className="num">{format.number(row.called, 0)}</Table.Td>
              <Table.Td className="num">{format.number(row.found, 1)}</Table.Td>
              <Table.Td className="num">{format.percent(row.hitRate)}</Table.Td>
              <Table.Td className="num">{format.percent(row.catchRate)}</Table.Td>
              <Table.Td className="num">{format.number(row.lift, 2)}</Table.Td>
              <Table.Td className="num">{format.number(row.tied, 0)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </LabPart>
  );
}
