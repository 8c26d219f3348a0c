import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SurvivalFigures } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { BandBadge } from '../../../ui/band-badge.tsx';
import { Explained } from '../../../ui/explained.tsx';
import { ColumnHead } from '../column-head.tsx';
import { DrillNumber } from '../drill-number.tsx';
import { useRun } from '../run-context.ts';
import { bandName } from './build-calibration.ts';

/** How many accounts of each band were still watched after so many days. */
export function AtRiskTable({ survival }: { readonly survival: SurvivalFigures }) {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const { bands } = useRun().output.scorecard;
  const title = t('lab.survival.atRiskTitle');
  const number = (bandId: string, count: number, which: 'all' | 'events' | 'atRisk', time: number) => (
    <DrillNumber
      count={count}
      value={format.number(count, 0)}
      what={t(`lab.survival.drill.${which}`, { band: bandName(bands, bandId), time })}
      cell={{ type: 'landmark', asOf: survival.asOf ?? 0, bandId, which, time }}
      window="all"
    />
  );
  return (
    <div>
      <Text size="xs" c="dimmed">
        <Explained term="atRisk">{title}</Explained>
      </Text>
      <Table.ScrollContainer minWidth={360}>
        <Table fz={12} w="auto" verticalSpacing={2} horizontalSpacing={4} aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <ColumnHead>{t('lab.survival.band')}</ColumnHead>
              <ColumnHead right term="accounts">
                {t('common:label.n')}
              </ColumnHead>
              <ColumnHead right term="churners">
                {t('lab.survival.churned')}
              </ColumnHead>
              {survival.times.map((time) => (
                <ColumnHead key={time} right term="atRisk">
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
                <Table.Td className="num">{number(bandId, accounts, 'all', 0)}</Table.Td>
                <Table.Td className="num">{number(bandId, events, 'events', 73050)}</Table.Td>
                {survival.times.map((time, tick) => (
                  <Table.Td key={time} className="num">
                    {number(bandId, atRisk[tick] ?? 0, 'atRisk', time)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {survival.unscored > 0 && (
        <Text size="xs" c="dimmed">
          {t('lab.survival.unscored', { accounts: format.count(survival.unscored, 'account') })}
        </Text>
      )}
    </div>
  );
}
