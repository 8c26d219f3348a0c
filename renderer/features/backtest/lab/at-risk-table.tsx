import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SurvivalFigures } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { BandBadge } from '../../../ui/band-badge.tsx';
import { ColumnHead } from '../column-head.tsx';
import { useRun } from '../run-context.ts';
import { LabPart } from './lab-part.tsx';

/** How many accounts of each band were still watched after so many days. */
export function AtRiskTable({ survival }: { readonly survival: SurvivalFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { bands } = useRun().output.scorecard;
  const title = t('lab.survival.atRiskTitle');
  return (
    <LabPart
      title={title}
      help={t('lab.survival.atRiskHelp')}
      why={t('lab.survival.days', { day: format.day(survival.asOf) })}
    >
      <Table.ScrollContainer minWidth={480}>
        <Table fz={13} w="auto" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <ColumnHead>{t('lab.survival.band')}</ColumnHead>
              <ColumnHead right>{t('lab.survival.n')}</ColumnHead>
              {survival.times.map((time) => (
                <ColumnHead key={time} right>
                  {format.number(time, 0)}
                </ColumnHead>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {survival.bands.map(({ bandId, accounts, events, atRisk }) => (
              <Table.Tr key={bandId}>
                <Table.Td>
                  <BandBadge band={bands.find((band) => band.id === bandId) ?? null} />
                </Table.Td>
                <Table.Td className="num">
                  {format.number(accounts, 0)} ({format.number(events, 0)})
                </Table.Td>
                {survival.times.map((time, tick) => (
                  <Table.Td key={time} className="num">
                    {format.number(atRisk[tick] ?? null, 0)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </LabPart>
  );
}
