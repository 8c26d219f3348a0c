import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { DrillNumber } from '../drill-number.tsx';
import type { MoveMatrix } from './build-moves.ts';

export interface MoveTableProps {
  readonly matrix: MoveMatrix;
  readonly stateOf: (state: number) => string;
  /** First date of the step; null = all steps together. */
  readonly fromDay: number | null;
}

/** The moves as numbers: from rows to columns. */
export function MoveTable({ matrix, stateOf, fromDay }: MoveTableProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const number = (count: number, from: number, to: number | null) => (
    <DrillNumber
      count={count}
      value={format.number(count, 0)}
      what={t('lab.months.moved', {
        from: stateOf(from),
        to: to === null ? t('lab.months.anywhere') : stateOf(to),
      })}
      cell={{ type: 'move', fromDay, from, to }}
      window="all"
    />
  );
  return (
    <Table.ScrollContainer minWidth={360}>
      <Table fz={12} w="auto" aria-label={t('lab.months.movesLabel')} data-testid="moves-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lab.months.from')}</Table.Th>
            {matrix.to.map((to) => (
              <Table.Th key={to} ta="right">
                {stateOf(to)}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('lab.months.total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {matrix.from.map((from) => (
            <Table.Tr key={from}>
              <Table.Th fw={500}>{stateOf(from)}</Table.Th>
              {matrix.to.map((to) => (
                <Table.Td key={to} className="num">
                  {number(matrix.countOf(from, to), from, to)}
                </Table.Td>
              ))}
              <Table.Td className="num">
                {number(sum(matrix.to.map((to) => matrix.countOf(from, to))), from, null)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
