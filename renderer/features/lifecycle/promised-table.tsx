import { Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../../shared/schemas/figures.ts';
import type { SealFigures } from '../../../shared/schemas/lifecycle.ts';
import { useFormat } from '../../format/use-format.ts';
import { Explained } from '../../ui/explained.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import type { SealDetail } from './seal-page.tsx';

export interface PromisedTableProps {
  readonly detail: SealDetail;
  readonly figures: SealFigures;
  readonly scoredChurned: number;
}

/** What the back-test said of the very design, and what the seal came to, on one axis. */
export function PromisedTable({ detail: { seal, promised }, figures, scoredChurned }: PromisedTableProps) {
  const { t } = useTranslation('lifecycle');
  const isFew = figures.gate === 'tooFew';
  const { gapDays, horizonDays } = seal.settings;
  const isOther = promised !== null && (promised.gapDays !== gapDays || promised.horizonDays !== horizonDays);
  return (
    <Stack gap="xs">
      <Table fz="sm" aria-label={t('grade.compare')} data-testid="promised">
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th className="num">{t('grade.n')}</Table.Th>
            <Table.Th>
              <Explained term="auc">{t('grade.auc')}</Explained>
            </Table.Th>
            <Table.Th className="num">{t('grade.caught')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {promised !== null && (
            <Line
              name={t(promised.window === 'test' ? 'grade.promised' : 'grade.promisedDesign')}
              churned={promised.churners}
              auc={promised.auc}
              caught={promised.caught}
            />
          )}
          <Line
            name={t('grade.delivered')}
            churned={figures.churned}
            auc={isFew ? null : figures.auc}
            caught={figures.caught}
            {...(isFew ? { why: t('grade.tooFewAuc') } : {})}
          />
        </Table.Tbody>
      </Table>
      {promised === null && <Text size="sm">{t('grade.compareNone')}</Text>}
      {isOther && (
        <Text size="sm">
          {t('grade.otherReach', { gap: promised.gapDays, horizon: promised.horizonDays })}
        </Text>
      )}
      {promised !== null && !isFew && scoredChurned > 0 && (
        <Inside promised={promised.auc} delivered={figures.auc} />
      )}
    </Stack>
  );
}

interface LineProps {
  readonly name: string;
  readonly churned: number;
  readonly auc: Estimate | null;
  readonly caught: number;
  /** Said in place of a figure. */
  readonly why?: string;
}

function Line({ name, churned, auc, caught, why }: LineProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td className="num">{format.number(churned, 0)}</Table.Td>
      <Table.Td>
        {why ?? (
          <Group gap="xs" wrap="nowrap">
            <IntervalBar estimate={auc} reference={0.5} width={140} />
            <Text span size="xs" className="nowrap">
              {format.auc(auc?.value ?? null)} {format.interval(auc?.low ?? null, auc?.high ?? null)}
            </Text>
          </Group>
        )}
      </Table.Td>
      <Table.Td className="num">
        {t('grade.caughtValue', { caught: format.number(caught, 0), churned: format.number(churned, 0) })}
      </Table.Td>
    </Table.Tr>
  );
}

function Inside({
  promised,
  delivered,
}: {
  readonly promised: Estimate | null;
  readonly delivered: Estimate | null;
}) {
  const { t } = useTranslation('lifecycle');
  if (promised === null || delivered === null || delivered.low === null || delivered.high === null)
    return null;
  const isInside = promised.value >= delivered.low && promised.value <= delivered.high;
  return <Text size="sm">{t(isInside ? 'grade.inside' : 'grade.outside')}</Text>;
}
