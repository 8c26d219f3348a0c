import { SimpleGrid, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CrossSectionFigures } from '../../../../shared/schemas/cross-section.ts';
import { useFormat } from '../../../format/use-format.ts';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { ColumnHead } from '../column-head.tsx';
import { LabPart } from '../lab/lab-part.tsx';

export interface CrossSectionProps {
  readonly figures: CrossSectionFigures;
}

/** Each number of the file and measure of the scorecard alone. */
export function CrossSectionNumbers({ figures }: CrossSectionProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  return (
    <LabPart title={t('checks.snapshot.numbers')} why={t('checks.snapshot.numbersWhy')}>
      <Table fz={13} maw={960} aria-label={t('checks.snapshot.numbersLabel')} data-testid="snapshot-numbers">
        <Table.Thead>
          <Table.Tr>
            <ColumnHead>{t('checks.snapshot.name')}</ColumnHead>
            <ColumnHead term="auc">{t('checks.snapshot.auc')}</ColumnHead>
            <ColumnHead term="interval">{t('checks.snapshot.interval')}</ColumnHead>
            <ColumnHead right term="ks">
              {t('checks.snapshot.ks')}
            </ColumnHead>
            <ColumnHead right term="churners">
              {t('checks.snapshot.churned')}
            </ColumnHead>
            <ColumnHead right term="accounts">
              {t('checks.snapshot.accounts')}
            </ColumnHead>
            <ColumnHead right term="missingShare">
              {t('checks.snapshot.missing')}
            </ColumnHead>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.numbers.map((number) => (
            <Table.Tr key={number.name}>
              <Table.Th fw={500}>{number.name}</Table.Th>
              <Table.Td>
                <span className="backtest-figure">
                  <span className="num">{format.auc(number.auc?.value ?? null)}</span>
                  <IntervalBar estimate={number.auc} reference={0.5} />
                </span>
              </Table.Td>
              <Table.Td>
                {format.interval(number.auc?.low ?? null, number.auc?.high ?? null, format.auc)}
              </Table.Td>
              <Table.Td className="num" ta="right">
                {format.number(number.ks, 3)}
              </Table.Td>
              {(['churned', 'accounts', 'missing'] as const).map((key) => (
                <Table.Td key={key} className="num" ta="right">
                  {format.number(number[key], 0)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </LabPart>
  );
}

/** Churn by value of each attribute with few of them. */
export function CrossSectionCategories({ figures }: CrossSectionProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const highest = Math.max(
    0.1,
    ...figures.categories.flatMap(({ values }) => values.map(({ churn }) => churn.high ?? 0)),
  );
  return (
    <LabPart title={t('checks.snapshot.categories')} why={t('checks.snapshot.categoriesWhy')}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        {figures.categories.map(({ name, values, missing }) => (
          <Table key={name} fz={13} aria-label={name}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{name}</Table.Th>
                <ColumnHead term="churnRate">{t('checks.snapshot.rate')}</ColumnHead>
                <ColumnHead right term="accounts">
                  {t('checks.snapshot.accounts')}
                </ColumnHead>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {values.map(({ value, churn }) => (
                <Table.Tr key={value}>
                  <Table.Td>{value}</Table.Td>
                  <Table.Td>
                    <span className="backtest-figure">
                      <span className="num">{format.percent(churn.rate)}</span>
                      <IntervalBar
                        estimate={
                          churn.rate === null ? null : { value: churn.rate, low: churn.low, high: churn.high }
                        }
                        max={highest}
                        format={(share) => format.percent(share)}
                      />
                    </span>
                  </Table.Td>
                  <Table.Td className="num" ta="right">
                    {format.number(churn.total, 0)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
            {missing > 0 && (
              <Table.Caption>
                <Text span size="xs">
                  {t('checks.snapshot.missing')}: {format.number(missing, 0)}
                </Text>
              </Table.Caption>
            )}
          </Table>
        ))}
      </SimpleGrid>
    </LabPart>
  );
}
