import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CurveFigures, TopShareRow } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useAlarmCurves } from '../charts/use-alarm-curves.ts';
import { ColumnHead } from '../column-head.tsx';
import { DrillNumber } from '../drill-number.tsx';
import { useAlarmScore } from '../run-context.ts';
import { LabPart } from './lab-part.tsx';
import { edgeScore } from './top-edge.ts';
import { WindowN } from './window-n.tsx';

/** What calling the lowest 5, 10, 20 % finds, ties by expectation; a number opens the rows up to the edge, all ties in. */
export function TopTable({ curves }: { readonly curves: CurveFigures }) {
  const { t } = useTranslation('backtest');
  const { points } = useAlarmCurves();
  return (
    <LabPart
      title={t('lab.curves.topTitle')}
      term="topShare"
      right={
        <span style={{ fontSize: 13 }}>
          <WindowN churners={curves.churners} rows={curves.rows} />
        </span>
      }
    >
      <Table fz={13} maw={820} aria-label={t('lab.curves.topLabel')} data-testid="top-table">
        <Table.Thead>
          <Table.Tr>
            <ColumnHead term="topShare">{t('lab.curves.percent')}</ColumnHead>
            <ColumnHead right term="threshold">
              {t('lab.curves.edge')}
            </ColumnHead>
            <ColumnHead right term="calledRows">
              {t('lab.curves.called')}
            </ColumnHead>
            <ColumnHead right term="foundRows">
              {t('lab.curves.found')}
            </ColumnHead>
            <ColumnHead right term="hitRate">
              {t('lab.curves.hit')}
            </ColumnHead>
            <ColumnHead right term="gains">
              {t('lab.curves.catch')}
            </ColumnHead>
            <ColumnHead right term="lift">
              {t('lab.curves.lift')}
            </ColumnHead>
            <ColumnHead right term="tied">
              {t('lab.curves.tied')}
            </ColumnHead>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {curves.top.map((row) => (
            <TopRow key={row.percent} row={row} edge={edgeScore(points, row)} />
          ))}
        </Table.Tbody>
      </Table>
    </LabPart>
  );
}

function TopRow({ row, edge }: { readonly row: TopShareRow; readonly edge: number }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const score = format.score(useAlarmScore()(edge) / 10);
  const what = t('lab.curves.calledUpTo', { score });
  const threshold = (edge + 1) / 10;
  return (
    <Table.Tr>
      <Table.Td>{format.percent(row.percent / 100, 0)}</Table.Td>
      <Table.Td className="num">{score}</Table.Td>
      <Table.Td className="num">
        <DrillNumber
          count={row.called}
          value={format.number(row.called, 0)}
          what={what}
          cell={{ type: 'confusion', threshold, cell: 'alarm' }}
        />
      </Table.Td>
      <Table.Td className="num">
        <DrillNumber
          count={row.found}
          value={format.expected(row.found)}
          what={`${what} ${t('bands.churned')}`}
          cell={{ type: 'confusion', threshold, cell: 'caught' }}
        />
      </Table.Td>
      <Table.Td className="num">{format.percent(row.hitRate)}</Table.Td>
      <Table.Td className="num">{format.percent(row.catchRate)}</Table.Td>
      <Table.Td className="num">{format.number(row.lift, 2)}</Table.Td>
      <Table.Td className="num">{format.number(row.tied, 0)}</Table.Td>
    </Table.Tr>
  );
}
