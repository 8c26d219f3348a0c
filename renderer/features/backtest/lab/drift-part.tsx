import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DriftFigures } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { BandBadge } from '../../../ui/band-badge.tsx';
import { ColumnHead } from '../column-head.tsx';
import { useRun } from '../run-context.ts';
import { driftKind } from './build-calibration.ts';
import { LabPart } from './lab-part.tsx';
import { NoFigure } from './no-figure.tsx';

/** Have the shares of the bands moved since the design window by more than chance would? */
export function DriftPart({ drift }: { readonly drift: DriftFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { bands } = useRun().output.scorecard;
  const kind = driftKind(drift);
  const day = format.day(drift.asOf);
  return (
    <LabPart title={t('lab.calibration.driftTitle')} help={t('lab.calibration.driftHelp')}>
      {drift.reason !== null && <NoFigure reason={drift.reason} />}
      {kind !== null && (
        <Text size="sm" data-testid="drift-sentence">
          {t(`lab.calibration.${kind}`, { day: format.dayInSentence(drift.asOf) })}{' '}
          <Text span c="dimmed" inherit>
            {t('lab.calibration.psi', {
              psi: format.number(drift.psi, 3),
              limit: format.number(drift.limit, 3),
              swaps: format.number(drift.swaps, 0),
            })}
          </Text>
        </Text>
      )}
      {drift.bands.length > 0 && (
        <Table fz={13} maw={560} aria-label={t('lab.calibration.driftLabel')}>
          <Table.Thead>
            <Table.Tr>
              <ColumnHead>{t('lab.calibration.band')}</ColumnHead>
              <ColumnHead right>{t('lab.calibration.designShare')}</ColumnHead>
              <ColumnHead right>{t('lab.calibration.latestShare', { day })}</ColumnHead>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drift.bands.map(({ bandId, designShare, latestShare }) => (
              <Table.Tr key={bandId}>
                <Table.Td>
                  <BandBadge band={bands.find((band) => band.id === bandId) ?? null} />
                </Table.Td>
                <Table.Td className="num">{format.percent(designShare)}</Table.Td>
                <Table.Td className="num">{format.percent(latestShare)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </LabPart>
  );
}
