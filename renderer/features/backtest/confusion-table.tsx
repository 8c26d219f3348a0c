import { Group, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { colours } from '../../ui/colours.ts';
import { Explained } from '../../ui/explained.tsx';
import type { ThresholdFigures } from './build-threshold.ts';
import { DrillNumber } from './drill-number.tsx';

export interface ThresholdPartProps {
  readonly figures: ThresholdFigures;
  /** In tenths. */
  readonly threshold: number;
  readonly window: WindowFigures;
}

/** Alarm or not against churned or not, in words, with counts and shares of the scored rows. */
export function ConfusionTable({ figures, threshold, window }: ThresholdPartProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const cellProps = { figures, threshold };
  return (
    <div>
      <Group gap={6} mb={4}>
        <Title order={3} size="h6">
          <Explained term="rows">{t('explorer.confusionTitle')}</Explained>
        </Title>
      </Group>
      <Table withTableBorder withColumnBorders fz={13} data-testid="confusion">
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th style={{ borderTop: `3px solid ${colours.churned}` }}>
              {t('explorer.actualChurned')}
            </Table.Th>
            <Table.Th style={{ borderTop: `3px solid ${colours.kept}` }}>{t('explorer.actualKept')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th>{t('explorer.predictedAlarm')}</Table.Th>
            <ConfusionCell {...cellProps} cell="caught" />
            <ConfusionCell {...cellProps} cell="falseAlarm" />
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{t('explorer.predictedCalm')}</Table.Th>
            <ConfusionCell {...cellProps} cell="missed" />
            <ConfusionCell {...cellProps} cell="healthy" />
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {window.unscoredRows > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          <Explained term="unscored">{t('explorer.unscoredRows')}</Explained>:{' '}
          <DrillNumber
            count={window.unscoredRows}
            value={format.count(window.unscoredRows, 'row')}
            what={t('explorer.unscoredRows')}
            cell={{ type: 'rows', label: 'both', scored: 'unscored' }}
          />
        </Text>
      )}
    </div>
  );
}

interface ConfusionCellProps {
  readonly figures: ThresholdFigures;
  readonly threshold: number;
  readonly cell: 'caught' | 'falseAlarm' | 'missed' | 'healthy';
}

function ConfusionCell({ figures, threshold, cell }: ConfusionCellProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const rows = figures.caught + figures.falseAlarm + figures.missed + figures.healthy;
  return (
    <Table.Td>
      <Text size="xs">
        <Explained term={cell}>{t(`explorer.cell.${cell}`)}</Explained>
      </Text>
      <DrillNumber
        count={figures[cell]}
        value={format.count(figures[cell], 'row')}
        what={t(`explorer.cell.${cell}`)}
        cell={{ type: 'confusion', threshold: threshold / 10, cell }}
        fw={700}
        fz={16}
      />
      <Text size="xs" c="dimmed">
        {t('explorer.ofRows', { share: format.percent(rows === 0 ? null : figures[cell] / rows) })}
      </Text>
    </Table.Td>
  );
}
