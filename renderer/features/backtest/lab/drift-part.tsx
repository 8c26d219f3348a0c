import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DriftFigures } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { BandBadge } from '../../../ui/band-badge.tsx';
import { ColumnHead } from '../column-head.tsx';
import { DrillNumber } from '../drill-number.tsx';
import { useRun } from '../run-context.ts';
import { bandName, driftKind } from './build-calibration.ts';
import { LabPart } from './lab-part.tsx';
import { NoFigure } from './no-figure.tsx';

/** Have the shares of the bands moved since the design window by more than chance would? */
export function DriftPart({ drift }: { readonly drift: DriftFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { output } = useRun();
  const { bands } = output.scorecard;
  const design = output.figures.testFrom === null ? 'all' : 'design';
  const kind = driftKind(drift);
  const day = format.day(drift.asOf);
  return (
    <LabPart title={t('lab.calibration.driftTitle')} term="drift">
      {drift.reason !== null && <NoFigure reason={drift.reason} />}
      {kind !== null && (
        <Text size="sm">{t(`lab.calibration.${kind}`, { day: format.dayInSentence(drift.asOf) })}</Text>
      )}
      {drift.bands.length > 0 && (
        <Table fz={13} maw={560} aria-label={t('lab.calibration.driftLabel')}>
          <Table.Thead>
            <Table.Tr>
              <ColumnHead>{t('lab.calibration.band')}</ColumnHead>
              <ColumnHead right term="bandShare">
                {t('lab.calibration.designShare')}
              </ColumnHead>
              <ColumnHead right term="bandShare">
                {t('lab.calibration.latestShare', { day })}
              </ColumnHead>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drift.bands.map(({ bandId, designShare, latestShare }) => (
              <Table.Tr key={bandId}>
                <Table.Td>
                  <BandBadge band={bands.find((band) => band.id === bandId) ?? null} />
                </Table.Td>
                <Table.Td className="num">
                  <DrillNumber
                    count={designShare === null || designShare === 0 ? 0 : 1}
                    value={format.percent(designShare)}
                    what={t('charts.bandDesign', { band: bandName(bands, bandId) })}
                    cell={{ type: 'band', bandId, label: 'both' }}
                    window={design}
                  />
                </Table.Td>
                <Table.Td className="num">
                  <DrillNumber
                    count={latestShare === null || latestShare === 0 || drift.asOf === null ? 0 : 1}
                    value={format.percent(latestShare)}
                    what={t('charts.bandOn', { band: bandName(bands, bandId), day })}
                    cell={{ type: 'snapshotBand', asOf: drift.asOf ?? 0, bandId }}
                    window="all"
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </LabPart>
  );
}
