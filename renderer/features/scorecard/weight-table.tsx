import { Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { percentsOf, type Weights, weightMethods, weightRows } from './build-weights.ts';
import type { WeightProps } from './weight-cards.tsx';

/** Each part's weight now and under each method, and how much of the score's movement comes from it. */
export function WeightTable({ advice, parts }: WeightProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const rows = weightRows(advice, parts.suggestion.active === null ? parts.card : parts.savedCard);
  const offered = weightMethods.filter((method) => percentsOf(advice, method) !== null);
  const nameOf = ({ measureId, groupId }: Weights['parts'][number]) =>
    measureId === null
      ? t('panels.weights.group', { name: parts.card.groups.find(({ id }) => id === groupId)?.name ?? '' })
      : parts.nameOf(measureId);
  const share = (percent: number | null, moves: number | null) => (
    <Table.Td className="num" ta="right">
      {format.percent(percent, 0)}
      <Text size="xs" c="dimmed">
        {t('panels.weights.moves', { share: format.percent(moves, 0) })}
      </Text>
    </Table.Td>
  );
  return (
    <>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('panels.weights.part')}</Table.Th>
            <Table.Th ta="right">{t('panels.weights.now')}</Table.Th>
            {offered.map((method) => (
              <Table.Th key={method} ta="right">
                {t(`panels.weights.methodOf.${method}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ part, now, percents, moves }) => (
            <Table.Tr key={part.measureId ?? part.groupId}>
              <Table.Td>{nameOf(part)}</Table.Td>
              {share(now, moves.now)}
              {offered.map((method) => (
                <Fragment key={method}>{share((percents[method] ?? 0) / 100, moves[method])}</Fragment>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        {t('panels.weights.movesHelp')}
      </Text>
    </>
  );
}
